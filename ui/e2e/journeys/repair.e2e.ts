import { expect } from "vitest";
import { Key } from "webdriverio";
import type { RunningApp } from "../harness/app";
import { copyElsewhere } from "../harness/clipboard";
import { expectNoBarriers, journey } from "../harness/journey";
import { keepsFocus, takeOption } from "../harness/keys";
import type { Page } from "../harness/page";
import { until } from "../harness/processes";
import { sample } from "../harness/samples";
import { mailsSent } from "../harness/sandbox";

/** Leads the keys to the cell that shows a text: the Tab key to the list, the arrows in it. */
async function goTo({ page }: RunningApp, text: string): Promise<void> {
  if (!(await inGrid(page))) await page.tabTo("grid", ROWS);
  for (let step = 0; step < 40; step += 1) {
    const key = await until(`the way to ${text}`, () => wayTo(page, text));
    if (key === "here") return;
    await page.stepTo(key);
  }
  throw new Error(`The arrows do not lead to ${text}.`);
}

const inGrid = ({ browser }: Page): Promise<boolean> =>
  browser.execute(() => document.activeElement?.getAttribute("role") === "grid");

/** The arrow that leads from the active cell towards the one that begins with a text; nothing while there is no such cell. */
async function wayTo({ browser }: Page, text: string): Promise<string | null> {
  const by = await browser.execute((text) => {
    const grid = document.activeElement;
    const here = document.getElementById(grid?.getAttribute("aria-activedescendant") ?? "");
    const cells = [...(grid?.querySelectorAll<HTMLElement>("[role=gridcell]") ?? [])];
    const there = cells.find((each) => each.innerText.trim().startsWith(text));
    if (!here || !there) return null;
    const place = (cell: HTMLElement) => [cell.closest("[role=row]")?.ariaRowIndex, cell.ariaColIndex].map(Number);
    const [row = 0, column = 0] = place(here);
    const [toRow = 0, toColumn = 0] = place(there);
    return { down: toRow - row, right: toColumn - column };
  }, text);
  if (!by) return null;
  if (by.down !== 0) return by.down > 0 ? Key.ArrowDown : Key.ArrowUp;
  if (by.right !== 0) return by.right > 0 ? Key.ArrowRight : Key.ArrowLeft;
  return "here";
}

/** Opens the list of a choice among those of one part of the screen: other parts have choices of the same name. */
async function openIn(page: Page, within: string, name: RegExp): Promise<void> {
  const wanted = await page.get("button", name, within);
  for (let stop = 0; stop < 80; stop += 1) {
    await page.stepTo(Key.Tab);
    if (await wanted.isFocused()) return page.browser.keys(Key.Enter);
  }
  throw new Error(`The Tab key does not lead to ${String(name)} in ${within}.`);
}

/** Keys as a person presses them, one after the other. */
async function keys(app: RunningApp, ...pressed: string[]): Promise<void> {
  for (const each of pressed) await app.page.browser.keys(each);
}

const ROWS = "Rows of the file";
const SENT_02 = ["Paul.Smith@contoso.example ×1", "lena.koch@contoso.example ×1", "no.body@fabrikam.example ×1"];

journey("A file full of mistakes, put right on the spot", (step) => {
  step("a file that was never meant for this is dropped", async (app) => {
    await app.page.enter("button", "Try the sample platform");
    await app.page.get("link", /^Users\s*2,413$/);
    await app.drop(sample("02-title-block.xlsx"));
    await app.page.get("heading", "Invite people");
    await app.page.get("button", "Invite 1 person to Sample platform…");
    await app.page.says("Custmer");
    await expectNoBarriers(app, "Review with problems");
  });

  step("one press puts all rows with an unknown role right", async (app) => {
    await app.page.enter("button", "Use Customer");
    await app.page.get("button", "Invite 2 people to Sample platform…");
    expect((await app.page.row("lena.koch")).join(" ")).toContain("Will be invited");
    await keepsFocus(app.page, "a group was put right");
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
    await app.page.enter("button", "Skip this row");
    await app.page.says("Skipped");
    await keepsFocus(app.page, "a row was skipped");
    await app.page.get("button", "Invite 3 people to Sample platform…");
    await expectNoBarriers(app, "Review with a skipped row");
  });

  step("a block copied elsewhere is pasted over two rows, and taken back", async (app) => {
    await goTo(app, "Lena");
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
    await app.page.enter("link", /^Invite/);
    await app.page.says("02-title-block.xlsx");
    await expectNoBarriers(app, "Invite with a draft");
    await app.page.enter("button", /^Go on with 02-title-block/);
    await app.page.get("button", "Invite 3 people to Sample platform…");
  });

  step("what was looked at is what is sent", async (app) => {
    await app.page.enter("button", "Invite 3 people to Sample platform…");
    await app.page.enter("button", "Send all 3");
    await app.page.says("The run is finished. 3 people invited.");
    expect(await mailsSent(app)).toEqual(SENT_02);
  });

  step("a file of addresses alone is dropped, and what it lacks is chosen once for all", async (app) => {
    const { page } = app;
    await app.drop(sample("12-only-addresses.csv"));
    await page.get("heading", "What the columns mean");
    const lacking = '[aria-label="For rows that lack a value"]';
    await openIn(page, lacking, /Role/);
    await takeOption(page, /^Customer\s*weight/);
    await openIn(page, lacking, /Sign-in/);
    await takeOption(page, /^Account/);
    await page.typeByKeys("Organizations", "Alpine", "combobox");
    await page.get("option", /^Alpine Ski House/);
    await page.browser.keys(Key.ArrowDown);
    await takeOption(page, /^Alpine Ski House/);
    await page.says("5 people to invite");
    await page.enter("button", "Go on to review");
    await page.get("button", "Invite 5 people to Sample platform…");
    await expectNoBarriers(app, "Review with values for all");
  });

  step("all five are invited, once each", async (app) => {
    await app.page.enter("button", "Invite 5 people to Sample platform…");
    await app.page.enter("button", "Send all 5");
    await app.page.says("The run is finished. 5 people invited.");
    const sent = await mailsSent(app);
    expect(sent.length).toBe(8);
    expect(sent.every((mail) => mail.endsWith("×1"))).toBe(true);
  });

  step("a table copied in another program is pasted instead of dropped", async (app) => {
    await app.page.enter("link", /^Invite/);
    await app.page.get("heading", "Drop a spreadsheet anywhere on this window");
    await copyElsewhere("Email\tRole\tOrganization\nann@trey.example\tCustomer\tTrey Research\n");
    await app.page.browser.keys([Key.Ctrl, "v"]);
    await app.page.get("button", "Invite 1 person to Sample platform…");
    await app.page.says("Pasted table");
  });
});
