import { spawn } from "node:child_process";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import type { Browser } from "webdriverio";
import { RunningApp } from "../harness/app";
import { findWindow, processOf } from "../harness/pointer";
import { end } from "../harness/processes";
import { programs } from "../harness/programs";
import { type Frames, jumped, layBareList, liftBareList, overviewDrawn, scrolled, typed } from "./frames";
import { type Memory, memoryOf } from "./memory";

const PEOPLE = Number(process.env.ROLLCALL_MEASURED_PEOPLE ?? 1_000_000);
/** A data folder in which the sample platform was read already: reading a million people takes minutes. */
const READ = process.env.ROLLCALL_MEASURED_HOME;
const FRAMES = 240;
/** Frames for which the driver waits at once: it gives up after a minute. */
const AT_ONCE = 60;
const SLOW = 33;

const shown = (n: number) => n.toFixed(0);
const lines: string[] = [];
function tell(what: string, measured: string, wanted = ""): void {
  lines.push(`| ${what} | ${measured} | ${wanted} |`);
}

const ofMemory = ({ own, webView }: Memory) => `${shown(own)} + ${shown(webView)} MB`;
const sorted = (times: number[]) => times.toSorted((a, b) => a - b);
const at = (times: number[], share: number) => sorted(times)[Math.floor((times.length - 1) * share)] ?? 0;

function ofFrames({ times }: Frames): string {
  const slow = times.filter((time) => time > SLOW).length;
  return `${((100 * slow) / times.length).toFixed(1)} % over ${SLOW} ms (median ${shown(at(times, 0.5))}, longest ${shown(at(times, 1))} ms)`;
}

/** An empty window of the same size on the same desktop, at rest. */
async function emptyWindow(): Promise<Memory> {
  const child = spawn(programs.emptyWindow(), { stdio: "ignore" });
  try {
    // Nothing tells that an empty window is ready: it has nothing to show.
    await sleep(5_000);
    return await memoryOf(child.pid ?? 0);
  } finally {
    await end(child);
  }
}

/** So many frames in parts, each going on where the last one ended. */
async function scrolledOn(browser: Browser, step: number, looking = true): Promise<Frames> {
  const all: Frames = { times: [], bare: 0, unread: 0 };
  while (all.times.length < FRAMES) {
    const part = await scrolled(browser, step, AT_ONCE, looking);
    all.times.push(...part.times);
    all.bare += part.bare;
    all.unread += part.unread;
  }
  return all;
}

test(`${PEOPLE} people in the real window`, { timeout: 3_000_000 }, async () => {
  const empty = await emptyWindow();
  const home = await mkdtemp(join(tmpdir(), "home-"));
  if (READ) await cp(READ, home, { recursive: true });
  const app = await RunningApp.start({ home, env: { ROLLCALL_SANDBOX_USERS: `${PEOPLE}` } });
  try {
    const { page } = app;
    await page.browser.setTimeout({ script: 300_000 });
    const begun = Date.now();
    if (!READ) await page.press("button", "Try the sample platform");
    await page.get("link", new RegExp(`^Users\\s*${(PEOPLE + 13).toLocaleString("en")}$`), undefined, 2_400_000);
    const what = READ ? "the list from before is there" : "the list read from the sample platform";
    tell(what, `${shown((Date.now() - begun) / 1000)} s`);
    await page.press("link", /^Users/);
    await page.row("@");
    tell("Overview, with every chart drawn", `${shown(await overviewDrawn(page.browser))} ms`, "2000 ms");
    await page.press("link", /^Users/);
    await page.row("@");
    await page.still();

    const steps = [
      ["a row", 34],
      ["a screen", 600],
    ] as const;
    const ours = new Map<number, Frames>();
    for (const [, step] of steps) ours.set(step, await scrolledOn(page.browser, step));
    await layBareList(page.browser);
    // So far that a thousand rows last for all frames.
    const bare = await scrolledOn(page.browser, 34, false);
    await liftBareList(page.browser);
    tell("a bare list, scrolled by a row a frame", ofFrames(bare));
    for (const [what, step] of steps) {
      const seen = ours.get(step) ?? bare;
      tell(
        `the list, scrolled by ${what} a frame`,
        `${ofFrames(seen)}, ${(at(seen.times, 0.5) / at(bare.times, 0.5)).toFixed(2)} × the bare list`,
      );
      tell("… frames with a part that no row covers", `${seen.bare}`, "0");
      tell("… frames with a row whose person was not there yet", `${seen.unread}`, "0");
      expect(seen.bare, "no part of the list is ever blank").toBe(0);
      expect(seen.unread, "no row waits for its person").toBe(0);
    }
    const jumps: number[] = [];
    for (const share of [0.5, 0.1, 0.9, 0.31, 0.77, 1, 0]) jumps.push(await jumped(page.browser, share));
    tell(
      "anywhere in the list, until people are there",
      `${shown(at(jumps, 0.5))} ms (longest ${shown(at(jumps, 1))})`,
    );
    expect(Math.min(...jumps), "people appear wherever one goes").toBeGreaterThanOrEqual(0);

    const keys = await typed(page.browser, "menon");
    const ofKeys = keys.map((took) => (took === null ? "not seen" : shown(took)));
    tell("from a key to the rows that it finds", `${ofKeys.join(", ")} ms`);
    expect(keys, "every key's rows are seen to come").toEqual(Array(5).fill(expect.any(Number)));
    const full = await memoryOf(await processOf(await findWindow()));
    tell("memory, program + web view", ofMemory(full));
    tell("… of an empty window", ofMemory(empty));
    console.log(
      `\n| ${PEOPLE.toLocaleString("en")} people | Measured | Wanted |\n| --- | --- | --- |\n${lines.join("\n")}`,
    );
  } catch (error) {
    console.log(lines.join("\n"));
    await app.keepEvidence("measure");
    throw error;
  } finally {
    await app.stop();
    await rm(home, { recursive: true, force: true });
  }
});
