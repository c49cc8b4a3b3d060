import { expect } from "vitest";
import { Key } from "webdriverio";
import type { RunningApp } from "../harness/app";
import { copyElsewhere } from "../harness/clipboard";
import { expectNoBarriers, journey } from "../harness/journey";
import { sample } from "../harness/samples";
import { mailsSent } from "../harness/sandbox";

/** Puts the grid's place on the cell that shows a text, as a click beside a word does. */
async function goTo(app: RunningApp, text: string): Promise<void> {
  await app.page.press("gridcell", new RegExp(text));
}

/** Keys as a person presses them, one after the other. */
async function keys(app: RunningApp, ...pressed: string[]): Promise<void> {
  for (const each of pressed) await app.page.browser.keys(each);
}

const SENT_02 = ["Paul.Smith@contoso.example ×1", "lena.koch@contoso.example ×1", "no.body@fabrikam.example ×1"];

journey("A file full of mistakes, put right on the spot", (step) => {
  step("a file that was never meant for this is dropped", async (app) => {
    await app.page.press("button", "Try the sample platform");
    await app.page.get("link", /^Users\s*2,413$/);
    await app.drop(sample("02-title-block.xlsx"));
    await app.page.get("heading", "Invite people");
    await app.page.get("button", "Invite 1 person to Sample platform…");
    await app.page.says("Custmer");
    await expectNoBarriers(app, "Review with problems");
  });

  step("one click puts all rows with an unknown role right", async (app) => {
    await app.page.press("button", "Use Customer");
    await app.page.get("button", "Invite 2 people to Sample platform…");
    expect((await app.page.row("lena.koch")).join(" ")).toContain("Will be invited");
  });

  step("a wrong address is corrected in place", async (app) => {
    await goTo(app, "not-an-address");
    await keys(app, "F2");
    await app.page.get("textbox", /E-mail, row 8/);
    await app.page.browser.keys([Key.Ctrl, "a"]);
    await keys(app, ..."no.body@fabrikam.example", Key.Enter);
    await app.page.get("button", "Invite 3 people to Sample platform…");
    await expectNoBarriers(app, "Review after editing");
  });

  step("what was done is undone and done again by keys", async (app) => {
    await app.page.browser.keys([Key.Ctrl, "z"]);
    await app.page.get("button", "Invite 2 people to Sample platform…");
    await app.page.row("not-an-address");
    await app.page.browser.keys([Key.Ctrl, "y"]);
    await app.page.get("button", "Invite 3 people to Sample platform…");
    await app.page.row("no.body@fabrikam.example");
  });

  step("the row of totals is skipped", async (app) => {
    await app.page.press("button", "Skip this row");
    await app.page.says("Skipped");
    await app.page.get("button", "Invite 3 people to Sample platform…");
    await expectNoBarriers(app, "Review with a skipped row");
  });

  step("a block copied elsewhere is pasted over two rows, and taken back", async (app) => {
    await app.page.press("gridcell", /^Lena/);
    await copyElsewhere("Helena\tKoch-Weber\nNora\tBody\n");
    await app.page.browser.keys([Key.Ctrl, "v"]);
    await app.page.row("Koch-Weber");
    await app.page.row("Nora");
    await app.page.browser.keys([Key.Ctrl, "z"]);
    await app.page.row("Lena");
    expect((await app.page.text()).includes("Koch-Weber")).toBe(false);
  });

  step("all of it is still there after the app was killed", async (app) => {
    await app.restart();
    await app.page.get("link", /^Users\s*2,413$/);
    await app.page.press("link", /^Invite/);
    await app.page.says("02-title-block.xlsx");
    await expectNoBarriers(app, "Invite with a draft");
    await app.page.press("button", /^Go on with 02-title-block/);
    await app.page.get("button", "Invite 3 people to Sample platform…");
  });

  step("what was looked at is what is sent", async (app) => {
    await app.page.press("button", "Invite 3 people to Sample platform…");
    await app.page.press("button", "Send all 3");
    await app.page.says("The run is finished. 3 people invited.");
    expect(await mailsSent(app)).toEqual(SENT_02);
  });

  step("a file of addresses alone is dropped, and what it lacks is chosen once for all", async (app) => {
    const { page } = app;
    await app.drop(sample("12-only-addresses.csv"));
    await page.get("heading", "What the columns mean");
    const lacking = '[aria-label="For rows that lack a value"]';
    await page.press("button", /Role/, lacking);
    await page.press("option", /^Customer\s*weight/);
    await page.press("button", /Sign-in/, lacking);
    await page.press("option", "Account");
    await page.type("Organizations", "Alpine", "combobox");
    await page.press("option", /^Alpine Ski House/);
    await page.says("5 people to invite");
    await page.press("button", "Go on to review");
    await page.get("button", "Invite 5 people to Sample platform…");
    await expectNoBarriers(app, "Review with values for all");
  });

  step("all five are invited, once each", async (app) => {
    await app.page.press("button", "Invite 5 people to Sample platform…");
    await app.page.press("button", "Send all 5");
    await app.page.says("The run is finished. 5 people invited.");
    const sent = await mailsSent(app);
    expect(sent.length).toBe(8);
    expect(sent.every((mail) => mail.endsWith("×1"))).toBe(true);
  });

  step("a table copied in another program is pasted instead of dropped", async (app) => {
    await app.page.press("link", /^Invite/);
    await app.page.get("heading", "Drop a spreadsheet anywhere on this window");
    await copyElsewhere("Email\tRole\tOrganization\nann@trey.example\tCustomer\tTrey Research\n");
    await app.page.browser.keys([Key.Ctrl, "v"]);
    await app.page.get("button", "Invite 1 person to Sample platform…");
    await app.page.says("Pasted table");
  });
});
