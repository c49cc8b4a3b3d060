import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect } from "vitest";
import type { RunningApp } from "../harness/app";
import { connect } from "../harness/connect";
import { hostileWorld, LOUD, notText } from "../harness/hostile";
import { expectNoBarriers, journey } from "../harness/journey";
import type { Page } from "../harness/page";
import { until } from "../harness/processes";
import { Sandbox } from "../harness/sandbox";

/** A file whose name, headers and cells are as hostile as the platform. */
const FILE = `<img src=x onerror=window.ran='file'>&"'.csv`;
const ROWS = [
  ["Email", `Role ${LOUD}`, "Organizations", "</td><b class=evil>First name"],
  ["new.person@contoso.example", LOUD, LOUD, `=cmd|' /C calc'!A0`],
  [`${LOUD}@example.com`, "<b class=evil>No such role</b>", "javascript:window.ran='cell'", "x"],
];

async function expectText(app: RunningApp, screen: string): Promise<void> {
  expect(await notText(app.page), screen).toEqual([]);
  await expectNoBarriers(app, `${screen}, with hostile names`);
}

journey("A platform whose every name is hostile", (step) => {
  let folder: string;
  let sandbox: Sandbox;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "hostile-"));
    await writeFile(join(folder, "world.json"), JSON.stringify(await hostileWorld()));
    const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
    await writeFile(join(folder, FILE), ROWS.map((row) => row.map(cell).join(",")).join("\r\n"));
    sandbox = await Sandbox.start("--world", join(folder, "world.json"), "--users", "30");
  });
  afterAll(async () => {
    await sandbox?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  step("the check sees what is not text", async ({ page }) => {
    await page.browser.execute(() => {
      document.body.insertAdjacentHTML("beforeend", `<b class="evil" onclick="1">planted</b>`);
    });
    // The window keeps the prototype itself from being changed.
    await page.browser.execute(() => Object.assign(Object, { planted: 1 }));
    expect((await notText(page)).length, "a check that sees nothing would prove nothing").toBe(3);
    await page.browser.execute(() => {
      document.querySelector(".evil")?.remove();
      delete (Object as { planted?: number }).planted;
    });
  });

  step("its people are listed as text", async (app) => {
    await connect(app, LOUD, sandbox.access);
    await app.page.get("link", /^Users\s*43$/);
    await app.page.type("Search people", "onerror", "searchbox");
    await app.page.row(LOUD);
    await expectText(app, "Users");
  });

  step("the charts are text, also where a name is that of what every object has", async (app) => {
    await app.page.press("link", "Overview");
    await app.page.get("heading", "Overview");
    const drawn = () =>
      app.page.browser.execute(() => [...document.querySelectorAll("figure svg text")].map((text) => text.textContent));
    for (const name of ["__proto__", "constructor"]) {
      await until(`a bar of ${name}`, async () => (await drawn()).some((text) => text?.endsWith(name)));
    }
    await expectText(app, "Overview");
    await app.page.press("link", /^Users/);
  });

  step("a person's details and JSON are text", async (app) => {
    await app.page.type("Search people", "anna.ozola", "searchbox");
    await app.page.says("1 of 43");
    await app.page.press("button", /onerror/, "[role=grid]");
    await app.page.get("complementary", /^About .*onerror/);
    await expectText(app, "Person");
    await app.page.press("tab", "JSON");
    await app.page.says('"FirstName"');
    await expectText(app, "Person as JSON");
  });

  for (const [heading, shown] of [
    ["Roles", (page: Page) => page.get("row", /window\.ran='a picture'/)],
    ["Identity providers", (page: Page) => page.get("listitem", LOUD)],
    ["Findings", (page: Page) => page.get("listitem", "Blocked people who still hold roles")],
  ] as const) {
    step(`${heading} are listed as text`, async (app) => {
      await app.page.press("link", new RegExp(`^${heading}`));
      await app.page.get("heading", heading);
      await shown(app.page);
      await expectText(app, heading);
    });
  }

  step("the list of platforms is text", async (app) => {
    await app.page.press("button", /onerror/);
    await app.page.get("menuitem", /onerror/);
    await expectText(app, "List of platforms");
    await app.page.browser.keys("Escape");
    await app.page.press("link", "Connections");
    await app.page.says(LOUD);
    await expectText(app, "Connections");
  });

  step("a file with hostile name, headers and cells is text", async (app) => {
    await app.page.press("link", /^Users/);
    await app.page.get("heading", "Users");
    await app.drop(join(folder, FILE));
    await app.page.get("heading", "Invite people");
    await app.page.says(FILE);
    await expectText(app, "Columns or review");
    const columns = await app.page.all("button", "Go on to review");
    if (columns.length > 0) {
      await columns[0]?.click();
      await app.page.get("button", "What will be sent");
      await expectText(app, "Review");
    }
  });
});
