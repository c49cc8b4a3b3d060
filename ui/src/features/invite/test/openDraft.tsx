import { cleanup, screen, within } from "@testing-library/react";
import { afterEach } from "vitest";
import { fakeIpc } from "@/test/fakeIpc";
import { draftCommands, LIVE } from "./fakeDraft";
import { renderAt } from "./renderAt";

export const REVIEW = "/p/live/invite/d1?step=review";

type Changes = Parameters<typeof draftCommands>;

let shell: ReturnType<typeof fakeIpc> | undefined;

/** Takes every screen and its shell away after each test of the file. */
export function tidyUp() {
  afterEach(async () => {
    cleanup();
    // Listeners are taken away a moment after the screen is.
    await new Promise((done) => setTimeout(done));
    shell?.end();
  });
}

/** The window at an address, over a shell that holds one draft. */
export function open(path: string, rows = 12, draft?: Changes[1], check?: Changes[2], commands = {}) {
  shell = fakeIpc({ profiles: [LIVE], commands: { ...draftCommands(rows, draft, check), ...commands } });
  return { shell, ...renderAt(path) };
}

/** The rows, once they are there, with the focus in them. */
export async function rowsOf() {
  const grid = await screen.findByRole("grid", { name: "Rows of the file" });
  await within(grid).findByText("person0@contoso.example");
  grid.focus();
  return grid;
}

/** Takes an option of the list that is open. */
export async function choose(user: ReturnType<typeof renderAt>["user"], name: string | RegExp) {
  await user.click(await within(await screen.findByRole("listbox")).findByRole("option", { name }));
}
