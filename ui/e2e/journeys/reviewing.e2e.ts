import { expect } from "vitest";
import { expectNoBarriers, journey } from "../harness/journey";
import type { Page } from "../harness/page";
import { until } from "../harness/processes";

/** With the people whom every sample platform has, the review is about some 60. */
const GENERATED = { ROLLCALL_SANDBOX_USERS: "47" };

/** The number before these words, once the page says it. */
const numberIn = (page: Page, words: RegExp): Promise<number> =>
  until(
    `a number in ${String(words)}`,
    async () => Number(words.exec(await page.text())?.[1]?.replace(",", "")) || undefined,
  );

/** Decides on one person after the other, as long as each key is answered with how far it is. */
async function decide(page: Page, from: number, to: number, all: number): Promise<void> {
  for (let done = from; done <= to; done += 1) {
    await page.browser.keys(keyFor(done));
    await page.says(`${done} of ${all} decided`);
  }
}

/** Every tenth is to be removed, and every seventh of the others asked about. */
const keyFor = (n: number): string => (n % 10 === 0 ? "r" : n % 7 === 0 ? "a" : "k");

journey(
  "A review of everyone, with keys alone and a restart in the middle",
  (step) => {
    let all = 0;
    let half = 0;

    step("without reviews the screen says what one is", async (app) => {
      await app.page.press("button", "Try the sample platform");
      await app.page.get("link", /^Users\s*\d+$/);
      await app.page.press("link", /^Access reviews/);
      await app.page.get("heading", "No access reviews yet");
      await expectNoBarriers(app, "Access reviews, none");
    });

    step("before it is started it says how many people it is about", async (app) => {
      await app.page.press("button", "Start a review…");
      await app.page.get("heading", "Start an access review");
      await app.page.choose("Everyone who is listed");
      all = await numberIn(app.page, /About ([\d,]+) people/);
      expect(all, "about 60 people").toBeGreaterThan(40);
      half = Math.floor(all / 2);
      await expectNoBarriers(app, "Start a review");
    });

    step("it starts with a list that is read anew, in the typed name", async (app) => {
      await app.page.type("Your name", "Maria Lind");
      await app.page.press("button", "Start the review");
      await app.page.says(`0 of ${all} decided`);
      await app.page.get("grid", "People of the review");
      await expectNoBarriers(app, "Review");
    });

    step("the first half is decided by keys, without a press of the mouse", async ({ page }) => {
      await decide(page, 1, half, all);
    });

    step("the last decision is taken back by a key, and taken again", async ({ page }) => {
      await page.browser.keys("u");
      await page.says(`${half - 1} of ${all} decided`);
      await decide(page, half, half, all);
    });

    step("closed and opened again, it goes on where it was", async (app) => {
      await app.restart();
      await app.page.press("link", /^Access reviews\s*1 open$/);
      await app.page.says(`${half} of ${all} decided`);
      await expectNoBarriers(app, "Access reviews, one going on");
      await app.page.press("button", /^Go on with the review/);
      await app.page.get("grid", "People of the review");
      await until("the keys to go to the people", () =>
        app.page.browser.execute(() => document.activeElement?.getAttribute("role") === "grid"),
      );
      await decide(app.page, half + 1, all - 1, all);
    });

    step("the last person is decided with a note", async (app) => {
      const { page } = app;
      await page.browser.keys("n");
      await page.get("dialog", /^Note on/);
      await expectNoBarriers(app, "Note");
      await page.type("Note", "left the team");
      await page.choose("Remove");
      await page.press("button", "Save");
      await page.says(`${all} of ${all} decided`);
      await page.row("left the team");
    });

    step("everything about a person can be read", async (app) => {
      // The dialog of the note gives the focus back a moment after it is gone.
      await until("the list to have the focus again", () =>
        app.page.browser.execute(() => document.activeElement?.getAttribute("role") === "grid"),
      );
      await app.page.browser.keys("Enter");
      await app.page.get("region", /^About /);
      await expectNoBarriers(app, "Review, with a person open");
      await app.page.browser.keys("Escape");
    });

    step("it is signed off under a typed name", async (app) => {
      await app.page.press("button", "Sign off…");
      await app.page.says(`All ${all} people are decided.`);
      await expectNoBarriers(app, "Sign off");
      await app.page.type("Your name", "Maria Lind");
      await app.page.press("button", "Sign off");
      await app.page.says("Signed off by Maria Lind");
      await app.page.get("button", "Save evidence…");
      await expectNoBarriers(app, "Review, signed off");
    });

    step("a newer list says that those who were to be removed are still there", async (app) => {
      const { page } = app;
      await page.press("tab", "What became of the removals");
      await page.press("button", "Refresh the list");
      await page.says("By the list of");
      const removals = Math.floor((all - 1) / 10) + 1;
      await page.get("button", /^Still there\s*[1-9]/);
      await page.says(`${removals} people were to be removed.`);
      await expectNoBarriers(app, "Follow-up");
    });

    step("the list of reviews says how it ended", async (app) => {
      await app.page.press("link", /^Access reviews/);
      await app.page.says(/Signed off .* by Maria Lind/);
      await app.page.says("still there");
      await expectNoBarriers(app, "Access reviews, one signed off");
    });
  },
  { env: GENERATED },
);
