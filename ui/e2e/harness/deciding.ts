import type { Page } from "./page";
import { until } from "./processes";

export const DECISION = { k: "Keep", r: "Remove", a: "Ask" } as const;

/** A key that decides on somebody in a review. */
export type DecisionKey = keyof typeof DECISION;

/** Waits until the keys go to the list of people. */
export const atThePeople = (page: Page) =>
  until("the list to have the focus", () =>
    page.browser.execute(() => document.activeElement?.getAttribute("role") === "grid"),
  );

/** The address of the person of the active row. */
const active = (page: Page): Promise<string | undefined> =>
  page.browser.execute(() => {
    const cells = [...document.querySelectorAll<HTMLElement>("[role=row][data-active] > *")];
    return cells.map((cell) => cell.innerText.trim()).find((text) => /^\S+@\S+$/.test(text));
  });

/** The address of the next person to decide on: each key leads to somebody who was not decided on yet. */
export const nextPerson = (page: Page, decided: Map<string, string>): Promise<string> =>
  until("the next person", async () => {
    const address = await active(page);
    return address !== undefined && !decided.has(address) && address;
  });

/** Decides on one person after the other by keys, as long as each key is answered with how far it is. */
export async function decideByKeys(
  page: Page,
  decided: Map<string, string>,
  to: number,
  all: number,
  keyFor: (address: string, n: number) => DecisionKey,
): Promise<void> {
  while (decided.size < to) {
    const address = await nextPerson(page, decided);
    const key = keyFor(address, decided.size + 1);
    await page.browser.keys(key);
    decided.set(address, DECISION[key]);
    await page.says(`${decided.size} of ${all} decided`);
  }
}
