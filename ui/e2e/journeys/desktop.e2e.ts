import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { RunningApp } from "../harness/app";
import { apartInTable, chartFaults, everyChart } from "../harness/charts";
import { expectNoBarriers, journey } from "../harness/journey";
import { started } from "../harness/notifications";
import { spreadsheet } from "../harness/people";
import { findWindow, geometry, placeWindow, processOf, windowGone, windowsShown, xdotool } from "../harness/pointer";
import { bound, end, until } from "../harness/processes";
import { programs } from "../harness/programs";
import { leftTooSmall, pastTheEdge, sideways } from "../harness/room";
import { openEnlarged, SCREENS } from "../harness/screens";

/** Starts the program once more on a data folder, and waits until that start has ended. */
async function startedOnceMore(home: string, ...files: string[]): Promise<number | null> {
  const second = spawn(programs.app(), files, { env: { ...process.env, ROLLCALL_HOME: home }, stdio: "ignore" });
  const [code] = await once(second, "exit");
  return code;
}

const width = (app: RunningApp) => app.page.browser.execute(() => window.innerWidth);
const height = (app: RunningApp) => app.page.browser.execute(() => window.innerHeight);

const press = (...keys: string[]) => xdotool("key", "--clearmodifiers", ...keys);
const titleOf = (window: string) => xdotool("getwindowname", window);

/** Opens the bar that is put away, goes by keys from its first menu, and waits until it is gone again. */
async function inBar(app: RunningApp, ...keys: string[]): Promise<void> {
  const before = await height(app);
  await press("Alt_L");
  await until("the bar to take its room", async () => (await height(app)) < before);
  // Its room is there a moment before it takes keys: a person presses again until a menu is open.
  await until("a menu to be open", async () => {
    await press("Down");
    return (await windowsShown()).length > 1;
  });
  await press(...keys);
  await until("the bar to be gone", async () => (await height(app)) === before);
}

