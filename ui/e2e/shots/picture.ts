import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFile, mkdir, readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { RunningApp } from "../harness/app";

/** A usual window and a small one. */
export const SIZES: [number, number][] = [
  [1280, 800],
  [900, 600],
];
/** The pictures that the documents show, all large: the screen and theme, and the file under `docs`. */
const SHOWN: Record<string, string> = {
  "users-light": "pictures/users-light.png",
  "overview-light": "pictures/overview-light.png",
  "findings-dark": "pictures/findings-dark.png",
  "review-problems-light": "pictures/review-light.png",
  "run-dark": "pictures/run-dark.png",
  "start-light": "guide/pictures/start.png",
  "connection-kind-light": "guide/pictures/kind.png",
  "connection-openapi-light": "guide/pictures/openapi.png",
  "connection-examined-light": "guide/pictures/examined.png",
  "users-marked-light": "guide/pictures/marked.png",
  "changes-light": "guide/pictures/changes.png",
  "findings-light": "guide/pictures/findings.png",
  "providers-what-if-light": "guide/pictures/what-if.png",
  "review-going-on-light": "guide/pictures/reviewing.png",
  "columns-light": "guide/pictures/columns.png",
  "calls-light": "guide/pictures/calls.png",
  "send-light": "guide/pictures/send.png",
  "run-waiting-light": "guide/pictures/unclear.png",
  "palette-light": "guide/pictures/palette.png",
  "settings-light": "guide/pictures/settings.png",
  "review-evidence-light": "guide/pictures/evidence.png",
};

/** Where the pictures go. */
export const out = process.env.ROLLCALL_SHOTS ?? "";
/** Where those of the README go, a folder of the documents, if what the documents show is to be renewed. */
const readme = process.env.ROLLCALL_SHOTS_README;

/** Pictures of what the window shows now, in every size and both themes. */
export async function picture(app: RunningApp, screen: string): Promise<void> {
  for (const theme of ["light", "dark"] as const) {
    await app.page.theme(theme);
    for (const [width, height] of SIZES) {
      await app.resize(width, height);
      await app.page.still();
      const path = join(out, `${screen}-${theme}-${width}x${height}.png`);
      await app.picture(path);
      const shown = SHOWN[`${screen}-${theme}`];
      if (readme && shown && width === 1280) await renew(path, join(readme, "..", shown));
    }
  }
  await app.resize(1280, 800);
}

/** Pictures of the first pages of a PDF, as poppler draws them; the first one is for the documents. */
export async function pagesOf(pdf: string, screen: string, pages: number): Promise<void> {
  const words = ["-png", "-r", "110", "-f", "1", "-l", `${pages}`, pdf, join(out, `${screen}-light`)];
  const [code] = await once(spawn("pdftoppm", words, { stdio: "inherit" }), "exit");
  if (code !== 0) throw new Error(`pdftoppm (package poppler-utils) could not draw ${pdf}`);
  const drawn = (await readdir(out)).filter((name) => name.startsWith(`${screen}-light-`)).sort();
  const shown = SHOWN[`${screen}-light`];
  if (readme && shown && drawn[0]) await renew(join(out, drawn[0]), join(readme, "..", shown));
}

async function renew(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await copyFile(from, to);
}
