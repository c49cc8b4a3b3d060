import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect } from "vitest";
import { Key } from "webdriverio";
import { chooseInDialog } from "../harness/dialogs";
import { expectNoBarriers, journey } from "../harness/journey";
import { typeAt } from "../harness/keys";
import { until } from "../harness/processes";
import { Sandbox } from "../harness/sandbox";

journey("From the developer portal's document to the first people, with keys alone", (step) => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await Sandbox.start("--users", "40");
  });
  afterAll(async () => {
    await sandbox?.stop();
  });

  step("the document is chosen, and says where the calls are", async (app) => {
    const { page } = app;
    const document = join(app.home, "portal.json");
    // A portal's export names the address of its gateway.
    const told = await sandbox.json<object>("/openapi.json");
    await writeFile(document, JSON.stringify({ ...told, servers: [{ url: sandbox.access.baseUrl }] }));
    await page.tabTo("button", "Connect a platform");
    await page.browser.keys(Key.Enter);
    await page.get("heading", "Connect a platform");
    await page.tabTo("button", "Choose a document…");
    await page.browser.keys(Key.Enter);
    await chooseInDialog("Choose a document", document);
    await page.get("table", "The calls that Rollcall needs");
    for (const path of ["GET /api/v2/users", "POST /api/v2/users/invite", "GET /api/v2/roles"]) await page.says(path);
    await page.says(/shows no kind that Rollcall knows, so it is compared with/);
    await expectNoBarriers(app, "What a document offers");
  });

  step("what it says is used, and only the ids and the secrets are left to type", async (app) => {
    const { page } = app;
    await page.tabTo("button", "Use this");
    await page.browser.keys(Key.Enter);
    await page.says(/Filled in from/);
    await expectNoBarriers(app, "New connection, filled in");
    await typeAt(page, "Name", "Nordlys");
    await typeAt(page, "Platform ids", sandbox.access.platformId);
    await typeAt(page, "Client id", sandbox.access.clientId);
    await typeAt(page, "Client secret", sandbox.access.clientSecret);
    await typeAt(page, "Subscription key", sandbox.access.subscriptionKey);
    await page.browser.keys(Key.Enter);
  });

  step("the connection is examined step by step, and everything works", async (app) => {
    const { page } = app;
    await page.says("Everything needed for inviting works.");
    await expectNoBarriers(app, "A connection, examined");
    expect((await sandbox.groundTruth()).effects, "looking mails nobody").toEqual([]);
  });

  step("its first people are on the screen", async ({ page }) => {
    await page.tabTo("button", "Open Users");
    await page.browser.keys(Key.Enter);
    await page.get("link", /^Users\s*53$/);
    await until("people", async () => (await page.rows()).length > 10);
  });
});
