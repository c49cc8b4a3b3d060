import { screen, within } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";

const entries = async () => within(await screen.findByRole("menu")).getAllByRole("menuitem");

/** What an entry says with the reason it is off, without its key. */
function said(entry: HTMLElement): string {
  const copy = entry.cloneNode(true) as HTMLElement;
  for (const key of copy.querySelectorAll("kbd")) key.remove();
  return (copy.textContent ?? "").replace(/\s+/g, " ").trim();
}

/** Presses something with the right button, and tells what the menu offers from top to bottom. */
export async function rightClick(user: UserEvent, target: Element): Promise<string[]> {
  await user.pointer({ target, keys: "[MouseRight]" });
  return (await entries()).map(said);
}

/** What of the open menu is off. */
export const off = async (): Promise<string[]> =>
  (await entries()).filter((one) => one.getAttribute("aria-disabled") === "true").map(said);

/** Takes an entry of the open menu. */
export async function take(user: UserEvent, words: string): Promise<void> {
  const entry = (await entries()).find((one) => said(one) === words);
  if (!entry) throw new Error(`the menu does not offer ${words}`);
  await user.click(entry);
}
