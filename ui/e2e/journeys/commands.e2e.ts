import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect } from "vitest";
import type { RunningApp } from "../harness/app";
import { callFromPage, type Payloads, type Told } from "../harness/calls";
import { type Command, Contract, type Fill } from "../harness/contract";
import { addPlatform, ctl } from "../harness/ctl";
import { LOUD } from "../harness/hostile";
import { journey } from "../harness/journey";
import { sample } from "../harness/samples";
import { mailsSent, Sandbox } from "../harness/sandbox";

const contract = new Contract();
const SAMPLE = "sandbox";
/** The largest number that a count of the contract can be. */
const MOST = 4_294_967_295;
/** A word in a file beside the data folder: no answer may hold it. */
const CANARY = "the-word-in-the-file-beside";

/** Commands that would end the journey if they were called as they are meant: they get nonsense alone. */
const ENDING = ["act_in_window", "close_window", "follow", "forget_platform", "remove_profile"];

/** Those of them that close the window even of nothing: of what can be chosen they are given nothing that means something. */
const CLOSING = ["act_in_window", "close_window"];

/** What no sentence for a person may hold: names of insides. */
const RAW = /panicked|unwrap|rusqlite|sqlite_|serde|stack backtrace|thread '|src\/.*\.rs/i;

/** How the shell refuses what is not written as the contract says, before anything of ours sees it. */
const BY_SHELL = /^(invalid args `|recursion limit exceeded|unexpected end of hex escape|invalid channel value `)/;

/** Calls that are not even written as the contract says. */
function illWritten({ args }: Command): Payloads {
  const all = (odd: string, value: unknown): [string, Record<string, unknown>] => [
    odd,
    Object.fromEntries(args.map((arg) => [arg.name, value])),
  ];
  return [
    ["nothing is given", {}],
    all("null", null),
    all("a negative number", -1),
    all("a fraction", 0.5),
    all("a number that is too large", MOST + 1),
    all("a flag", true),
    all("a list", [[], {}, null]),
    all("an object", { __proto__: null, constructor: "x", kind: "no-such-kind" }),
    all("a text of a million characters", "@huge"),
    all("five thousand levels", "@deep"),
    all("half a character", "\ud800"),
  ];
}

interface Ids {
  canary: string;
  run: string;
}

/** Calls that are written as they should be and mean nothing, or something else. */
function wellWritten({ name, args }: Command, { canary, run }: Ids): Payloads {
  const nobody: Fill = { text: () => "no-such-thing", number: 0, flag: false, way: 0 };
  const fills: [string, Fill][] = [
    ["ids of nothing", nobody],
    ["a way out of the folder", { ...nobody, text: () => `../../../../../../..${canary}` }],
    ["a path", { ...nobody, text: () => canary, number: MOST }],
    ["markup and odd characters", { ...nobody, text: () => `${LOUD}\u0000\u202E'; DROP TABLE users; --`, flag: true }],
    ["empty texts", { ...nobody, text: () => "", number: 1 }],
  ];
  const another = (field: string) => (field === "profile" ? SAMPLE : field === "run" ? run : "no-such-thing");
  if (!ENDING.includes(name)) {
    fills.push(["something of another connection", { ...nobody, text: another, number: MOST, flag: true }]);
    fills.push(["a real connection and a way out", { ...nobody, text: (f) => (f === "profile" ? SAMPLE : canary) }]);
  }
  const ways = Math.max(1, ...args.map((arg) => contract.ways(arg.type)));
  return fills.flatMap(([odd, fill]) =>
    Array.from({ length: ways }, (_, way): [string, Record<string, unknown>] => [
      `${odd}, way ${way + 1} of ${ways}`,
      Object.fromEntries(args.map((arg) => [arg.name, contract.example(arg.type, { ...fill, way }, arg.name)])),
    ]),
  );
}

/** What is wrong with what the shell said. */
function wrong({ odd, how, code, message, tells }: Told, home: string): string[] {
  const found: string[] = [];
  if (how === "never") found.push("no answer came, so it panicked or hangs");
  if (tells) found.push("it tells what stands in a file that nobody gave to the app");
  if (how === "refused") {
    if (code === "" && !BY_SHELL.test(message)) found.push(`a raw refusal: ${message.slice(0, 200)}`);
    if (code !== "" && (message.trim() === "" || RAW.test(message) || message.includes(home)))
      found.push(`no sentence: ${message.slice(0, 200)}`);
    if (code === "internal") found.push(`a defect of its own: ${message}`);
  }
  return found.map((each) => `${odd}: ${each}`);
}

