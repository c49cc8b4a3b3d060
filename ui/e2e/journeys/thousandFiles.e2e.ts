import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, expect } from "vitest";
import type { RunningApp } from "../harness/app";
import { connect } from "../harness/connect";
import { ctl } from "../harness/ctl";
import { Elsewhere } from "../harness/elsewhere";
import { journey } from "../harness/journey";
import { hostileFileNames } from "../harness/names";
import { until } from "../harness/processes";
import { programs } from "../harness/programs";
import { textsOf } from "../harness/rows";
import { Sandbox } from "../harness/sandbox";
import { longestWord, Untouched } from "../harness/untouched";

/** Given to the window and to the command line alike: a thousand programs in turn would be too much for a keychain. */
const DATA_KEY = { ROLLCALL_DATA_KEY: "0f".repeat(32) };
const DRAFT = /\/invite\/[^/?]+$/;
/** Every so manieth file is opened in the window as well: of each kind of name some. */
const OPENED = 9;

let folder: string;
let sandbox: Sandbox;
let elsewhere: Elsewhere;
let names: string[];

const pathOf = (place: number) => join(folder, `${place}`, names[place] ?? "");

async function filled(): Promise<void> {
  folder = await mkdtemp(join(tmpdir(), "files-"));
  elsewhere = await Elsewhere.open();
  names = hostileFileNames(elsewhere.url, ".csv");
  for (const place of names.keys()) {
    await mkdir(join(folder, `${place}`));
    await writeFile(pathOf(place), `Email,Role,Organization\nnew.${place}@trey.example,Customer,Trey Research\n`);
  }
  sandbox = await Sandbox.start("--users", "5");
}

/** Opens a file with the program, as a file manager does: the window that is there takes it. */
async function openWith({ home }: RunningApp, path: string): Promise<void> {
  await promisify(execFile)(programs.app(), [path], { env: { ...process.env, ROLLCALL_HOME: home } });
}

const words = (all: string[]) => all.map(longestWord).sort();

journey(
  "A thousand files with hostile names",
  (step) => {
    let untouched: Untouched;
    afterAll(async () => {
      await sandbox?.stop();
      await elsewhere?.close();
      await rm(folder, { recursive: true, force: true });
    });

    step(
      "are each sent, and are each the title of a run, letter for letter",
      async (app) => {
        const { subscriptionKey, clientSecret } = sandbox.access;
        const secrets = { ROLLCALL_SUBSCRIPTION_KEY: subscriptionKey, ROLLCALL_CLIENT_SECRET: clientSecret };
        const given = { ...DATA_KEY, ...secrets, ROLLCALL_KEYCHAIN: "off" };
        await connect(app, "Nordlys", sandbox.access);
        await app.page.get("link", /^Users\s*18$/);
        expect(new Set(names).size).toBe(1_000);
        for (const place of names.keys())
          await ctl(app.home, ["invite", pathOf(place), "-p", "Nordlys", "--yes"], given);
        expect((await sandbox.groundTruth()).effects, "each was really read and sent").toHaveLength(1_000);
        await app.restart();
        await app.page.get("link", /^Users\s*[\d,]+$/);
        untouched = await Untouched.since(app, elsewhere);
        await app.page.press("link", /^Runs/);
        await until("the list of runs", async () => (await textsOf(app.page, "main li a[title]")).length > 0);
        await app.page.still();
        expect(words(await textsOf(app.page, "main li a[title]"))).toEqual(words(names));
        await untouched.stays(app, "Runs");
      },
      300_000,
    );

    step("are opened in the window, and named as text while they are looked at", async (app) => {
      const { page } = app;
      let before = "";
      for (let place = 0; place < names.length; place += OPENED) {
        await openWith(app, pathOf(place));
        before = await until(`the draft of file ${place}`, async () => {
          const url = await page.browser.getUrl();
          return url !== before && DRAFT.test(url) && url;
        });
        await page.says(longestWord(names[place] ?? ""));
        if (place % (OPENED * 10) === 0) await untouched.stays(app, `The draft of file ${place}`);
      }
    });

    step("are listed among what was left, letter for letter", async (app) => {
      const { page } = app;
      await page.press("link", /^Invite/);
      const left = () => textsOf(page, "main li p > span[title]");
      await until("the list of what was left", async () => (await left()).length > 0);
      await page.still();
      expect(words(await left())).toEqual(words(names.filter((_, place) => place % OPENED === 0)));
      await untouched.stays(app, "What was left");
    });
  },
  { prepare: filled, env: DATA_KEY },
);
