import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { test } from "vitest";
import { RunningApp } from "../harness/app";
import { everyChart } from "../harness/charts";
import { sample } from "../harness/samples";
import { out, picture } from "./picture";

test("every screen", { timeout: 600_000 }, async () => {
  await mkdir(out, { recursive: true });
  const app = await RunningApp.start();
  const { page } = app;
  try {
    await page.get("button", "Try the sample platform");
    await picture(app, "start");
    await page.press("button", "Connect a platform");
    await page.get("button", "Go on with AppXite");
    await picture(app, "connection-kind");
    await page.press("button", "Go on with AppXite");
    await picture(app, "connection");
    await page.press("button", "Cancel");
    await page.press("button", "Try the sample platform");
    await page.get("link", /^Users\s*2,413$/);
    await page.get("region", "People in numbers");
    await everyChart(page);
    await picture(app, "overview");
    await page.press("link", /^Users/);
    await picture(app, "users");
    await page.type("Search people", "ravi.menon@contoso", "searchbox");
    await page.says("1 of 2,413");
    await page.press("button", "Ravi Menon");
    await page.get("complementary", "About Ravi Menon");
    await picture(app, "person");
    await page.press("button", /^Find or do/);
    await picture(app, "palette-places");
    await page.type("Whom or what to find, or what to do", "ravi.menon", "combobox");
    await page.get("option", /Ravi Menon/);
    await picture(app, "palette");
    await page.browser.keys("Escape");
    for (const [link, screen] of [
      [/^Changes/, "changes-one-list"],
      [/^Roles/, "roles"],
      [/^Identity providers/, "providers"],
      [/^Invite/, "invite"],
    ] as const) {
      await page.press("link", link);
      await picture(app, screen);
    }
    const held = await app.hold(sample("02-title-block.xlsx"));
    await page.says("Nothing is sent yet.");
    await page.still();
    await app.picture(join(out, "drop.png"));
    await held.drop();
    await page.get("heading", "Invite people");
    await page.get("button", "What will be sent");
    await picture(app, "review-problems");
    await page.press("button", "Find and replace");
    await page.type("Find", "contoso");
    await page.says(/cells? in/);
    await picture(app, "review-find");
    await page.press("button", "Close find and replace");
    await page.press("button", "Choose another…");
    await picture(app, "review-choose");
    await page.press("button", "Cancel");
    await page.press("gridcell", /not-an-address/);
    await page.browser.keys("F2");
    await picture(app, "review-edit");
    await page.browser.keys("Escape");
    await page.press("button", /^Columns/);
    await page.get("button", "Go on to review");
    await picture(app, "columns");
    await page.press("link", /^Invite/);
    await page.says("02-title-block.xlsx");
    await picture(app, "invite-drafts");
    await page.press("button", "What is remembered…");
    await picture(app, "remembered");
    await page.press("button", "Close");
    await page.press("button", "Paste a table…");
    await picture(app, "paste");
    await page.press("button", "Cancel");
    await app.drop(sample("05-fold-and-conflict.xlsx"));
    await page.get("button", /^Review 1/);
    await picture(app, "review-conflict");
    await page.press("button", /^Review 1/);
    await picture(app, "conflicts");
    await page.press("button", "Done");
    await app.drop(sample("01-plain.xlsx"));
    await page.get("button", "Invite 3 people to Sample platform…");
    await picture(app, "review");
    await page.press("button", "What will be sent");
    await page.press("tab", /exact/);
    await picture(app, "calls");
    await page.press("button", "Close");
    await page.press("button", "Invite 3 people to Sample platform…");
    await picture(app, "send");
    await page.press("button", "Send all 3");
    await page.says("The run is finished.");
    await picture(app, "run");
    await page.press("link", /^Users/);
    await page.press("button", "Refresh");
    await page.get("link", /^Users\s*2,416$/);
    await page.press("link", /^Changes/);
    await page.says("3 joined");
    await picture(app, "changes");
    await page.press("button", /To the list of$/);
    await page.get("option", /people, \+/);
    await picture(app, "changes-lists");
    await page.browser.keys("Escape");
    for (const [link, screen] of [
      [/^Runs/, "runs"],
      ["Connections", "connections"],
      ["Settings", "settings"],
    ] as const) {
      await page.press("link", link);
      await picture(app, screen);
    }
    await page.press("button", /^Forget this platform’s data/);
    await picture(app, "forget");
    await page.press("button", "Keep everything");
  } catch (error) {
    await app.keepEvidence("shots");
    throw error;
  } finally {
    await app.discard();
  }
});
