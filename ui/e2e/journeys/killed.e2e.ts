import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect } from "vitest";
import { addPlatform } from "../harness/ctl";
import { expectNoBarriers, journey } from "../harness/journey";
import { mailed, spreadsheet } from "../harness/people";
import { until } from "../harness/processes";
import { Sandbox } from "../harness/sandbox";

const PEOPLE = 2_000;
/** When the app dies: in the middle, with several calls under way. */
const MIDDLE = 700;

/** Calls take their time on both sides of the effect, so that a kill meets them before and after it. */
const SLOW = {
  rules: [false, true].map((after) => ({
    when: { endpoint: "invite" },
    fault: { latency: { min_ms: 100, max_ms: 300, after } },
  })),
};

const INVITE = "Invite 2,000 people to Nordlys – live…";
const RESUME = "Resume onboarding.csv to Nordlys – live";

let sandbox: Sandbox;

async function connected(home: string): Promise<void> {
  const faults = join(await mkdtemp(join(tmpdir(), "faults-")), "slow.json");
  await writeFile(faults, JSON.stringify(SLOW));
  sandbox = await Sandbox.start("--users", "40", "--faults", faults);
  await addPlatform(home, "Nordlys", sandbox.access, "--settle-seconds", "2", "--batch", "20");
}

journey(
  "Killed in the middle of 2,000 people",
  (step) => {
    let file: Awaited<ReturnType<typeof spreadsheet>>;
    beforeAll(async () => {
      file = await spreadsheet("onboarding", PEOPLE);
    });
    afterAll(async () => {
      await sandbox?.stop();
    });

    step("a spreadsheet of 2,000 people is dropped and checked", async (app) => {
      const { page } = app;
      await page.get("link", /^Users\s*53$/);
      await app.drop(file.path);
      await page.get("heading", "Invite people");
      if ((await page.all("button", "Go on to review")).length > 0) await page.press("button", "Go on to review");
      await page.get("button", INVITE);
    });

    step("the app is killed while it sends", async (app) => {
      await app.page.press("button", INVITE);
      await app.page.type("Type Nordlys to send", "nordlys");
      await app.page.press("button", "Send all 2,000");
      await until("the run to be in the middle", async () => (await mailed(sandbox)).length >= MIDDLE);
      await app.kill();
      const sent = (await mailed(sandbox)).length;
      expect(sent, "the kill came in the middle").toBeLessThan(PEOPLE);
    });

    step("the next start offers to go on", async (app) => {
      await app.startAgain();
      await app.page.get("button", RESUME);
      await app.page.says("1 run was not finished when Rollcall closed.");
      await expectNoBarriers(app, "A run that was not finished");
    });

    step("the run goes on to its end", async ({ page }) => {
      await page.press("button", RESUME);
      await page.get("heading", "Run");
      await page.says("The run is finished. 2,000 people invited.", 60_000);
    });

    step("everybody got exactly one mail", async () => {
      const mails = await mailed(sandbox);
      expect(mails.length, "mails in all").toBe(PEOPLE);
      expect(mails, "each of them once, nobody else").toEqual(file.emails);
    });
  },
  { prepare: connected },
);
