import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { RunningApp, type StartOptions } from "./app";
import type { Page } from "./page";

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

/**
 * Fails when something on the screen stands in the way of people with assistive technology, light or dark.
 *
 * The journey goes on after it: the app is where the next step expects it.
 */
export async function expectNoBarriers(app: RunningApp, screen: string): Promise<void> {
  const shown = await app.page.theme();
  for (const theme of ["light", "dark"] as const) {
    await app.page.theme(theme);
    const barriers = await app.page.barriers();
    expect.soft(barriers.length, `${screen}, ${theme}: ${JSON.stringify(barriers, null, 2)}`).toBe(0);
  }
  await app.page.theme(shown);
}

/** Waits until the rows that are drawn are those of exactly these people. */
export const expectListed = (page: Page, people: readonly string[], why: string, within?: string): Promise<void> =>
  expect.poll(() => page.addresses(within), { timeout: 30_000, interval: 50, message: why }).toEqual(people.toSorted());