journey("At home on the desktop", (step) => {
  step("the title says the screen and the open platform", async (app) => {
    await app.page.press("button", "Try the sample platform");
    await app.page.get("heading", "Overview");
    await until("the title", async () => (await titleOf(app.window)) === "Overview – Sample platform – Rollcall");
  });

  step("the links over each chart lie over its bars, also where the page is read from right to left", async (app) => {
    await everyChart(app.page);
    expect(await chartFaults(app)).toEqual([]);
    await app.page.browser.execute(() => document.documentElement.setAttribute("dir", "rtl"));
    await app.page.still();
    expect(await chartFaults(app), "from right to left").toEqual([]);
    await app.page.browser.execute(() => document.documentElement.setAttribute("dir", "ltr"));
  });

  step("columns that are thin have a table whose links a finger can tell apart", async (app) => {
    await app.page.press("button", "More for New people by month");
    await app.page.press("menuitem", "Show as table");
    await app.page.get("table", "New people by month");
    const apart = await apartInTable(app);
    expect(apart.length).toBeGreaterThan(10);
    expect(Math.min(...apart)).toBeGreaterThanOrEqual(24);
  });

  step("Ctrl with plus, minus and 0 changes the size of everything, and it is kept", async (app) => {
    await press("ctrl+plus");
    await until("the page to be larger", async () => Math.abs((await width(app)) - 1280 / 1.1) < 2);
    await press("ctrl+minus", "ctrl+minus");
    await until("the page to be smaller", async () => Math.abs((await width(app)) - 1280 / 0.9) < 2);
    await press("ctrl+0");
    await until("the page to be as designed", async () => (await width(app)) === 1280);
    for (let step = 0; step < 5; step += 1) await press("ctrl+plus");
    await until("the page to be twice as large", async () => (await width(app)) === 640);
    await app.page.get("button", "Size 200%: back to normal");
  });

  step(
    "at twice the size every screen still works",
    async (app) => {
      for (const [, link] of SCREENS) {
        await openEnlarged(app, link);
        await expectNoBarriers(app, `${link} at 200 %`);
        expect(await sideways(app), `${link} at 200 %: nothing but a table scrolls sideways`).toEqual([]);
        expect(await pastTheEdge(app), `${link} at 200 %: everything can be reached`).toEqual([]);
      }
    },
    300_000,
  );

  step("at twice the size in a small window nothing lies past its edge", async (app) => {
    await until("the window to be small", async () => {
      await placeWindow(app.window, 900, 600);
      return (await width(app)) === 450;
    });
    for (const [, link] of SCREENS) {
      await openEnlarged(app, link);
      expect(await sideways(app), `${link}: nothing but a table scrolls sideways`).toEqual([]);
      expect(await pastTheEdge(app), `${link}: everything can be reached`).toEqual([]);
      expect.soft(await leftTooSmall(app), `${link}: everything can be read`).toEqual([]);
    }
    await until("the window to be as before", async () => {
      await placeWindow(app.window, 1280, 800);
      return (await width(app)) === 640;
    });
  });

  step("a second start brings the one window forward with the file that it was given", async (app) => {
    await press("ctrl+0");
    await until("the page to be as designed", async () => (await width(app)) === 1280);
    await app.page.press("link", "Connections");
    const { path } = await spreadsheet("handed", 2);
    expect(await startedOnceMore(app.home, path)).toBe(0);
    await app.page.says("handed.csv");
    await app.page.get("heading", "Invite people");
    const shown = await xdotool("search", "--onlyvisible", "--class", "rollcall");
    expect(shown.split("\n")).toHaveLength(1);
  });

  step("Alt opens the menu bar, which is out of the way otherwise", async (app) => {
    // Go: the fourth menu; its third line is the second screen.
    await inBar(app, "Right", "Right", "Right", "Down", "Down", "Return");
    await app.page.get("heading", "Users");
  });

  step("Edit, Undo takes back what was done last, and in a field what was typed last", async (app) => {
    const undo = () => inBar(app, "Right", "Return");
    await app.page.press("link", "Settings");
    const dark = async () => app.page.browser.execute(() => document.documentElement.dataset.theme === "dark");
    await app.page.choose("Dark");
    await until("the page to be dark", dark);
    await undo();
    await until("the page to be as before", async () => !(await dark()));
    await app.page.press("link", /^Users/);
    const typed = await app.page.get("searchbox", "Search people");
    await app.page.browser.execute((field) => field.focus(), typed as unknown as HTMLElement);
    await xdotool("type", "ravi");
    await until("what was typed", async () => (await typed.getValue()) === "ravi");
    await undo();
    await until("less to stand there", async () => (await typed.getValue()) !== "ravi");
  });

  step("a key that stands in the bar acts once", async (app) => {
    await app.page.press("link", "Settings");
    await app.page.choose("Show the menu bar");
    await until("the bar to stand", async () => (await height(app)) < 800);
    await press("ctrl+equal");
    await until("the page to be larger", async () => (await width(app)) < 1280);
    await app.page.still();
    expect(await width(app), "one step, 110 %").toBe(1163);
    await press("ctrl+0");
    await until("the page to be as designed", async () => (await width(app)) === 1280);
    await press("ctrl+k");
    await app.page.get("combobox", "Whom or what to find, or what to do");
    await app.page.get("option", /^Overview/);
    await app.page.still();
    await press("Escape");
    // What stands over a screen keeps these keys from it.
    const nothingOver = async () => (await app.page.all("dialog", /./)).length === 0;
    await until("the palette to be gone", nothingOver);
    await press("alt+2");
    await app.page.get("heading", "Users");
    await press("ctrl+e");
    await app.page.get("dialog", "Export people");
    await app.page.still();
    await press("Escape");
    await until("the question to be gone", nothingOver);
    await press("ctrl+comma");
    await app.page.get("heading", "Settings");
    await app.page.choose("Show the menu bar");
    await until("the bar to be put away", async () => (await height(app)) === 800);
  });

  step("a first start takes the file that it was given as well", async (app) => {
    await app.stop();
    const { path } = await spreadsheet("first", 2);
    const first = bound(programs.app(), [path], { env: { ...process.env, ROLLCALL_HOME: app.home }, stdio: "ignore" });
    const window = await findWindow();
    await until("the draft of the file", async () => (await titleOf(window)).startsWith("Invite people"));
    await end(first);
    await windowGone(window);
    await app.startAgain();
  });
});

