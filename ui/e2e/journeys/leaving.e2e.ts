import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect } from "vitest";
import { connect } from "../harness/connect";
import { expectNoBarriers, journey, LIGHT_AND_DARK } from "../harness/journey";
import { sample } from "../harness/samples";
import { Sandbox } from "../harness/sandbox";

/** The first call takes so long that a person can think about leaving. */
const SLOW = `
[[rules]]
when = { endpoint = "invite", nth = 1 }
fault = { latency = { min_ms = 25000, max_ms = 25000 } }
`;

journey("Leaving a window that sends, and coming back", (step) => {
  let folder: string;
  let sandbox: Sandbox;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "slow-"));
    await writeFile(join(folder, "faults.toml"), SLOW);
    sandbox = await Sandbox.start("--users", "40", "--faults", join(folder, "faults.toml"));
  });
  afterAll(async () => {
    await sandbox?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  step("a run is being sent", async (app) => {
    await connect(app, "Nordlys", sandbox.access);
    await app.drop(sample("01-plain.xlsx"));
    await app.page.press("button", /^Invite 3 people to Nordlys/);
    await app.page.type("Type Nordlys to send", "Nordlys");
    await app.page.press("button", "Send all 3");
    await app.page.get("button", "Stop after this batch");
  });

  step("the window asks before it closes, and goes on sending when told so", async (app) => {
    await app.askToClose();
    await app.page.get("alertdialog", "A run is being sent");
    await expectNoBarriers(app, "The question before a window closes that sends", LIGHT_AND_DARK);
    await app.page.press("button", "Keep sending");
    await app.page.get("button", "Stop after this batch");
  });

  step("told to stop, it closes once the call under way has ended", async (app) => {
    await app.askToClose();
    await app.page.press("button", "Stop after this call and close");
    await app.page.says("closes by itself");
    await app.closed(60_000);
    const { effects } = await sandbox.groundTruth();
    expect(effects, "the call under way came to its end, and no other was begun").toHaveLength(1);
  });

  step("the next start offers to go on, in nobody's way", async (app) => {
    await app.restart();
    await app.page.says("1 run was not finished when Rollcall closed.");
    await expectNoBarriers(app, "Users, with a run that was not finished");
    await app.page.press("button", /^Resume 01-plain\.xlsx/);
    await app.page.says("The run is finished. 3 people invited.");
    const { effects } = await sandbox.groundTruth();
    expect(
      effects.map(({ count }) => count),
      "one mail each",
    ).toEqual([1, 1, 1]);
  });

  step("what happened to a row can be read", async (app) => {
    await app.page.press("gridcell", /amelia\.stone/);
    await app.page.says("sent (attempt 1)");
    await app.page.says("the answer says: invited");
    await expectNoBarriers(app, "Run, with a row open");
  });
});
