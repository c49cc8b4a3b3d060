import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { Key } from "webdriverio";
import { RunningApp } from "../harness/app";
import type { Page } from "../harness/page";
import { programs } from "../harness/programs";
import { scrolled } from "./frames";
import { whileBeating } from "./heartbeat";
import { memoryOf, workOf } from "./memory";
import { ended, type Start, started } from "./starting";

const STARTS = 7;
const SETTLING = 12_000;
const IDLE = 30_000;
const SCREENS = [
  "Changes",
  "Findings",
  "Roles",
  "Identity providers",
  "Access reviews",
  "Invite",
  "Runs",
  "Settings",
  "Overview",
];
const lines: string[] = [];
const tell = (what: string, measured: string, wanted = "") => lines.push(`| ${what} | ${measured} | ${wanted} |`);
const median = (all: number[]) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? Number.NaN;
const spread = (all: number[]) => `${median(all)} ms (${Math.min(...all)} to ${Math.max(...all)})`;

/** A data folder with the sample platform, its list read and the tour over. */
async function withSample(home: string, people?: number): Promise<RunningApp> {
  const app = await RunningApp.start({
    home,
    env: people === undefined ? undefined : { ROLLCALL_SANDBOX_USERS: `${people}` },
    prepare: (folder) => writeFile(join(folder, "settings.json"), '{"tour":"over"}'),
  });
  await app.page.press("button", "Try the sample platform");
  await app.page.get("link", /^Users\s*[\d,]{2,}$/, undefined, 400_000);
  return app;
}

/** Megabytes in all, and milliseconds of work by thread while nobody did anything. */
async function atRest({ pid }: Start): Promise<{ memory: number; shown: string; work: [string, number][] }> {
  await sleep(SETTLING);
  const { own, webView } = await memoryOf(pid);
  const before = await workOf(pid);
  await sleep(IDLE);
  const work = [...(await workOf(pid))].map(([name, ran]): [string, number] => [name, ran - (before.get(name) ?? 0)]);
  const busy = work.filter(([, ran]) => ran > 0).toSorted(([, a], [, b]) => b - a);
  return { memory: own + webView, shown: `${own.toFixed(0)} + ${webView.toFixed(0)} MB`, work: busy };
}

/**
 * Follows a link of the rail as a press does, and waits for what it leads to within the page: what the driver looks for, it looks
 * for on the page's own thread.
 */
async function follow(page: Page, screen: string): Promise<void> {
  const isThere = await page.browser.executeAsync((begins: string, done: (isThere: boolean) => void) => {
    const links = [...document.querySelectorAll<HTMLElement>("nav a")];
    const link = links.find((each) => each.textContent?.startsWith(begins));
    if (!link) return done(false);
    const look = () => {
      const title = document.querySelector("h1")?.textContent ?? "";
      const isBusy = document.querySelector("[aria-busy=true]") !== null;
      setTimeout(title.startsWith(begins) && !isBusy ? () => done(true) : look, 100);
    };
    setTimeout(() => link.click(), 50);
    setTimeout(look, 100);
  }, screen);
  expect(isThere, `${screen} has a link`).toBe(true);
  // What is drawn after that, in turns.
  await sleep(800);
}

const inAll = (work: [string, number][]) => work.reduce((sum, [, ran]) => sum + ran, 0);

test("start, memory and rest beside an empty window", { timeout: 900_000 }, async () => {
  const home = await mkdtemp(join(tmpdir(), "home-"));
  try {
    const app = await withSample(home);
    await app.stop();
    // A window that was nowhere before comes into the middle of the screen, as the empty one does.
    await rm(join(home, "window.json"), { force: true });
    const env = { ROLLCALL_HOME: home };
    const ours: Start[] = [];
    const empty: Start[] = [];
    for (let turn = 0; turn <= STARTS; turn += 1) {
      const bare = await started(programs.emptyWindow(), "middle", {});
      await ended(bare);
      const full = await started(programs.app(), "numbers", env, "alt+2", "Users");
      await ended(full);
      // The first of each warms what is read from the disk.
      if (turn > 0) {
        empty.push(bare);
        ours.push(full);
      }
    }
    const bare = empty.map(({ painted }) => painted);
    const times = (all: number[]) => `${spread(all)}, ${(median(all) / median(bare)).toFixed(2)} ×`;
    tell("an empty window, painted", spread(bare));
    tell("the numbers of Overview painted", times(ours.map(({ painted }) => painted)));
    tell("a key answered", times(ours.map(({ answered }) => answered ?? Number.NaN)));
    tell(
      "usable: the list of people there by that key",
      times(ours.map(({ listed }) => listed ?? Number.NaN)),
      "1.5 ×",
    );

    const lone = await started(programs.emptyWindow(), "middle", {});
    const alone = await atRest(lone);
    await ended(lone);
    const first = await started(programs.app(), "numbers", env);
    const whole = await atRest(first);
    await ended(first);
    tell("memory of an empty window, program + web view", alone.shown);
    tell("… of the app on Overview", `${whole.shown}, ${(whole.memory / alone.memory).toFixed(2)} ×`, "1.4 ×");
    tell("work of an empty window in 30 s", `${inAll(alone.work).toFixed(1)} ms`);
    const most = whole.work.slice(0, 6).map(([name, ran]) => `${name.replace(/ \d+$/, "")} ${ran.toFixed(1)}`);
    tell("… of the app", `${inAll(whole.work).toFixed(1)} ms: ${most.join(", ")}`, "0");
  } finally {
    console.log(`\n| | Measured | Wanted |\n| --- | --- | --- |\n${lines.splice(0).join("\n")}`);
    await rm(home, { recursive: true, force: true });
  }
});

test.each([13, 100_000])("the page's thread with %i people", { timeout: 900_000 }, async (people) => {
  const home = await mkdtemp(join(tmpdir(), "home-"));
  const app = await withSample(home, people - 13);
  try {
    const { page } = app;
    const beat = async (what: string, act: () => Promise<void>) => {
      const { longest, over } = await whileBeating(page.browser, act);
      tell(`${what}, ${people} people`, `${longest.toFixed(0)} ms at the longest, ${over} times over 50 ms`, "0 times");
    };
    await beat("nothing done", () => sleep(2_000));
    await beat("the palette opened and typed in", async () => {
      await page.browser.keys([Key.Ctrl, "k"]);
      await page.browser.keys("anna");
      await sleep(1_000);
      await page.browser.keys(Key.Escape);
    });
    await beat("Users opened", () => follow(page, "Users"));
    await page.row("@");
    if (people > 100) {
      await beat("Users scrolled", async () => {
        expect(await scrolled(page.browser, 102, 60, false)).not.toBeNull();
      });
    }
    for (const screen of SCREENS) {
      await beat(`${screen} opened`, () => follow(page, screen));
      await page.get("heading", new RegExp(`^${screen}`));
    }
  } finally {
    console.log(`\n| | Measured | Wanted |\n| --- | --- | --- |\n${lines.splice(0).join("\n")}`);
    await app.stop();
    await rm(home, { recursive: true, force: true });
  }
});