describe("The window", () => {
  test("comes back where it was, in its size, and maximised", async () => {
    const home = await mkdtemp(join(tmpdir(), "home-"));
    const app = await RunningApp.start({ home, size: null });
    try {
      await app.resize(1000, 640);
      await xdotool("windowmove", "--sync", app.window, 300, 200);
      const before = await geometry(app.window);
      await until("the place to be kept", async () => {
        const kept = JSON.parse(await readFile(join(home, "window.json"), "utf8"));
        // The size was kept before the window was moved, at the edge where it stood then.
        return kept.width === 1000 && kept.height === 640 && kept.x > 200 && kept.y > 100;
      });
      await app.restart();
      expect(await geometry(app.window)).toEqual(before);
      await app.page.browser.maximizeWindow();
      await until("it to be kept", async () => JSON.parse(await readFile(join(home, "window.json"), "utf8")).maximized);
      await app.restart();
      await until("the window to fill the screen", async () => (await geometry(app.window)).width > 1600);
    } finally {
      await app.discard();
    }
  });

  test("of a screen that is gone, and under the least size, is mended", async () => {
    const gone = { x: 5000, y: 4000, width: 200, height: 90, maximized: false, fullScreen: false };
    const app = await RunningApp.start({
      size: null,
      prepare: (home) => writeFile(join(home, "window.json"), JSON.stringify(gone)),
    });
    try {
      const { x, y, width, height } = await geometry(app.window);
      expect([width, height]).toEqual([720, 480]);
      expect(x >= 0 && y >= 0 && x + width <= 1680 && y + height <= 1050, `${x},${y}`).toBe(true);
    } finally {
      await app.discard();
    }
  });
});

/** How much of the screen was bright in each picture while the app started in a theme. */
async function brightness(theme: "dark" | "light"): Promise<number[]> {
  const home = await mkdtemp(join(tmpdir(), "home-"));
  await writeFile(join(home, "settings.json"), JSON.stringify({ theme }));
  const camera = await started("frames.py", "the first picture", "60");
  const frames: number[] = [];
  if (camera.stdout) createInterface({ input: camera.stdout }).on("line", (line) => frames.push(Number(line)));
  const app = bound(programs.app(), [], { env: { ...process.env, ROLLCALL_HOME: home }, stdio: "ignore" });
  try {
    const window = await findWindow();
    // However long the start took, the window is watched for some time after it came.
    await sleep(3_000);
    await end(camera);
    await end(app);
    await windowGone(window);
  } finally {
    await end(app);
    await end(camera);
  }
  return frames;
}

describe("The first picture", () => {
  test("is dark from the first moment in the dark theme", async () => {
    const light = await brightness("light");
    expect(Math.max(...light), "a bright window is seen as one").toBeGreaterThan(0.3);
    const dark = await brightness("dark");
    expect(dark.length).toBeGreaterThan(20);
    expect(Math.max(...dark)).toBeLessThan(0.05);
  });

  test("says that its page is still on its way when that does not come", async () => {
    const home = await mkdtemp(join(tmpdir(), "home-"));
    const app = bound(programs.app(), [], { env: { ...process.env, ROLLCALL_HOME: home }, stdio: "ignore" });
    let stopped: number | null = null;
    try {
      stopped = await until("the page's process", () => pageOf(app.pid ?? 0));
      process.kill(stopped, "SIGSTOP");
      const window = await findWindow();
      await until("the window to say so", async () => (await titleOf(window)).startsWith("Rollcall is still loading"));
      process.kill(stopped, "SIGCONT");
      await until("the page to be there", async () => (await titleOf(window)) === "Welcome – Rollcall");
      expect(await processOf(window)).toBe(app.pid);
      await end(app);
      await windowGone(window);
    } finally {
      await end(app);
    }
  });
});

/** The process of the page, as soon as it runs. */
async function pageOf(app: number): Promise<number | null> {
  const children = await readFile(`/proc/${app}/task/${app}/children`, "utf8").catch(() => "");
  for (const child of children.split(" ").filter((id) => id !== "")) {
    const name = await readFile(`/proc/${child}/comm`, "utf8").catch(() => "");
    if (name.startsWith("WebKitWebProces")) return Number(child);
  }
  return null;
}
