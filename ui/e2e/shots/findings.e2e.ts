import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { RunningApp } from "../harness/app";
import { out, picture } from "./picture";

const BLOCKED = "Blocked people who still hold roles";

/** Makes what is muted look as if somebody had come to it since: takes three of those out whom it is known for. */
async function somebodyNew(app: RunningApp): Promise<void> {
  const folder = join(app.home, "profiles", (await readdir(join(app.home, "profiles")))[0] ?? "");
  const file = join(folder, "mutes.json");
  const kept = await readFile(file, "utf8");
  // As text: the numbers are longer than those that a script can count.
  const first = /("known":\s*\[\s*)(?:\d+,\s*){3}/;
  expect(kept).toMatch(first);
  await writeFile(file, kept.replace(first, "$1"));
  await app.restart();
}

test("findings, roles and identity providers", { timeout: 300_000 }, async () => {
  await mkdir(out, { recursive: true });
  const app = await RunningApp.start();
  let { page } = app;
  try {
    await page.press("button", "Try the sample platform");
    await page.get("link", /^Users\s*2,413$/);
    await page.press("link", "Findings");
    await page.says(/people looked at/);
    await picture(app, "findings");
    await page.press("button", new RegExp(`^(High|Medium|Low)\\s*${BLOCKED}$`));
    await page.says("What to do");
    await picture(app, "findings-open");
    await page.press("button", `Mute… ${BLOCKED}`);
    await page.get("dialog", `Mute “${BLOCKED}”?`);
    await picture(app, "findings-mute");
    await page.type("Why it can be ignored", "Their contracts ended last week.");
    await page.press("button", "Mute it");
    await page.says(/Muted by/);
    await picture(app, "findings-muted");
    await somebodyNew(app);
    page = app.page;
    await page.press("link", "Findings");
    await page.says(/more since then/);
    await picture(app, "findings-told-again");
    await page.press("link", /^Roles/);
    await page.says("Which weight is power");
    await picture(app, "roles-ladder");
    await page.press("button", "Turn round");
    await page.says("The less a role weighs");
    await picture(app, "roles-turned");
    await page.press("link", /^Identity providers/);
    await page.get("listitem", "Google");
    await picture(app, "providers-shares");
    await page.press("button", "What if this one is switched off? Google");
    await page.says(/If Google is switched off/);
    await page.row("Google");
    await picture(app, "providers-what-if");
    await page.press("button", "Close");
    await page.press("link", "Settings");
    const days = await page.get("textbox", "Days until an unaccepted invitation becomes a finding");
    await days.scrollIntoView();
    await picture(app, "settings-findings");
  } catch (error) {
    await app.keepEvidence("shots of findings");
    throw error;
  } finally {
    await app.discard();
  }
});
