import { expect } from "vitest";
import type { RunningApp } from "../harness/app";
import { expectNoBarriers, journey } from "../harness/journey";
import { placeWindow, xdotool } from "../harness/pointer";
import { until } from "../harness/processes";
import { leftTooSmall, pastTheEdge, sideways } from "../harness/room";
import { prepareScenes, SCENES } from "../harness/scenes";

/** Milliseconds for all scenes, each looked at in every look. */
const PATIENCE = 300_000;

/** Gives the window a size while its page is twice as large. */
async function sized({ page, window: id }: RunningApp, width: number, height: number): Promise<void> {
  await until(`the page to be half of ${width} wide`, async () => {
    await placeWindow(id, width, height);
    return (await page.browser.execute(() => window.innerWidth)) === width / 2;
  });
}

journey("What lies deeper than the screens, at twice the size", (step) => {
  step("there is a review that goes on, and one that was signed off", async (app) => {
    await app.page.press("button", "Try the sample platform");
    await app.page.get("link", /^Users\s*2,413$/);
    await prepareScenes(app);
    for (let step = 0; step < 5; step += 1) await xdotool("key", "--clearmodifiers", "ctrl+plus");
  });

  for (const [width, height] of [
    [1280, 800],
    [900, 600],
  ] as const) {
    step(
      `in a window of ${width} × ${height} everything can be reached and nothing stands in the way`,
      async (app) => {
        await sized(app, width, height);
        for (const { name, open, leave } of SCENES) {
          await open(app);
          await app.page.still();
          const where = `${name} at 200 % in ${width} × ${height}`;
          expect.soft(await sideways(app), `${where}: nothing but a table scrolls sideways`).toEqual([]);
          expect.soft(await pastTheEdge(app), `${where}: everything can be reached`).toEqual([]);
          expect.soft(await leftTooSmall(app), `${where}: everything can be read`).toEqual([]);
          await expectNoBarriers(app, where);
          await leave?.(app);
        }
      },
      PATIENCE,
    );
  }
});
