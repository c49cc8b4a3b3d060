import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { RunningApp, type StartOptions } from "./app";
import type { Look, Looked, Page } from "./page";

/** One step of a journey. */
type Step = (title: string, work: (app: RunningApp) => Promise<void>, patience?: number) => void;

/**
 * What a person does, step after step, in one app on one new data folder.
 *
 * After a step that failed the others are skipped: the app is not where they expect it.
 */
export function journey(title: string, body: (step: Step) => void, options: StartOptions = {}): void {
  describe(title, () => {
    let app: RunningApp | undefined;
    let broken = false;
    beforeAll(async () => {
      app = await RunningApp.start(options);
    });
    afterAll(async () => {
      await app?.discard();
    });
    body((step, work, patience) => {
      test(step, { timeout: patience }, async (context) => {
        if (broken || !app) return context.skip("an earlier step failed");
        try {
          await work(app);
        } catch (error) {
          broken = true;
          await app.keepEvidence(`${title} ${step}`);
          throw error;
        }
      });
    });
  });
}

/** Every look of the window, and what is looked at in it: what does not depend on colours is the same in each of them. */
const LOOKS: readonly [Look, Looked][] = [
  [{ theme: "light", contrast: "usual" }, "everything"],
  [{ theme: "dark", contrast: "usual" }, "contrast"],
  [{ theme: "light", contrast: "high" }, "high contrast"],
  [{ theme: "dark", contrast: "high" }, "high contrast"],
];

/** Fewer looks, where what is looked at is made of what others look at in all of them. */
export const LIGHT_AND_DARK = LOOKS.slice(0, 2);
export const ONE_LOOK = LOOKS.slice(0, 1);

/**
 * Fails when something on the screen stands in the way of people with assistive technology, in any look.
 *
 * The journey goes on after it: the app is where the next step expects it.
 */
export async function expectNoBarriers({ page }: RunningApp, screen: string, looks = LOOKS): Promise<void> {
  const shown = await page.look();
  for (const [look, looked] of looks) {
    await page.look(look);
    const barriers = await page.barriers(looked);
    const where = `${screen}, ${look.theme}, contrast ${look.contrast}: ${JSON.stringify(barriers, null, 2)}`;
    expect.soft(barriers.length, where).toBe(0);
  }
  await page.look(shown);
}

/** Waits until the rows that are drawn are those of exactly these people. */
export const expectListed = (page: Page, people: readonly string[], why: string, within?: string): Promise<void> =>
  expect.poll(() => page.addresses(within), { timeout: 30_000, interval: 50, message: why }).toEqual(people.toSorted());
