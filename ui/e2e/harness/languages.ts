import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { RunningApp } from "./app";
import type { Page } from "./page";
import { until } from "./processes";

/** Goes to a place by its address: names on the screen are not English in other languages. */
export async function go(page: Page, address: string): Promise<void> {
  await page.browser.execute((to) => {
    history.pushState({}, "", to);
    dispatchEvent(new PopStateEvent("popstate"));
  }, address);
  await page.still();
}

/** Has the page speak another language, as somebody chose it and started the app anew. */
export async function speak(app: RunningApp, language: string): Promise<void> {
  await app.stop();
  const settings = join(app.home, "settings.json");
  await writeFile(settings, JSON.stringify({ ...JSON.parse(await readFile(settings, "utf8")), language }));
  await app.startAgain();
  await speaks(app, language);
}

/** Waits until the page speaks a language and a screen stands there. */
export const speaks = (app: RunningApp, language: string): Promise<unknown> =>
  until(`the page to speak ${language}`, () =>
    app.page.browser.execute(
      (to) => document.documentElement.lang === to && document.querySelector("h1") !== null,
      language,
    ),
  );
