import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect } from "vitest";
import type { RunningApp } from "../harness/app";
import { callFromPage, type Payloads, type Told } from "../harness/calls";
import { type Command, Contract, type Fill } from "../harness/contract";
import { addPlatform, ctl } from "../harness/ctl";
import { LOUD } from "../harness/hostile";
import { journey } from "../harness/journey";
import { mailsSent, Sandbox } from "../harness/sandbox";

const contract = new Contract();
const SAMPLE = "sandbox";
/** The largest number that a count of the contract can be. */
const MOST = 4_294_967_295;
/** How both words begin. */
const WORD = "the-word-that-is-in";
/** A word in a file beside the data folder: no answer may hold it. */
const BESIDE = `${WORD}-the-file-beside`;
/** A word in whatever the second connection holds: no answer about another connection may hold it. */
const OF_NORDLYS = `${WORD}-nordlys`;

/** Commands that would end the journey if they were called as they are meant: they get nonsense alone. */
const ENDING = ["act_in_window", "close_window", "follow", "forget_platform", "remove_profile"];

/** Those of them that close the window even of nothing: of what can be chosen they are given nothing else that means something. */
const CLOSING: Record<string, Payloads> = {
  act_in_window: [
    ["the whole screen", { act: "full-screen" }],
    ["and back", { act: "full-screen" }],
  ],
  // Each word that it takes ends the journey: `leaving` says them.
  close_window: [],
};

/** Commands that are never called as they should be. */
const NEVER_WELL = Object.keys(CLOSING).filter((name) => CLOSING[name]?.length === 0);

/** Where the shell is told which commands the page may call. */
const GRANTED = fileURLToPath(new URL("../../../src-tauri/capabilities/main.json", import.meta.url));

/** Commands that only look, and tell of what a connection holds. */
const LOOKING = [
  ...["list_users", "user_detail", "user_facets", "change_rows", "findings", "list_views", "list_drafts"],
  ...["list_runs", "run_view", "run_rows", "row_history", "list_reviews", "review_view", "review_rows"],
];

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

/** What the second connection holds, by the names under which commands take ids. */
type Holds = Record<"run" | "user" | "users" | "ids" | "review" | "id", string> & { row: number };

/** Calls with everything that another connection holds, as of this connection: one by one, and all at once. */
function ofAnother(profile: string, { row, ...ids }: Holds): [string, Fill][] {
  const names: Record<string, string> = { profile, ...ids, search: "", domainSearch: "", text: "", name: "" };
  const numbers: Record<string, number> = { offset: 0, limit: 500, row, rows: row };
  const fill: Fill = {
    text: (field) => names[field] ?? "no-such-thing",
    number: (field) => numbers[field] ?? MOST,
    flag: true,
    way: 0,
    filled: true,
  };
  return [
    ["something of another connection", fill],
    ["everything of another connection", { ...fill, filled: false }],
  ];
}

/** Calls that are written as they should be and mean nothing, or something else. */
function wellWritten(command: Command, canary: string, holds: Holds): Payloads {
  const number = (each: number) => () => each;
  const nobody: Fill = { text: () => "no-such-thing", number: number(0), flag: false, way: 0, filled: true };
  const odd = `${LOUD}\u0000\u202E'; DROP TABLE users; --`;
  const fills: [string, Fill][] = [
    ["ids of nothing", nobody],
    ["a way out of the folder", { ...nobody, text: () => `../../../../../../..${canary}` }],
    ["a path", { ...nobody, text: () => canary, number: number(MOST) }],
    ["markup and odd characters", { ...nobody, text: () => odd, flag: true }],
    ["empty texts", { ...nobody, text: () => "", number: number(1) }],
  ];
  if (!ENDING.includes(command.name)) {
    fills.push(...ofAnother(SAMPLE, holds));
    fills.push(["a real connection and a way out", { ...nobody, text: (f) => (f === "profile" ? SAMPLE : canary) }]);
  }
  return CLOSING[command.name] ?? written(command, fills);
}

/** These calls, in each way in which what they give can be written. */
function written({ args }: Command, fills: [string, Fill][]): Payloads {
  const ways = Math.max(1, ...args.map((arg) => contract.ways(arg.type)));
  return fills.flatMap(([odd, fill]) =>
    Array.from({ length: ways }, (_, way): [string, Record<string, unknown>] => [
      `${odd}, way ${way + 1} of ${ways}`,
      Object.fromEntries(args.map((arg) => [arg.name, contract.example(arg.type, { ...fill, way }, arg.name)])),
    ]),
  );
}

/** Whether a command says of which connection it is asked. */
const isOfOne = ({ args }: Command) => args.some((arg) => arg.name === "profile");

/** What is wrong with what the shell said. */
function wrong({ odd, how, code, message, tells }: Told, home: string): string[] {
  const found: string[] = [];
  if (how === "never") found.push("no answer came, so it panicked or hangs");
  if (tells) found.push("it tells what another connection holds, or a file that nobody gave to the app");
  if (how === "refused") {
    if (code === "" && !BY_SHELL.test(message)) found.push(`a raw refusal: ${message.slice(0, 200)}`);
    if (code !== "" && (message.trim() === "" || RAW.test(message) || message.includes(home)))
      found.push(`no sentence: ${message.slice(0, 200)}`);
    if (code === "internal") found.push(`a defect of its own: ${message}`);
  }
  return found.map((each) => `${odd}: ${each}`);
}

