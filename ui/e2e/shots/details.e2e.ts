import { mkdir } from "node:fs/promises";
import { test } from "vitest";
import { Key } from "webdriverio";
import { RunningApp } from "../harness/app";
import { connect } from "../harness/connect";
import { Sandbox } from "../harness/sandbox";
import { out, picture } from "./picture";

/** What opens over a screen or unfolds in it, and is in no other picture. */
test("menus, pickers and what unfolds", { timeout: 600_000 }, async () => {
  await mkdir(out, { recursive: true });
  const sandbox = await Sandbox.start("--users", "400");
  const app = await RunningApp.start();
  try {
    await connect(app, "Nordlys", sandbox.access);
    await ofTheList(app);
    await ofConnections(app);
  } catch (error) {
    await app.keepEvidence("shots of details");
    throw error;
  } finally {
    await app.discard();
    await sandbox.stop();
  }
});

async function ofTheList(app: RunningApp): Promise<void> {
  const { page } = app;
  await page.row("@");
  await page.press("button", /^View/);
  await page.get("menu", /./);
  await picture(app, "users-views");
  await page.browser.keys(Key.Escape);
  await page.press("button", "Columns");
  await page.get("dialog", "Columns");
  await picture(app, "users-columns");
  await page.browser.keys(Key.Escape);
  const [, , first] = await page.all("gridcell");
  await first?.click();
  await page.browser.keys([Key.Shift, Key.ArrowDown]);
  await page.browser.keys([Key.Shift, Key.ArrowDown]);
  await picture(app, "users-marked");
  await page.browser.keys(Key.Escape);
  await page.press("button", "Adrián Peña");
  await page.press("tab", "JSON");
  await page.says("As the platform sent it.");
  await picture(app, "users-json");
  await page.press("button", "Close", "[role=complementary], aside");
  await app.resize(1590, 900);
  await page.still();
  await app.picture(`${out}/users-wide.png`);
  await app.resize(1280, 800);
}

async function ofConnections(app: RunningApp): Promise<void> {
  const { page } = app;
  await page.press("link", "Connections");
  await page.press("button", "More for Nordlys");
  await page.get("menu", /./);
  await picture(app, "connections-more");
  await page.browser.keys(Key.Escape);
  await page.press("button", "Edit", "main");
  await page.get("heading", /Nordlys/);
  await page.choose("The browser, as yourself");
  await (await page.get("textbox", "Address where people sign in")).scrollIntoView({ block: "center" });
  await picture(app, "connection-browser");
  await page.press("button", "Change the network");
  await page.choose("This one");
  await (await page.get("textbox", "The proxy’s address")).scrollIntoView({ block: "center" });
  await picture(app, "connection-network");
  await page.press("button", "Look at the description…");
  await (await page.get("textbox", "Changes, as TOML")).scrollIntoView({ block: "center" });
  await picture(app, "connection-description");
}