/** Calls the shell as the page does. */
const invoke = (app: RunningApp, command: string, payload: object): Promise<unknown> =>
  app.page.browser.executeAsync(
    (command: string, payload: object, done: (told: unknown) => void) => {
      type Shell = { __TAURI_INTERNALS__: { invoke(name: string, payload: object): Promise<unknown> } };
      (window as unknown as Shell).__TAURI_INTERNALS__.invoke(command, payload).then(done, done);
    },
    command,
    payload,
  );

journey(
  "A page that calls the shell with nonsense",
  (step) => {
    let folder: string;
    let sandbox: Sandbox;
    let home: string;
    let run = "";
    let before: { effects: unknown; mails: string[] };
    let output: string;
    const truth = async (app: RunningApp) => ({
      effects: (await sandbox.groundTruth()).effects,
      mails: await mailsSent(app),
    });
    const canary = () => join(folder, "canary.txt");

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), "nonsense-"));
      output = join(tmpdir(), "nonsense.out");
      await writeFile(canary(), CANARY);
      sandbox = await Sandbox.start("--users", "30");
    });
    afterAll(async () => {
      await sandbox?.stop();
      await rm(folder, { recursive: true, force: true });
    });

    step("there are two connections, and a run of the second", async (app) => {
      home = app.home;
      await app.page.press("button", "Try the sample platform");
      await app.page.get("heading", "Overview");
      await app.stop();
      await addPlatform(home, "Nordlys", sandbox.access);
      await ctl(home, ["invite", sample("01-plain.xlsx"), "-p", "Nordlys", "--yes"]);
      await app.startAgain();
      await app.page.get("link", /^Users/);
      const profiles = (await invoke(app, "list_profiles", {})) as { id: string; name: string }[];
      const nordlys = profiles.find((each) => each.name === "Nordlys")?.id;
      expect(profiles.map((each) => each.id)).toContain(SAMPLE);
      const runs = (await invoke(app, "list_runs", { profile: nordlys })) as { id: string }[];
      run = runs[0]?.id ?? "";
      expect(run, "without a run of another connection there is nothing to ask for").not.toBe("");
      before = await truth(app);
      expect(before.effects, "somebody was invited there").not.toEqual([]);
    });

    for (const command of contract.commands) {
      step(
        `${command.name} takes nonsense for nonsense`,
        async (app) => {
          const calls: Payloads =
            command.args.length === 0
              ? [["as it is", {}]]
              : [...illWritten(command), ...wellWritten(command, { canary: canary(), run })].filter(
                  ([odd]) => !CLOSING.includes(command.name) || !odd.includes("way"),
                );
          const told = await callFromPage(app, command.name, calls, CANARY);
          expect.soft(told.flatMap((each) => wrong(each, app.home))).toEqual([]);
        },
        600_000,
      );
    }

    step("what stands beside the data folder was neither read nor changed", async () => {
      expect(await readdir(folder)).toEqual(["canary.txt"]);
      expect(await readFile(canary(), "utf8")).toBe(CANARY);
    });

    step("nobody was invited by it", async (app) => {
      expect(await truth(app)).toEqual(before);
    });

    step("no panic stands in the log, nor in what was printed", async (app) => {
      const logs = await readdir(join(app.home, "logs"));
      const texts = await Promise.all(logs.map((name) => readFile(join(app.home, "logs", name), "utf8")));
      expect(texts.join("\n"), "without a log this would prove nothing").not.toBe("");
      expect(
        texts
          .join("\n")
          .split("\n")
          .filter((line) => /panick|"ERROR"/.test(line)),
      ).toEqual([]);
      expect((await readFile(output, "utf8")).split("\n").filter((line) => line.includes("panicked"))).toEqual([]);
    });

    step("the app works as before", async (app) => {
      // The nonsense was kept as what a person chose, the language among it: another choice takes it back.
      await invoke(app, "save_settings", { settings: { language: "en", tour: "over" } });
      await app.page.browser.refresh();
      await app.page.press("link", /^Users/);
      await app.page.get("heading", "Users");
      // The nonsense was kept as how the screen stood last, and goes as any filter does.
      await app.page.press("button", "Clear search and filters");
      await app.page.row("anna.ozola");
      await app.page.press("link", /^Roles/);
      await app.page.says("Super Admin");
      await app.page.press("link", /^Runs/);
      await app.page.get("heading", "Runs");
    });
  },
  { output: join(tmpdir(), "nonsense.out"), env: { ROLLCALL_SANDBOX_USERS: "30" } },
);
