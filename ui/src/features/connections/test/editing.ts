import { screen, within } from "@testing-library/react";
import type { ProfileDraft } from "@/ipc";
import type { renderApp } from "@/test/renderApp";

type Rendered = ReturnType<typeof renderApp>;

/** Goes on to the form with a built-in kind of platform. */
export async function goOn(user: Rendered["user"], title: string) {
  if (title !== "AppXite") await user.click(await screen.findByRole("radio", { name: new RegExp(title) }));
  await user.click(await screen.findByRole("button", { name: `Go on with ${title}` }));
  await screen.findByLabelText("Name");
}

/** Types into a field. */
export const fill = async (user: Rendered["user"], label: string, text: string) =>
  user.type(await screen.findByLabelText(label), text);

/** What was sent to be kept. */
export const saved = (shell: Rendered["shell"]) =>
  shell.callsOf("save_profile").map(({ draft }) => draft as ProfileDraft);

/** Takes an option of the list that is open. */
export async function choose(user: Rendered["user"], name: string | RegExp) {
  await user.click(await within(await screen.findByRole("listbox")).findByRole("option", { name }));
}
