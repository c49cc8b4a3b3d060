import { join } from "node:path";
import { expect } from "vitest";
import { Key } from "webdriverio";
import { atThePeople, DECISION, type DecisionKey, decideByKeys, nextPerson } from "../harness/deciding";
import { answerDialog } from "../harness/dialogs";
import { expectNoBarriers, journey } from "../harness/journey";
import type { Page } from "../harness/page";
import { until } from "../harness/processes";
import { sheetOf } from "../harness/workbook";

/** With the thirteen people whom every sample platform has, the review is about sixty. */
const ALL = 60;
const HALF = 30;
const GENERATED = { ROLLCALL_SANDBOX_USERS: "47" };

/** The number before these words, once the page says it. */
const numberIn = (page: Page, words: RegExp): Promise<number> =>
  until(
    `a number in ${String(words)}`,
    async () => Number(words.exec(await page.text())?.[1]?.replace(",", "")) || undefined,
  );

/** Every tenth is to be removed, and every seventh of the others asked about. */
const keyFor = (_: string, n: number): DecisionKey => (n % 10 === 0 ? "r" : n % 7 === 0 ? "a" : "k");

/** Decides until so many are decided. */
const decide = (page: Page, pressed: Map<string, string>, to: number) => decideByKeys(page, pressed, to, ALL, keyFor);

journey(
  "A review of everyone, with keys alone and a restart in the middle",
  (step) => {
    // Whom each key was pressed for, by their address.
    const pressed = new Map<string, string>();

    step("without reviews the screen says what one is", async (app) => {
      await app.page.enter("button", "Try the sample platform");
      await app.page.get("link", /^Users\s*\d+$/);
      await app.page.enter("link", /^Access reviews/);
      await app.page.get("heading", "No access reviews yet");
      await expectNoBarriers(app, "Access reviews, none");
    });

    step("before it is started it says how many people it is about", async (app) => {
      await app.page.enter("button", "Start a review…");
      await app.page.get("heading", "Start an access review");
      await app.page.arrowTo("Whom it is about", "Everyone who is listed");
      expect(await numberIn(app.page, /About ([\d,]+) people/)).toBe(ALL);
      await expectNoBarriers(app, "Start a review");
    });

    step("it starts with a list that is read anew, in the typed name", async (app) => {
      await app.page.typeByKeys("Your name", "Maria Lind");
      await app.page.enter("button", "Start the review");
      await app.page.says(`0 of ${ALL} decided`);
      await app.page.get("grid", "People of the review");
      await expectNoBarriers(app, "Review");
    });

    step("the first half is decided by keys, each key for somebody else", async ({ page }) => {
      await atThePeople(page);
      await decide(page, pressed, HALF);
    });

    step("the last decision is taken back by a key, and the next key is for the same person", async ({ page }) => {
      const [last = ""] = [...pressed.keys()].slice(-1);
      await page.browser.keys("u");
      await page.says(`${HALF - 1} of ${ALL} decided`);
      // No look at the list in between, where somebody else can still be the active row.
      await page.browser.keys("a");
      pressed.set(last, DECISION.a);
      await page.says(`${HALF} of ${ALL} decided`);
    });

    step("closed and opened again, it goes on where it was", async (app) => {
      await app.restart();
      await app.page.enter("link", /^Access reviews\s*1 open$/);
      await app.page.says(`${HALF} of ${ALL} decided`);
      await expectNoBarriers(app, "Access reviews, one going on");
      await app.page.enter("button", /^Go on with the review/);
      await app.page.get("grid", "People of the review");
      await atThePeople(app.page);
      await decide(app.page, pressed, ALL - 1);
    });

    step("the last person is decided with a note", async (app) => {
      const { page } = app;
      pressed.set(await nextPerson(page, pressed), "Remove");
      await page.browser.keys("n");
      await page.get("dialog", /^Note on/);
      await expectNoBarriers(app, "Note");
      await page.typeByKeys("Note", "left the team");
      await page.arrowTo(/./, "Remove");
      await page.enter("button", "Save");
      await page.says(`${ALL} of ${ALL} decided`);
      await page.row("left the team");
    });

    step("everything about a person can be read", async (app) => {
      // The dialog of the note gives the focus back a moment after it is gone.
      await atThePeople(app.page);
      await app.page.browser.keys("Enter");
      await app.page.get("region", /^About /);
      await expectNoBarriers(app, "Review, with a person open");
      await app.page.browser.keys("Escape");
    });

    step("it is signed off under a typed name", async (app) => {
      await app.page.enter("button", "Sign off…");
      await app.page.says(`All ${ALL} people are decided.`);
      await expectNoBarriers(app, "Sign off");
      await app.page.typeByKeys("Your name", "Maria Lind");
      await app.page.enter("button", "Sign off");
      await app.page.says("Signed off by Maria Lind");
      await app.page.get("button", "Save evidence…");
      await expectNoBarriers(app, "Review, signed off");
    });

    step("the evidence tells of each of the sixty exactly what was pressed for them", async (app) => {
      const { page } = app;
      const file = join(app.home, "evidence.xlsx");
      await page.enter("button", "Save evidence…");
      await page.get("menuitem", /^Workbook/);
      await page.browser.keys(Key.Enter);
      await answerDialog("Save the evidence", file);
      await page.says("Saved as evidence.xlsx.");
      const told = await sheetOf(file, "Decisions");
      expect(told).toHaveLength(ALL);
      expect(new Map(told.map((row) => [row["E-mail"], row.Decision]))).toEqual(pressed);
      expect(told.filter((row) => row.Note === "left the team").map((row) => row["E-mail"])).toEqual(
        [...pressed.keys()].slice(-1),
      );
      expect(new Set(told.map((row) => row["Decided by"]))).toEqual(new Set(["Maria Lind"]));
    });

    step("a newer list says that those who were to be removed are still there", async (app) => {
      const { page } = app;
      await page.press("tab", "What became of the removals");
      await page.press("button", "Refresh the list");
      await page.says("By the list of");
      const removals = [...pressed.values()].filter((what) => what === "Remove").length;
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
