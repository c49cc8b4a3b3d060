import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { expect, onTestFinished, test } from "vitest";
import { RunningApp } from "../harness/app";
import { findWindow, stroke, windowGone, xdotool } from "../harness/pointer";
import { bound, end } from "../harness/processes";
import { programs } from "../harness/programs";

const DAMAGED = '[{"id":"1","name":"Nord';

test("what keeps the window from opening is said in a box of the system's own, and the file stays as it is", async () => {
  const home = await mkdtemp(join(tmpdir(), "home-"));
  onTestFinished(() => rm(home, { recursive: true, force: true }));
  await writeFile(join(home, "profiles.json"), DAMAGED);
  const app = bound(programs.app(), [], {
    env: { ...process.env, ROLLCALL_HOME: home },
    stdio: ["ignore", "ignore", "pipe"],
  });
  onTestFinished(() => end(app));
  const ended = once(app, "exit");
  const said = app.stderr ? text(app.stderr) : "";
  const box = await findWindow();
  await xdotool("windowfocus", "--sync", box);
  await stroke("Return");
  await windowGone(box);
  expect((await ended)[0], "it did not open").toBe(1);
  expect(await said).toContain("The file profiles.json in Rollcall's data folder can't be read. It was left as it is");
  expect(await said, "where it is").toContain(`Data folder: ${home}`);
  expect(await readFile(join(home, "profiles.json"), "utf8")).toBe(DAMAGED);
});

test("settings of a newer Rollcall keep nobody out of the window, and what is known of them counts", async () => {
  const settings = '{"theme":"dark","density":"roomy","contrast":"sepia","zoomPercent":100}';
  const app = await RunningApp.start({ prepare: (home) => writeFile(join(home, "settings.json"), settings) });
  onTestFinished(() => app.discard());
  await app.page.get("button", "Try the sample platform");
  expect(await app.page.theme()).toBe("dark");
});
