import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, expect } from "vitest";
import { addPlatform } from "../harness/ctl";
import { journey } from "../harness/journey";
import { lookingElsewhere, started } from "../harness/notifications";
import { spreadsheet } from "../harness/people";
import { end, until } from "../harness/processes";
import { Sandbox } from "../harness/sandbox";

/** What a dock hears. */
interface Sign {
  entry: string;
  progress: number;
  "progress-visible": boolean;
  urgent: boolean;
}

const FAULTS = {
  rules: [
    { when: { endpoint: "invite", email: "many0" }, fault: { latency: { min_ms: 400, max_ms: 400 } } },
    // The first ten take long enough to look elsewhere; the others are sent with a sign-in that is over.
    { when: { endpoint: "invite", email: "stuck00000@" }, fault: { latency: { min_ms: 4_000, max_ms: 4_000 } } },
    { when: { endpoint: "invite", email: "stuck00011@" }, fault: { status_before: { status: 401 } } },
  ],
};

let sandbox: Sandbox;

async function connected(home: string): Promise<void> {
  const faults = join(await mkdtemp(join(tmpdir(), "faults-")), "slow.json");
  await writeFile(faults, JSON.stringify(FAULTS));
  sandbox = await Sandbox.start("--users", "20", "--faults", faults);
  await addPlatform(home, "Nordlys", sandbox.access, "--settle-seconds", "2", "--batch", "10");
}

journey(
  "How far it is, on the dock",
  (step) => {
    const signs: Sign[] = [];
    let dock: Awaited<ReturnType<typeof started>>;
    beforeAll(async () => {
      dock = await started("launcher.py", "the dock to listen");
      if (!dock.stdout) throw new Error("The dock was started without a pipe.");
      createInterface({ input: dock.stdout }).on("line", (line) => {
        if (line.startsWith("{")) signs.push(JSON.parse(line));
      });
    });
    afterAll(async () => {
      await end(dock);
      await sandbox?.stop();
    });

    step("a run shows how far it is, and nothing once it is over", async (app) => {
      const { page } = app;
      await page.get("link", /^Users\s*33$/);
      await app.drop((await spreadsheet("many", 40)).path);
      await page.says("many.csv");
      if ((await page.all("button", "Go on to review")).length > 0) await page.press("button", "Go on to review");
      await page.press("button", "Invite 40 people to Nordlys – live…");
      await page.type("Type Nordlys to send", "Nordlys");
      await page.press("button", "Send all 40");
      await page.get("heading", "Run");
      await page.says("The run is finished. 40 people invited.");
      await until("the sign to be gone", () => signs.length > 0 && signs.at(-1)?.["progress-visible"] === false);
      expect(new Set(signs.map((sign) => sign.entry))).toEqual(new Set(["application://Rollcall.desktop"]));
      const shown = signs.filter((sign) => sign["progress-visible"]).map((sign) => sign.progress);
      expect(shown.length).toBeGreaterThan(1);
      expect(shown, "it only goes forward").toEqual([...shown].sort((one, other) => one - other));
      expect(signs.every((sign) => !sign.urgent)).toBe(true);
    });

    step("what stops for a person who looks elsewhere calls for them, until they are back", async (app) => {
      const { page } = app;
      await page.press("link", /^Invite/);
      await app.drop((await spreadsheet("stuck", 12)).path);
      await page.says("stuck.csv");
      if ((await page.all("button", "Go on to review")).length > 0) await page.press("button", "Go on to review");
      await page.press("button", "Invite 12 people to Nordlys – live…");
      await page.press("button", "Send all 12");
      await lookingElsewhere(async () => {
        const calling = await until("the sign to call for a person", () => signs.find(({ urgent }) => urgent));
        expect(calling["progress-visible"], "and to say still how far it came").toBe(true);
        expect(calling.progress).toBeCloseTo(10 / 12, 1);
        expect(signs.at(-1)?.urgent, "nobody has looked yet").toBe(true);
      });
      await until("the sign to be gone", () => signs.at(-1)?.["progress-visible"] === false);
      expect(signs.at(-1)?.urgent).toBe(false);
    });
  },
  { prepare: connected },
);
