import { join } from "node:path";
import { expect } from "vitest";
import { Key } from "webdriverio";
import { answerDialog } from "../harness/dialogs";
import { expectNoBarriers, journey } from "../harness/journey";
import { keepsFocus, takeOption } from "../harness/keys";
import { filled, sheetOf } from "../harness/workbook";

const ROLE = "Distributor ReadOnly";

journey("A part of a review, handed over and dropped back", (step) => {
  let people: Record<string, string>[] = [];
  let decisions: string[] = [];

  step("the undecided people go out as a workbook for somebody whose name is typed", async (app) => {
    const { page } = app;
    await page.enter("button", "Try the sample platform");
    await page.get("heading", "Overview");
    await page.enter("link", /^Access reviews/);
    await page.enter("button", "Start a review…");
    await page.typeByKeys("Role", ROLE, "combobox");
    await page.get("option", new RegExp(`^${ROLE}`));
    await page.browser.keys(Key.ArrowDown);
    await takeOption(page, new RegExp(`^${ROLE}`));
    await page.says("Roles that are meant");
    await page.still();
    await page.typeByKeys("Your name", "Maria Lind");
    await page.enter("button", "Start the review");
    await page.says(/0 of [\d,]+ decided/);
    await page.enter("button", "Hand over a part…");
    await page.arrowTo("Whom it is about", "who are undecided");
    await page.typeByKeys("To whom", "Ben Okafor");
    await expectNoBarriers(app, "Hand over a part");
    await page.enter("button", "Save workbook…");
    await answerDialog("Save the part to hand over", join(app.home, "part.xlsx"));
    await page.says("Saved as part.xlsx.");
    await keepsFocus(page, "a part was handed over");
    people = await sheetOf(join(app.home, "part.xlsx"), "People");
    expect(people.length).toBeGreaterThan(3);
    expect(await page.text()).toContain(`0 of ${people.length} decided`);
  });

  step("what was chosen in it counts under that name once it is dropped", async (app) => {
    const { page } = app;
    decisions = people.map((_, place) => (place === 0 ? "Remove" : place === 1 ? "Ask" : "Keep"));
    decisions[people.length - 1] = "";
    await filled(join(app.home, "part.xlsx"), join(app.home, "decided.xlsx"), "People", "Decision", decisions);
    await app.drop(join(app.home, "decided.xlsx"));
    await page.get("dialog", "What came back from Ben Okafor");
    await page.says(`${people.length - 1} decisions were taken.`);
    await page.says("1 row has no decision.");
    await expectNoBarriers(app, "What came back");
    await page.enter("button", "Close");
    await keepsFocus(page, "what came back was read");
    await page.says(`${people.length - 1} of ${people.length} decided`);
  });

  step("the same file once more changes nothing", async (app) => {
    const { page } = app;
    await app.drop(join(app.home, "decided.xlsx"));
    await page.get("dialog", "What came back from Ben Okafor");
    await page.says("No decisions were taken.");
    await page.says(`${people.length - 1} stood so already.`);
    await page.enter("button", "Close");
    await keepsFocus(page, "what came back was read");
    await page.says(`${people.length - 1} of ${people.length} decided`);
  });

  step("the evidence says of each who decided, and that it was in a part handed over", async (app) => {
    const { page } = app;
    await page.enter("button", "Sign off…");
    await page.typeByKeys("Your name", "Maria Lind");
    await page.enter("button", /^Sign off( with .*)?$/);
    await page.says("Signed off by Maria Lind");
    await page.enter("button", "Save evidence…");
    await page.take(/^Workbook/);
    await answerDialog("Save the evidence", join(app.home, "evidence.xlsx"));
    await page.says("Saved as evidence.xlsx.");
    const told = await sheetOf(join(app.home, "evidence.xlsx"), "Decisions");
    const chosen = new Map(people.map((row, place) => [row["E-mail"], decisions[place] || "Undecided"]));
    expect(new Map(told.map((row) => [row["E-mail"], row.Decision]))).toEqual(chosen);
    const by = told.filter((row) => row.Decision !== "Undecided").map((row) => row["Decided by"]);
    expect(new Set(by)).toEqual(new Set(["Ben Okafor"]));
    const parts = await sheetOf(join(app.home, "evidence.xlsx"), "Hand-overs");
    expect(JSON.stringify(parts)).toContain("Ben Okafor");
  });
});
