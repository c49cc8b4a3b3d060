import { expect } from "vitest";
import { Key } from "webdriverio";
import { everyChart } from "../harness/charts";
import { readPictureElsewhere } from "../harness/clipboard";
import { expectNoBarriers, journey } from "../harness/journey";
import { sample } from "../harness/samples";
import { mailsSent } from "../harness/sandbox";

const INVITED = ["amelia.stone@contoso.example", "jonas.weber@fabrikam.example", "nadia.haddad@northwind.example"];

journey("From the first start to a sent spreadsheet", (step) => {
  step("the first start offers the sample platform beside a connection", async (app) => {
    await app.page.get("button", "Try the sample platform");
    await app.page.get("button", "Connect a platform");
    await expectNoBarriers(app, "Start");
  });

  step("the sample platform begins with its numbers, drawn", async (app) => {
    const { page } = app;
    await page.press("button", "Try the sample platform");
    await page.get("heading", "Overview");
    await page.get("link", /^Users\s*2,413$/);
    await everyChart(page);
    await expectNoBarriers(app, "Overview");
  });

  step("a bar opens exactly the people that it stands for", async ({ page }) => {
    const bar = await page.get("link", /^Customer Admin: /);
    const people = /: ([\d,]+) /.exec((await bar.getAttribute("aria-label")) ?? "")?.[1];
    await page.press("link", /^Customer Admin: /);
    await page.get("heading", "Users");
    await page.says(`${people} of 2,413`);
    await page.says("Role: Customer Admin");
    await page.press("button", "Clear");
  });

  step("a chart is copied as a picture that another program gets", async ({ page }) => {
    await page.press("link", /^Overview/);
    await page.press("button", /^More for People by role/);
    await page.press("menuitem", "Copy picture");
    await page.says("The picture is on the clipboard.");
    const picture = await readPictureElsewhere();
    expect(picture.subarray(1, 4).toString(), "it is a PNG").toBe("PNG");
    // Width and height stand at fixed places of a PNG's first block.
    expect(Math.min(picture.readUInt32BE(16), picture.readUInt32BE(20)), "and large enough to read").toBeGreaterThan(
      200,
    );
  });

  step("everyone is listed", async ({ page }) => {
    await page.press("link", /^Users/);
    await page.get("heading", "Users");
    await page.still();
    expect((await page.rows()).length, "a screenful of people is drawn").toBeGreaterThan(10);
  });

  step("the list stands in nobody's way", (app) => expectNoBarriers(app, "Users"));

  step("a search finds one person, and their details are shown", async (app) => {
    const { page } = app;
    await page.type("Search people", "ravi.menon@contoso", "searchbox");
    await page.says("1 of 2,413");
    await page.press("button", "Ravi Menon");
    await page.get("complementary", "About Ravi Menon");
    await page.says("ravi.menon@contoso.example");
    await expectNoBarriers(app, "Users, with a person open");
  });

  step("roles tell their weight and how many hold them", async (app) => {
    await app.page.press("link", /^Roles/);
    await app.page.get("heading", "Roles");
    const row = await app.page.get("row", /Distributor Admin/);
    expect(await app.page.textOf(row), "the role's weight is shown").toMatch(/^90\b/);
    await expectNoBarriers(app, "Roles");
  });

  step("identity providers tell whether they are enabled", async (app) => {
    await app.page.press("link", /^Identity providers/);
    await app.page.get("heading", "Identity providers");
    const google = await app.page.get("listitem", "Google");
    expect(await app.page.textOf(google), "a provider's state is shown").toMatch(/Enabled|Switched off/);
    await expectNoBarriers(app, "Identity providers");
  });

  step("a file held over the window is told what would happen", async (app) => {
    const held = await app.hold(sample("01-plain.xlsx"));
    await app.page.says("Check this file and show what would be sent");
    await app.page.says("Nothing is sent yet.");
    expect(await held.drop(), "the window takes the file").toBe("dropped");
    await app.page.says("01-plain.xlsx");
  });

  step("the dropped file is checked row by row before anything is sent", async (app) => {
    const { page } = app;
    await page.get("heading", "Invite people");
    const review = await page.all("button", "Go on to review");
    if (review.length > 0) {
      await expectNoBarriers(app, "Columns");
      await page.press("button", "Go on to review");
    }
    await page.get("button", "Invite 3 people to Sample platform…");
    for (const email of INVITED) await page.row(email);
    await expectNoBarriers(app, "Review");
    expect(await mailsSent(app), "nothing is sent by looking").toEqual([]);
  });

  step("what will be sent can be read to the letter", async (app) => {
    const { page } = app;
    await page.press("button", "What will be sent");
    await page.press("tab", /exact/);
    await page.says('"OrganizationIds"');
    await page.says("amelia.stone@contoso.example");
    await expectNoBarriers(app, "What will be sent");
    await page.press("button", "Close");
  });

  step("the last question names the platform and how many", async (app) => {
    await app.page.press("button", "Invite 3 people to Sample platform…");
    await app.page.get("dialog", "Invite 3 people to Sample platform?");
    await expectNoBarriers(app, "Send");
  });

  step("all three are invited, and every row has its outcome", async (app) => {
    const { page } = app;
    await page.press("button", "Send all 3");
    await page.says("The run is finished. 3 people invited.");
    for (const email of INVITED) expect(await page.row(email)).toContain("Invited");
    await expectNoBarriers(app, "Run");
  });

  step("the platform sent exactly three mails, one each", async (app) => {
    expect(await mailsSent(app)).toEqual(INVITED.map((email) => `${email} ×1`));
  });

  step("after a restart the run is still there and nobody was invited again", async (app) => {
    await app.restart();
    await app.page.get("link", /^Users\s*2,41\d$/);
    await app.page.press("link", /^Runs/);
    await app.page.says("01-plain.xlsx");
    await app.page.says("3 invited");
    await expectNoBarriers(app, "Runs");
    expect(await mailsSent(app)).toEqual(INVITED.map((email) => `${email} ×1`));
  });

  step("the platform still knows whom it invited", async ({ page }) => {
    await page.press("link", /^Users/);
    await page.press("button", "Refresh");
    await page.get("link", /^Users\s*2,416$/);
    await page.type("Search people", "amelia.stone@contoso", "searchbox");
    await page.says("1 of 2,416");
    expect((await page.row("amelia.stone@contoso.example")).join(" ")).toContain("New");
  });

  step("what changed since the list before is told, and by whom it is three", async (app) => {
    const { page } = app;
    await page.press("link", /^Changes/);
    await page.get("heading", "Changes");
    await page.says("3 joined");
    for (const email of INVITED) await page.row(email);
    await expectNoBarriers(app, "Changes");
  });

  step("anybody is found from anywhere, by keys alone", async (app) => {
    const { page } = app;
    await page.browser.keys([Key.Ctrl, "k"]);
    await page.get("dialog", /Find/);
    await page.browser.keys([..."ravi menon"]);
    await page.get("option", /Ravi Menon/);
    await expectNoBarriers(app, "Find anyone");
    await page.browser.keys(Key.Enter);
    await page.get("complementary", "About Ravi Menon");
  });

  step("settings and connections stand in nobody's way", async (app) => {
    for (const screen of ["Connections", "Settings"]) {
      await app.page.press("link", screen);
      await app.page.get("heading", screen);
      await expectNoBarriers(app, screen);
    }
  });
});
