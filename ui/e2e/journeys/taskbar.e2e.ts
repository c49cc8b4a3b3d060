import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, expect } from "vitest";
import { addPlatform } from "../harness/ctl";
import { journey } from "../harness/journey";
import { started } from "../harness/notifications";
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
  rules: [{ when: { endpoint: "invite" }, fault: { latency: { min_ms: 400, max_ms: 400 } } }],
};

let sandbox: Sandbox;

async function connected(home: string): Promise<void> {
  const faults = join(await mkdtemp(join(tmpdir(), "faults-")), "slow.json");
  await writeFile(faults, JSON.stringify(FAULTS));
  sandbox = await Sandbox.start("--users", "20", "--faults", faults);
  await addPlatform(home, "Nordlys", sandbox.access, "--settle-seconds", "2");
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
  },
  { prepare: connected },
);
