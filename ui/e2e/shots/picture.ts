import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import type { RunningApp } from "../harness/app";

const SIZES: [number, number][] = [
  [1280, 800],
  [900, 600],
];
/** The pictures of the README, all large: the screen and theme, and the file's name there. */
const SHOWN: Record<string, string> = {
  "users-light": "users-light.png",
  "overview-light": "overview-light.png",
  "findings-dark": "findings-dark.png",
  "review-problems-light": "review-light.png",
  "run-dark": "run-dark.png",
};

/** Where the pictures go. */
export const out = process.env.ROLLCALL_SHOTS ?? "";
/** Where those of the README go, if they are to be renewed. */
export const readme = process.env.ROLLCALL_SHOTS_README;

/** Pictures of what the window shows now, in every size and both themes. */
export async function picture(app: RunningApp, screen: string): Promise<void> {
  for (const theme of ["light", "dark"] as const) {
    await app.page.theme(theme);
    for (const [width, height] of SIZES) {
      await app.resize(width, height);
      await app.page.still();
      const path = join(out, `${screen}-${theme}-${width}x${height}.png`);
      await app.page.browser.saveScreenshot(path);
      const shown = SHOWN[`${screen}-${theme}`];
      if (readme && shown && width === 1280) await copyFile(path, join(readme, shown));
    }
  }
  await app.resize(1280, 800);
}
