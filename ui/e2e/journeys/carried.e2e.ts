import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect } from "vitest";
import type { RunningApp } from "../harness/app";
import { connect } from "../harness/connect";
import { answerDialog } from "../harness/dialogs";
import { expectNoBarriers, journey } from "../harness/journey";
import { typeAt } from "../harness/keys";
import { xdotool } from "../harness/pointer";
import { until } from "../harness/processes";
import { type Access, Sandbox } from "../harness/sandbox";
import { foundIn, keychain } from "../harness/secrets";

/** A credential, and what the bearer of the file could do with it. */
const secretsOf = ({ subscriptionKey, clientSecret, token }: Access) => [subscriptionKey, clientSecret, token];

/** The colour of the open platform, as the page's style has it. */
const colour = ({ page }: RunningApp) =>
  page.browser.execute(() => getComputedStyle(document.documentElement).getPropertyValue("--profile").trim());

/** What the form's field of this label holds. */
async function held({ page }: RunningApp, label: string): Promise<string> {
  return (await page.get("textbox", label)).getValue();
}

journey("A connection that is carried to a colleague", (step) => {
  let sandbox: Sandbox;
  let other: Sandbox;
  let folder: string;
  let file: string;
  beforeAll(async () => {
    sandbox = await Sandbox.start("--users", "40");
    other = await Sandbox.start("--users", "20");
    folder = await mkdtemp(join(tmpdir(), "carried-"));
    file = join(folder, "nordlys.rollcall.json");
  });
  afterAll(async () => {
    await sandbox?.stop();
    await other?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  step("is saved as a file through the menu of its card", async (app) => {
    const { page } = app;
    await connect(app, "Nordlys", sandbox.access);
    await page.get("link", /^Users\s*53$/);
    await page.enter("link", "Connections");
    await page.enter("button", "More for Nordlys");
    await page.take("Export…");
    await answerDialog("Export the connection", file);
    await page.says("Saved as nordlys.rollcall.json, without its credentials.");
    await expectNoBarriers(app, "Connections, one of them saved");
  });

  step("says where the platform is, and holds no secret in any form", async () => {
    const bytes = await readFile(file);
    for (const told of [sandbox.access.baseUrl, sandbox.access.clientId, sandbox.access.platformId]) {
      expect(bytes.includes(told), `the file says ${told}`).toBe(true);
    }
    for (const secret of secretsOf(sandbox.access)) expect(foundIn(bytes, secret)).toEqual([]);
    const kept = (await keychain()).map((item) => item.secret).filter((secret) => secret.length > 8);
    expect(kept.length, "the credentials, and the key of the data").toBeGreaterThan(2);
    for (const secret of kept) expect(foundIn(bytes, secret)).toEqual([]);
  });

  step("is removed with its credentials, as though this were another computer", async (app) => {
    const { page } = app;
    await page.enter("button", "More for Nordlys");
    await page.take("Remove…");
    await page.enter("button", "Remove Nordlys");
    await page.says("No platform is connected yet");
    const kept = (await keychain()).map((item) => item.secret);
    for (const secret of secretsOf(sandbox.access)) {
      expect(kept.includes(secret), "a credential of a removed connection is in the keychain").toBe(false);
    }
  });

  step("is filled in from the dropped file, and only the secrets are left", async (app) => {
    const { page } = app;
    await app.drop(file);
    await page.says("Filled in from “nordlys.rollcall.json”.");
    await page.says("Only the secrets are left: no file holds them. Nothing is kept until you save.");
    expect(await held(app, "Name")).toBe("Nordlys");
    expect(await held(app, "Base URL")).toBe(sandbox.access.baseUrl);
    expect(await held(app, "Platform ids")).toBe(sandbox.access.platformId);
    expect(await held(app, "Token URL")).toBe(sandbox.access.tokenUrl);
    expect(await held(app, "Client id")).toBe(sandbox.access.clientId);
    const focused = () =>
      page.browser.execute(() => (document.activeElement as HTMLInputElement).labels?.[0]?.innerText);
    await until("the first secret to have the focus", async () => (await focused()) === "Subscription key");
    await expectNoBarriers(app, "A connection, filled in from a colleague's file");
  });

  step("works once the secrets are typed, and its first people are there", async (app) => {
    const { page } = app;
    await typeAt(page, "Subscription key", sandbox.access.subscriptionKey);
    await typeAt(page, "Client secret", sandbox.access.clientSecret);
    await page.enter("button", "Save and test");
    await page.says("Everything needed for inviting works.");
    await page.enter("button", "Open Users");
    await page.get("link", /^Users\s*53$/);
    await page.row("@");
    expect((await sandbox.groundTruth()).effects, "looking mails nobody").toEqual([]);
  });

  step("and another one are switched between by keys from anywhere, each in its colour", async (app) => {
    const { page } = app;
    const carried = JSON.parse(await readFile(file, "utf8")) as { connection: { colour: string } };
    await page.enter("link", "Connections");
    await connect(app, "Fabrikam", other.access);
    await page.get("link", /^Users\s*33$/);
    const second = await until("a colour of its own", () => colour(app));
    expect(second).not.toBe(carried.connection.colour);
    const platforms = [
      ["1", "Nordlys", 53, carried.connection.colour],
      ["2", "Fabrikam", 33, second],
      ["1", "Nordlys", 53, carried.connection.colour],
    ] as const;
    for (const [number, name, people, wanted] of platforms) {
      await xdotool("key", "--clearmodifiers", `ctrl+shift+${number}`);
      await page.get("button", new RegExp(`^${name}.*Change platform$`));
      await page.get("link", new RegExp(`^Users\\s*${people}$`));
      await page.get("heading", "Users");
      await until(`the colour of ${name}`, async () => (await colour(app)) === wanted);
    }
  });
});
