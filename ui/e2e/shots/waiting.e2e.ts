import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "vitest";
import { RunningApp } from "../harness/app";
import { addCustomer, ctl } from "../harness/ctl";
import { FABRIKAM, FAULTS, people } from "../harness/overlays";
import { Sandbox } from "../harness/sandbox";
import { out, picture } from "./picture";

test("runs that wait for a person", { timeout: 300_000 }, async () => {
  await mkdir(out, { recursive: true });
  const home = await mkdtemp(join(tmpdir(), "home-"));
  const file = async (name: string, text: string) => {
    await writeFile(join(home, name), text);
    return join(home, name);
  };
  const sandbox = await Sandbox.start("--users", "40", "--faults", await file("faults.toml", FAULTS));
  let app: RunningApp | undefined;
  try {
    await addCustomer(home, "Nordlys", sandbox.access, FABRIKAM);
    const lost = await file(
      "Onboarding Q4.csv",
      people(["ann", "lost.bo", "lost.cy", "lost.di", "lost.ed", "lost.fi"]),
    );
    const forbidden = await file("Offices north.csv", people(["gus", "forbidden.hal", "ida", "jon"]));
    for (const each of [lost, forbidden]) await ctl(home, ["invite", each, "-p", "Nordlys", "--yes"]);
    app = await RunningApp.start({ home });
    const { page } = app;
    await page.says("not finished when Rollcall closed");
    await picture(app, "unfinished");
    await page.press("link", /^Runs/);
    await page.press("link", "Onboarding Q4.csv");
    await page.says("need your word");
    await page.says("looked up in the list begun");
    await picture(app, "run-waiting");
    await page.press("gridcell", /lost\.cy/);
    await page.get("region", /^Row /);
    await picture(app, "run-row");
    await page.press("button", /^Send again to all/);
    await picture(app, "run-all");
    await page.press("button", "Cancel");
    await page.press("link", /^Runs/);
    await page.press("link", "Offices north.csv");
    await page.get("button", "Call off the rest…");
    await picture(app, "run-stopped");
    await page.press("button", "Call off the rest…");
    await picture(app, "run-call-off");
  } catch (error) {
    await app?.keepEvidence("shots-waiting");
    throw error;
  } finally {
    await app?.stop();
    await sandbox.stop();
    await rm(home, { recursive: true, force: true });
  }
});
