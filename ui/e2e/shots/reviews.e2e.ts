import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { test } from "vitest";
import { RunningApp } from "../harness/app";
import { everyChart } from "../harness/charts";
import { answerDialog } from "../harness/dialogs";
import type { Page } from "../harness/page";
import { out, pagesOf, picture } from "./picture";

/** Presses each key once the one before it was answered. */
async function press(page: Page, keys: string, all: string): Promise<void> {
  for (const [done, key] of [...keys].entries()) {
    await page.browser.keys(key);
    await page.says(`${done + 1} of ${all} decided`);
  }
}

test("access reviews", { timeout: 300_000 }, async () => {
  await mkdir(out, { recursive: true });
  const app = await RunningApp.start();
  const { page } = app;
  try {
    await page.press("button", "Try the sample platform");
    await page.get("link", /^Users\s*2,413$/);
    await page.press("link", /^Access reviews/);
    await page.get("heading", "No access reviews yet");
    await picture(app, "reviews-none");
    await page.press("button", "Start a review…");
    await page.press("combobox", "Role");
    await page.press("option", /^Distributor ReadOnly/);
    await page.says("Roles that are meant");
    await page.type("Your name", "Maria Lind");
    await picture(app, "review-start");
    await page.press("button", "Start the review");
    await page.says(/0 of [\d,]+ decided/);
    const all = /0 of ([\d,]+) decided/.exec(await page.text())?.[1] ?? "";
    await press(page, "kkrka", all);
    await picture(app, "review-going-on");
    await page.browser.keys("Enter");
    await page.get("region", /^About /);
    await picture(app, "review-person");
    await page.browser.keys("Escape");
    await page.browser.keys("n");
    await page.get("dialog", /^Note on/);
    await picture(app, "review-note");
    await page.press("button", "Cancel");
    await page.press("button", "Keys");
    await picture(app, "review-keys");
    await page.press("button", "Close");
    await page.press("button", "Hand over a part…");
    await picture(app, "review-hand-over");
    await page.press("button", "Cancel");
    await page.press("link", /^Access reviews/);
    await page.get("heading", "Going on");
    await picture(app, "reviews");
    await page.press("link", "Overview");
    await page.get("heading", "Access reviews to go on with");
    await everyChart(page);
    await picture(app, "overview-reviews");
    await page.press("link", /^Access reviews/);
    await page.get("heading", "Access reviews");
    await page.press("button", /^Go on with the review/);
    await page.press("button", "Sign off…");
    await page.get("dialog", "Sign the review off");
    await picture(app, "review-sign-off");
    await page.type("Your name", "Maria Lind");
    await page.press("button", /^Sign off( with .*)?$/);
    await page.says("Signed off by Maria Lind");
    await picture(app, "review-signed-off");
    const pdf = join(app.home, "evidence.pdf");
    await page.press("button", "Save evidence…");
    await page.press("menuitem", /PDF/);
    await answerDialog("Save the evidence", pdf);
    await page.says("Saved as evidence.pdf");
    await pagesOf(pdf, "review-evidence", 3);
    await page.press("tab", "What became of the removals");
    await page.press("button", "Refresh the list");
    await page.says("By the list of");
    await picture(app, "review-follow-up");
  } finally {
    await app.discard();
  }
});
