import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { test } from "vitest";
import { RunningApp } from "../harness/app";
import { placeWindow, xdotool } from "../harness/pointer";
import { until } from "../harness/processes";
import { prepareScenes, SCENES } from "../harness/scenes";
import { openEnlarged, SCREENS } from "../harness/screens";
import { out, SIZES } from "./picture";

/** Gives the window a size while its page is twice as large. */
async function sized({ page, window: id }: RunningApp, width: number, height: number): Promise<void> {
  await until(`the page to be half of ${width} wide`, async () => {
    await placeWindow(id, width, height);
    return (await page.browser.execute(() => window.innerWidth)) === width / 2;
  });
}

test("the screens and what lies deeper, at twice the size", { timeout: 300_000 }, async () => {
  await mkdir(out, { recursive: true });
  const app = await RunningApp.start();
  const { page } = app;
  try {
    await page.press("button", "Try the sample platform");
    await page.get("link", /^Users\s*2,413$/);
    await prepareScenes(app);
    for (let step = 0; step < 5; step += 1) await xdotool("key", "--clearmodifiers", "ctrl+plus");
    for (const [width, height] of SIZES) {
      await sized(app, width, height);
      for (const [screen, link] of SCREENS) {
        await openEnlarged(app, link);
        await app.picture(join(out, `large-${screen}-${width}x${height}.png`));
      }
      for (const { name, open, leave } of SCENES) {
        await open(app);
        await page.still();
        await app.picture(join(out, `large-deep-${name}-${width}x${height}.png`));
        await leave?.(app);
      }
    }
  } catch (error) {
    await app.keepEvidence("shots-large");
    throw error;
  } finally {
    await app.discard();
  }
});
