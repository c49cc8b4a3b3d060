import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "vitest";
import { RunningApp } from "../harness/app";
import { Sandbox } from "../harness/sandbox";
import { out, picture } from "./picture";

test("connections", { timeout: 300_000 }, async () => {
  await mkdir(out, { recursive: true });
  const sandbox = await Sandbox.start("--users", "400");
  const app = await RunningApp.start();
  const { page } = app;
  try {
    await page.press("button", "Connect a platform");
    await page.press("button", "What do I need?…");
    await page.get("dialog", "What do I need?");
    await picture(app, "connection-need");
    await page.press("button", "Close");
    const document = join(app.home, "portal.json");
    const told = await sandbox.json<object>("/openapi.json");
    await writeFile(document, JSON.stringify({ ...told, servers: [{ url: sandbox.access.baseUrl }] }));
    await app.drop(document);
    await page.get("table", "The calls that Rollcall needs");
    await picture(app, "connection-openapi");
    await page.press("button", "Use this");
    await page.says(/Filled in from/);
    await picture(app, "connection-filled");
    await page.type("Name", "Nordlys");
    await (await page.get("textbox", "Platform ids")).scrollIntoView({ block: "center" });
    await page.type("Platform ids", sandbox.access.platformId);
    await page.type("Client id", sandbox.access.clientId);
    await page.typeSecret("Client secret", sandbox.access.clientSecret);
    await page.typeSecret("Subscription key", sandbox.access.subscriptionKey);
    await page.press("button", "Save and test");
    await page.says("Everything needed for inviting works.");
    await picture(app, "connection-examined");
    await page.press("button", /^Match the answer/);
    await page.get("dialog", /^Match what/);
    await picture(app, "connection-match");
    await page.browser.keys("Escape");
    await page.press("link", "Connections");
    await page.press("button", "Test");
    await page.says("Everything needed for inviting works.");
    await picture(app, "connections-tested");
  } catch (error) {
    await app.keepEvidence("shots of connections");
    throw error;
  } finally {
    await app.discard();
    await sandbox.stop();
  }
});
