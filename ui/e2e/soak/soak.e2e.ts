import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { RunningApp } from "../harness/app";
import { addPlatform, asked } from "../harness/ctl";
import { mailed } from "../harness/people";
import { programs } from "../harness/programs";
import { Sandbox } from "../harness/sandbox";
import { folderSize, holdings, ROLES, scriptsHold } from "./figures";
import { ENOUGH, judged, type Round } from "./judgement";
import { FAULTS, Soak } from "./round";

const MINUTES = Number(process.env.ROLLCALL_SOAK_MINUTES ?? 60);
const OUT = join(programs.evidence(), "soak");
/** With those thirteen who are on every sample platform. */
const LISTED = 3_013;

test(`the app in use for ${MINUTES} minutes`, { timeout: (MINUTES + 15) * 60_000 }, async () => {
  await mkdir(OUT, { recursive: true });
  const faults = join(await mkdtemp(join(tmpdir(), "faults-")), "lost.json");
  await writeFile(faults, JSON.stringify(FAULTS));
  const sandbox = await Sandbox.start("--users", `${LISTED - 13}`, "--faults", faults);
  const printed = join(OUT, "printed.txt");
  await rm(printed, { force: true });
  const app = await RunningApp.start({
    // The engine prints how much its scripts hold after each collection.
    output: printed,
    env: { JSC_logGC: "1" },
    prepare: (home) => addPlatform(home, "Nordlys", sandbox.access, "--settle-seconds", "2", "--batch", "1"),
  });
  const noted: Round[] = [];
  try {
    const pid = await app.process();
    const soak = await Soak.begin(app, sandbox, LISTED);
    const begun = Date.now();
    const minutes = () => (Date.now() - begun) / 60_000;
    while (minutes() < MINUTES) {
      await soak.round();
      // What a round leaves behind is let go a moment later.
      await sleep(2_000);
      expect(await app.process(), "the same process all the time").toBe(pid);
      noted.push({ at: minutes(), ...(await state(app, pid)), scripts: await scriptsHold(printed) });
      await writeFile(join(OUT, "rounds.csv"), csv(noted));
    }
    const summary = `${soak.rounds} rounds in ${minutes().toFixed(0)} minutes, ${soak.invited.length} people invited`;
    await tell(summary, noted);
    await nobodyTwiceNobodyLost(app, sandbox, soak);
    await quietLog(app);
    if (noted.length >= ENOUGH) {
      for (const { what, measured, limit, holds } of judged(noted)) {
        expect.soft(holds, `${what}: ${measured}, wanted ${limit}`).toBe(true);
      }
    }
  } catch (error) {
    if (noted.length > 0) await tell(`${noted.length} rounds, then a failure`, noted);
    await app.keepEvidence("soak");
    throw error;
  } finally {
    await app.discard();
    await sandbox.stop();
  }
});

async function state(app: RunningApp, pid: number): Promise<Omit<Round, "at" | "scripts">> {
  const elements = await app.page.browser.execute(() => document.querySelectorAll("*").length);
  return { holds: await holdings(pid), elements, data: await folderSize(app.home) };
}

/** What the platform did and what the app says of it are the same, person by person. */
async function nobodyTwiceNobodyLost(app: RunningApp, sandbox: Sandbox, soak: Soak): Promise<void> {
  const mails = await mailed(sandbox);
  expect(mails, "one mail each, and to nobody else").toEqual(soak.invited.toSorted());
  const { runs } = await asked<{ runs: { runId: string }[] }>(app.home, "runs", "list");
  expect(runs, "each round is one run").toHaveLength(soak.rounds);
  const rows: string[] = [];
  for (const { runId } of runs) {
    const run = await asked<Run>(app.home, "runs", "show", runId);
    const open = run.rows.filter(({ state }) => !["confirmed", "confirmed-by-list"].includes(state));
    expect(open, `${run.file.name}: every row ended well`).toEqual([]);
    rows.push(...run.rows.map(({ email }) => email));
  }
  expect(rows.toSorted(), "no row lost, none twice").toEqual(soak.invited.toSorted());
}

interface Run {
  file: { name: string };
  rows: { email: string; state: string }[];
}

async function quietLog(app: RunningApp): Promise<void> {
  const folder = join(app.home, "logs");
  for (const name of await readdir(folder)) {
    const bad = (await readFile(join(folder, name), "utf8"))
      .split("\n")
      .filter((line) => /\bERROR\b|panick/.test(line));
    expect(bad, "no error in the log").toEqual([]);
  }
}

async function tell(summary: string, noted: readonly Round[]): Promise<void> {
  const table = [
    `${summary}.`,
    "",
    "| What | Measured | Wanted |",
    "| --- | --- | --- |",
    ...judged(noted).map(
      ({ what, measured, limit, holds }) => `| ${what} | ${measured} | ${limit}${holds ? "" : ": **missed**"} |`,
    ),
  ].join("\n");
  console.log(`\n${table}\n`);
  await writeFile(join(OUT, "table.md"), `${table}\n`);
}

function csv(noted: readonly Round[]): string {
  const figures = ["pss", "own", "threads", "files"] as const;
  const header = [
    "minute",
    ...ROLES.flatMap((role) => figures.map((each) => `${role} ${each}`)),
    "elements",
    "data",
    "scripts",
  ];
  const lines = noted.map(({ at, holds, elements, data, scripts }) =>
    [
      at.toFixed(2),
      ...ROLES.flatMap((role) =>
        figures.map((each) => holds[role][each].toFixed(each === "pss" || each === "own" ? 2 : 0)),
      ),
      elements,
      data.toFixed(2),
      scripts.toFixed(2),
    ].join(","),
  );
  return `${[header.join(","), ...lines].join("\n")}\n`;
}
