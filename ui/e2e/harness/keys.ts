import { Key } from "webdriverio";
import type { Page } from "./page";
import { until } from "./processes";

/** Goes with Tab to the field of this label, also to one that hides what is typed and has no role, and types there. */
export async function typeAt(page: Page, label: string, text: string): Promise<void> {
  const { browser } = page;
  for (let stop = 0; stop < 80; stop += 1) {
    const here = await browser.execute(() => {
      const field = document.activeElement as HTMLInputElement | null;
      return [...(field?.labels ?? [])].map((each) => each.textContent ?? "").join(" ");
    });
    if (here.startsWith(label)) {
      const typing = browser.action("key");
      for (const letter of text) typing.down(letter).up(letter);
      await typing.perform();
      return;
    }
    await page.stepTo(Key.Tab);
  }
  throw new Error(`The Tab key does not lead to the field ${label}.`);
}

/** Goes down in an open list, or in the one under a field, to an option, and takes it. */
export async function takeOption(page: Page, option: RegExp): Promise<void> {
  for (let step = 0; step < 40; step += 1) {
    const label = await until("an option to be the active one", () =>
      page.browser.execute(() => {
        const here = document.activeElement as HTMLElement;
        const active = document.getElementById(here.getAttribute("aria-activedescendant") ?? "") ?? here;
        return active.role === "option" && active.innerText;
      }),
    );
    if (option.test(label)) return page.browser.keys(Key.Enter);
    await page.stepTo(Key.ArrowDown);
  }
  throw new Error(`The arrows do not lead to ${String(option)}.`);
}

/** Whoever pressed something by a key goes on from somewhere, though what they pressed is gone. */
export const keepsFocus = ({ browser }: Page, after: string): Promise<unknown> =>
  until(
    `the focus to be somewhere after ${after}`,
    () => browser.execute(() => document.activeElement !== document.body),
    5_000,
  );
