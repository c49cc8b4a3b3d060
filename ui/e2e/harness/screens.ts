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
export async function openEnlarged({ page }: RunningApp, link: string | RegExp): Promise<void> {
  const found = await page.get("link", link);
  await page.browser.execute((each) => (each as unknown as HTMLElement).click(), found);
  await page.still();
}
