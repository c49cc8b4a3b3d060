import { expect } from "vitest";
import { Key } from "webdriverio";
import { journey } from "../harness/journey";
import type { Page } from "../harness/page";
import { until } from "../harness/processes";

/** Milliseconds that something took to move; without end where it does not stop by itself. */
interface Moved {
  what: string;
  took: number;
}

/** From now on the page remembers each movement that ends. */
const watch = (page: Page): Promise<void> =>
  page.browser.execute(() => {
    const seen: Moved[] = [];
    (window as { moved?: Moved[] }).moved = seen;
    // Of what takes a millisecond nothing is left to ask by the time that one asks: its end says how long it took.
    document.addEventListener(
      "animationend",
      (event) => seen.push({ what: event.animationName, took: event.elapsedTime * 1_000 }),
      true,
    );
    document.addEventListener(
      "transitionend",
      (event) => seen.push({ what: event.propertyName, took: event.elapsedTime * 1_000 }),
      true,
    );
  });

/** What moved since the last time, and what moves without an end. */
const moved = (page: Page): Promise<Moved[]> =>
  page.browser.execute(() => {
    const endless = document.getAnimations().flatMap((each) => {
      const took = Number(each.effect?.getComputedTiming().endTime ?? 0);
      return took === Number.POSITIVE_INFINITY ? [{ what: each.id || "an animation", took: 1e9 }] : [];
    });
    return [...((window as { moved?: Moved[] }).moved?.splice(0) ?? []), ...endless];
  });

/** Everything on the screen that would take longer than a moment to become another, were it touched. */
const wouldMove = (page: Page): Promise<string[]> =>
  page.browser.execute(() => {
    const isSlow = (durations: string) =>
      durations.split(", ").some((each) => Number.parseFloat(each) * (each.endsWith("ms") ? 1 : 1_000) > 1);
    return [...document.querySelectorAll("*")].flatMap((each) =>
      [undefined, "::before", "::after"].flatMap((part) => {
        const { transitionDuration, animationDuration } = getComputedStyle(each, part);
        const slow = isSlow(transitionDuration) || isSlow(animationDuration);
        return slow ? [`${each.tagName}${part ?? ""} “${each.textContent?.slice(0, 40)}”`] : [];
      }),
    );
  });

/** Opens and closes the palette, has the lists read and their message come and go, and says what moved by it. */
async function openAndClose(page: Page): Promise<Moved[]> {
  await page.browser.keys([Key.Ctrl, "k"]);
  await page.get("dialog", /^Find/);
  await page.browser.keys(Key.Escape);
  await until("it to be closed", async () => (await page.all("dialog")).length === 0);
  await page.browser.keys(Key.F5);
  const all: Moved[] = [];
  await until("what opened to have come", async () => {
    all.push(...(await moved(page)));
    return all.some(({ what }) => what === "appear");
  });
  await page.press("button", "Close the message");
  await until("the message to be gone", async () => (await page.all("button", "Close the message")).length === 0);
  return all;
}

journey("A window in which nothing moves", (step) => {
  step("as it is by itself, what opens comes with a movement", async ({ page }) => {
    await page.press("button", "Try the sample platform");
    await page.get("link", /^Users\s*2,413$/);
    await page.press("link", "Settings");
    await page.get("heading", "Settings");
    await watch(page);
    expect(
      Math.max(...(await openAndClose(page)).map(({ took }) => took)),
      "a check that sees no movement would prove nothing",
    ).toBeGreaterThan(50);
    expect(await wouldMove(page)).not.toEqual([]);
  });

  step("chosen in Settings, nothing that opens takes longer than a millisecond", async ({ page }) => {
    await page.choose("Nothing moves");
    await page.says("Motion: Nothing moves.");
    const longer = (await openAndClose(page)).filter(({ took }) => took > 1);
    expect(longer).toEqual([]);
  });

  for (const [screen, link] of [
    ["Overview", "Overview"],
    ["Users", /^Users/],
    ["Invite", /^Invite/],
    ["Settings", "Settings"],
  ] as const)
    step(`nothing of ${screen} would take longer either`, async ({ page }) => {
      await page.press("link", link);
      await page.still();
      expect(await wouldMove(page)).toEqual([]);
      expect((await moved(page)).filter(({ took }) => took > 1)).toEqual([]);
    });
});
