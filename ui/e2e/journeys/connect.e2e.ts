import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Key } from "webdriverio";
import { clipboardElsewhere, readElsewhere } from "../harness/clipboard";
import { connect } from "../harness/connect";
import { expectNoBarriers, journey } from "../harness/journey";
import { familyOf, until } from "../harness/processes";
import { Sandbox } from "../harness/sandbox";
import { filesHolding, formsOf, foundIn, keychain } from "../harness/secrets";
import { DESKTOP, heldByThePage } from "../harness/silence";

test("the search finds a secret in every form in which it could lie in a file", async () => {
  const secret = "Sésame-öffne/dich+42&=";
  const folder = await mkdtemp(join(tmpdir(), "planted-"));
  try {
    for (const [form, bytes] of formsOf(secret)) {
      await writeFile(join(folder, "file"), Buffer.concat([Buffer.from("before "), bytes, Buffer.from(" after")]));
      expect(await filesHolding(folder, secret), `planted ${form}`).toHaveLength(1);
    }
    for (const lead of ["", "x", "xy", "xyz"]) {
      const hidden = Buffer.from(`${lead}${secret} and more`).toString("base64");
      expect(foundIn(hidden, secret), `inside a longer text, ${lead.length} bytes in`).not.toEqual([]);
    }
    await writeFile(join(folder, "file"), "nothing of the kind");
    expect(await filesHolding(folder, secret)).toEqual([]);
  } finally {
    await rm(folder, { recursive: true });
  }
});

journey("Connecting a platform with a client id and secret", (step) => {
  let sandbox: Sandbox;
  const secrets = () => [sandbox.access.clientSecret, sandbox.access.subscriptionKey];
  beforeAll(async () => {
    sandbox = await Sandbox.start("--users", "40");
  });
  afterAll(async () => {
    await sandbox?.stop();
  });

  step("the form asks for what it needs, in words, and stands in nobody's way", async (app) => {
    await app.page.press("button", "Connect a platform");
    await expectNoBarriers(app, "The kind of platform");
    await app.page.press("button", "Go on with AppXite");
    await expectNoBarriers(app, "New connection");
    await app.page.press("button", "Save and test");
    await app.page.says("A connection needs a name.");
    await app.page.says("The platform answers nobody without it.");
    await expectNoBarriers(app, "New connection, with what is missing");
    await app.page.press("button", "Cancel");
    await app.page.get("heading", "Connections");
  });

  step("the platform is tested and opened", async (app) => {
    await connect(app, "Nordlys", sandbox.access);
    await app.page.get("link", /^Users\s*53$/);
    const { requests } = await sandbox.groundTruth();
    const asked = new Set(requests.filter((each) => each.status === 200).map((each) => each.path));
    expect([...asked], "the app spoke to the platform in its other process").toContain("/api/v2/users");
  });

  step("the credentials are in the keychain", async () => {
    const kept = (await keychain()).map((item) => item.secret).join("\n");
    for (const secret of secrets())
      expect(kept.includes(secret), "a credential is missing from the keychain").toBe(true);
  });

  step("no file of the data folder, log, database or browser store holds them", async (app) => {
    for (const secret of secrets()) {
      expect(await filesHolding(app.home, secret)).toEqual([]);
      expect(await filesHolding(DESKTOP, secret)).toEqual([]);
    }
  });

  step("the page holds them nowhere, not even where they were typed", async (app) => {
    for (const secret of secrets()) expect(foundIn(await heldByThePage(app.page), secret)).toEqual([]);
    await app.page.press("link", "Connections");
    await app.page.says("Nordlys");
    await app.page.says("credentials in the keychain");
    for (const secret of secrets()) expect(foundIn(await heldByThePage(app.page), secret)).toEqual([]);
    await expectNoBarriers(app, "Connections");
  });

  step("neither what is copied nor a process of the app holds them, nor the key of the data", async (app) => {
    await app.page.press("link", /^Users/);
    await app.page.press("gridcell", /@/);
    await app.page.browser.keys([Key.Shift, Key.ArrowDown]);
    await app.page.browser.keys([Key.Ctrl, "c"]);
    await until("people on the clipboard", async () => (await readElsewhere()).includes("@"));
    const kept = (await keychain()).map((item) => item.secret).filter((secret) => secret.length > 8);
    expect(kept.length, "nothing was looked for").toBeGreaterThan(1);
    const processes = await familyOf(await app.process());
    expect(processes.length, "the engine of the page has processes of its own").toBeGreaterThan(1);
    const clipboard = await clipboardElsewhere();
    expect(clipboard.filter((copied) => copied.includes("@")).length, "text and table").toBeGreaterThan(1);
    for (const secret of [...secrets(), ...kept]) {
      for (const copied of clipboard) expect(foundIn(copied, secret)).toEqual([]);
      for (const told of processes) expect(foundIn(told, secret)).toEqual([]);
    }
  });

  step("after a restart it signs in again without being asked", async (app) => {
    await app.restart();
    await app.page.get("link", /^Users\s*53$/);
    const before = (await sandbox.groundTruth()).requests.length;
    await app.page.press("button", "Refresh");
    await until("the platform to be asked again", async () => (await sandbox.groundTruth()).requests.length > before);
    for (const secret of secrets()) expect(await filesHolding(DESKTOP, secret)).toEqual([]);
  });
});
