import type { RunningApp } from "./app";

/** The screens of the rail, each by a word for the names of files and by its link. */
export const SCREENS = [
  ["overview", "Overview"],
  ["users", /^Users/],
  ["changes", /^Changes/],
  ["findings", /^Findings/],
  ["roles", /^Roles/],
  ["providers", /^Identity providers/],
  ["reviews", /^Access reviews/],
  ["connections", "Connections"],
  ["settings", "Settings"],
] as const;

/** Opens a screen of a page that is larger than usual: the driver's own pointer does not know of that, and would press beside the link. */
export async function openEnlarged(app: RunningApp, link: string | RegExp): Promise<void> {
  await pressEnlarged(app, "link", link);
  await app.page.still();
}

/** Presses something of a page that is larger than usual. */
export async function pressEnlarged(app: RunningApp, role: string, name: string | RegExp): Promise<void> {
  const found = await app.page.get(role, name);
  await app.page.browser.execute((each) => (each as unknown as HTMLElement).click(), found);
}