/** Whether what was said is ours: the shell let the call through. */
const isOurs = ({ how, code, message }: Told) => how === "answered" || code !== "" || !BY_SHELL.test(message);

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
    let nordlys: string;
    let holds: Holds;
    let before: { effects: unknown; mails: string[] };
    let heldBefore: unknown;
    let output: string;
    const truth = async (app: RunningApp) => ({
      effects: (await sandbox.groundTruth()).effects,
      mails: await mailsSent(app),
    });
    const canary = () => join(folder, "canary.txt");

    const looking = () => contract.commands.filter(({ name }) => LOOKING.includes(name));

    /** What commands that only look tell of the second connection. */
    const held = async (app: RunningApp) => {
      const told: Record<string, unknown> = {};
      for (const command of looking())
        for (const [odd, payload] of written(command, ofAnother(nordlys, holds)))
          told[`${command.name}, ${odd}`] = await invoke(app, command.name, payload);
      return told;
    };

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), "nonsense-"));
      output = join(tmpdir(), "nonsense.out");
      await writeFile(canary(), BESIDE);
      sandbox = await Sandbox.start("--users", "30");
    });
    afterAll(async () => {
      await sandbox?.stop();
      await rm(folder, { recursive: true, force: true });
    });

    step("every command that the window is granted is among those that are called", async () => {
      const { permissions } = JSON.parse(await readFile(GRANTED, "utf8")) as { permissions: string[] };
      const granted = permissions.map((each) => each.replace(/^allow-/, "").replaceAll("-", "_"));
      expect(contract.commands.map((each) => each.name).sort()).toEqual(granted.sort());
    });

    step("there are two connections, and the second holds a word wherever one fits", async (app) => {
      home = app.home;
      await app.page.press("button", "Try the sample platform");
      await app.page.get("heading", "Overview");
      await app.stop();
      await addPlatform(home, "Nordlys", sandbox.access);
      const file = join(await mkdtemp(join(tmpdir(), "of-nordlys-")), `${OF_NORDLYS}.csv`);
      await writeFile(file, `Email,Role,Organization\n${OF_NORDLYS}@${OF_NORDLYS}.example,Customer,Trey Research\n`);
      await ctl(home, ["invite", file, "-p", "Nordlys", "--yes"]);
      await app.startAgain();
      await app.page.get("link", /^Users/);
      const ask = async <T>(command: string, payload: object) => {
        const told = (await invoke(app, command, payload)) as T & { code?: unknown; message?: unknown };
        expect(told?.code, `${command}: ${told?.message}`).toBeUndefined();
        return told;
      };
      const profiles = await ask<{ id: string; name: string }[]>("list_profiles", {});
      nordlys = profiles.find((each) => each.name === "Nordlys")?.id ?? "";
      expect(profiles.map((each) => each.id)).toContain(SAMPLE);
      const profile = nordlys;
      await ask("refresh", { profile });
      const [run] = await ask<{ id: string }[]>("list_runs", { profile });
      const page = { profile, run: run?.id, states: [], offset: 0, limit: 1 };
      const { rows } = await ask<{ rows: { row: number }[] }>("run_rows", page);
      const query = { search: OF_NORDLYS };
      const people = await ask<{ rows: { id: string }[] }>("list_users", { profile, query, offset: 0, limit: 1 });
      const view = { id: "", name: OF_NORDLYS, query, columns: [], density: "compact" };
      const { views } = await ask<{ views: { id: string }[] }>("save_view", { profile, view });
      const { findings } = await ask<{ findings: { rule: string }[] }>("findings", { profile });
      const until = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
      const mute = { rule: findings[0]?.rule, reason: OF_NORDLYS, until, by: null };
      await ask("mute_finding", { profile, ...mute });
      await ask("invite_again", { profile, run: run?.id, who: ["waits"] });
      const scope = { kind: "everyone" };
      const asked = { scope, reviewer: OF_NORDLYS, reviewerEmail: null, repeatMonths: null };
      const review = await ask<{ review: { id: string } }>("start_review", { profile, review: asked });
      const person = people.rows[0]?.id ?? "";
      const ids = { run: run?.id ?? "", user: person, users: person, ids: person, id: views[0]?.id ?? "" };
      holds = { ...ids, review: review.review.id, row: rows[0]?.row ?? -1 };
      expect(Object.values(holds), "without them there is nothing to ask for").not.toContain("");
      before = await truth(app);
      expect(before.effects, "somebody was invited there").not.toEqual([]);
      heldBefore = await held(app);
    });

    step("asked with its own id, each command that looks tells the word", async (app) => {
      const telling: string[] = [];
      for (const command of looking()) {
        const told = await callFromPage(app, command.name, written(command, ofAnother(nordlys, holds)), WORD);
        if (told.some((each) => each.tells)) telling.push(command.name);
      }
      expect(telling.sort(), "what tells nothing of anybody would tell nothing of another").toEqual(LOOKING.toSorted());
    });

    for (const command of contract.commands) {
      step(
        `${command.name} takes nonsense for nonsense`,
        async (app) => {
          const none = command.args.length === 0;
          const well: Payloads = none ? [["as it is", {}]] : wellWritten(command, canary(), holds);
          const calls = none ? well : [...illWritten(command), ...well];
          const told = await callFromPage(app, command.name, calls, isOfOne(command) ? WORD : BESIDE);
          expect.soft(told.flatMap((each) => wrong(each, app.home))).toEqual([]);
          const reached = told.slice(calls.length - well.length).some(isOurs);
          expect.soft(reached, "no call came to it, so nothing was shown").toBe(!NEVER_WELL.includes(command.name));
        },
        600_000,
      );
    }

    step("what stands beside the data folder was neither read nor changed", async () => {
      expect(await readdir(folder)).toEqual(["canary.txt"]);
      expect(await readFile(canary(), "utf8")).toBe(BESIDE);
    });

    step("the second connection holds what it held", async (app) => {
      expect(await held(app)).toEqual(heldBefore);
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
