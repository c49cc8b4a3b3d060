import { readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect } from "vitest";
import { Key } from "webdriverio";
import type { RunningApp } from "../harness/app";
import { copyElsewhere, readElsewhere } from "../harness/clipboard";
import { fillIn } from "../harness/connect";
import { answerDialog } from "../harness/dialogs";
import { FAILINGS, NEVER } from "../harness/failings";
import { journey } from "../harness/journey";
import type { Page } from "../harness/page";
import { CANARIES, type Failing, Parrot } from "../harness/parrot";
import { spreadsheet } from "../harness/people";
import { familyOf, until } from "../harness/processes";
import { Sandbox } from "../harness/sandbox";
import { SCREENS } from "../harness/screens";
import { keychain } from "../harness/secrets";
import { browserOf } from "../harness/signIns";
import { listenIn, Silence } from "../harness/silence";

/** Whatever the program prints. It lies where files are looked through. */
const OUTPUT = join(tmpdir(), "canaries.out");
const CALLS = /\/api\/v2\//;
const INVITES = /^POST \/api\/v2\/users\/invite$/;
const NOT_WELL = "Something needed for inviting does not work yet.";

/** What befalls invitations: refused, refused for the sign-in, unclear, unclear, unclear. */
const OF_INVITES = [
  "refuses what it can't understand",
  "refuses the sign-in",
  "fails by itself",
  "answers with half a document",
  "goes without an answer",
];

/** A refusal whose words are shown. */
const SHOWN = "refuses what it can't understand";

/** What befalls sign-ins with the browser, when a code is turned into tokens and when those are renewed. */
const OF_SIGN_INS = [
  "refuses the sign-in",
  "fails by itself",
  "refuses in its headers",
  "shows a page instead of an answer",
  "answers with half a document",
  "answers with another document",
  "goes without an answer",
];
const TOKENS = /^POST \/oauth\/token$/;

const card = (name: string) => `section[aria-label=${name}]`;

/** Has a connection tested on its card, takes the report along, and opens everything that it says. */
async function test(page: Page, name: string): Promise<void> {
  await page.press("link", "Connections");
  await page.press("button", "Test", card(name));
  await page.get("region", "What the test found", card(name));
  for (const details of await page.all("button", /^Details of /, card(name))) await details.click();
  await copyElsewhere("nothing yet");
  await page.press("button", "Copy report", card(name));
  await until("the report to be copied", async () => (await readElsewhere()) !== "nothing yet");
}

/** Asks for the list anew, and waits until that came to something. */
async function refresh(page: Page, name: string): Promise<void> {
  await page.press("button", "Open", card(name));
  await page.press("link", /^Users/);
  await page.get("heading", "Users");
  await page.press("button", "Refresh");
}

/** Waits until the list is not asked for any more. */
const isOver = (page: Page) =>
  until("the refresh to be over", async () => (await page.all("progressbar", "Reading people")).length === 0, 60_000);

/** Drops a file of two new people and sends it. */
async function send(app: RunningApp, file: string): Promise<void> {
  const { page } = app;
  await app.drop((await spreadsheet(file, 2)).path);
  await page.get("heading", "Invite people");
  await page.press("button", "Invite 2 people to Nordlys – live…");
  await page.press("button", "Send all 2");
  await page.get("heading", "Run");
}

journey(
  "A platform that says back every credential it was given",
  (step) => {
    let sandbox: Sandbox;
    let parrot: Parrot;
    let silence: Silence;
    const secrets: Record<string, string> = { ...CANARIES };

    beforeAll(async () => {
      sandbox = await Sandbox.start("--users", "10");
      parrot = await Parrot.open(sandbox.access);
    });
    afterAll(async () => {
      await parrot?.close();
      await sandbox?.stop();
    });

    /** Does something while calls fail, and makes sure that they did. */
    const failing = async (how: Failing | undefined, which: RegExp | undefined, work: () => Promise<unknown>) => {
      if (!how) throw new Error("There is no such way to fail.");
      const before = parrot.failed;
      parrot.fails(how, which);
      await work();
      await until("a call to fail", () => parrot.failed > before);
      parrot.recovers();
    };

    step("the look finds a canary wherever it is planted", async (app) => {
      const { page, home } = app;
      await page.get("button", "Try the sample platform");
      await listenIn(page);
      silence = new Silence(app, secrets);
      await copyElsewhere("nothing of the kind");
      expect(await silence.everywhere()).toEqual([]);
      const [secret, file] = [CANARIES["client secret"], join(home, "planted")];
      await page.browser.execute((secret) => {
        document.body.dataset.planted = encodeURIComponent(secret);
        sessionStorage.setItem("planted", btoa(`:${secret}`));
        type Shell = { transformCallback(hear: () => void): number; runCallback(id: number, data: unknown): void };
        const shell = (window as unknown as { __TAURI_INTERNALS__: Shell }).__TAURI_INTERNALS__;
        shell.runCallback(
          shell.transformCallback(() => undefined),
          { message: secret },
        );
      }, secret);
      await writeFile(file, Buffer.from(secret, "utf16le"));
      await writeFile(OUTPUT, secret, { flag: "a" });
      await copyElsewhere(secret);
      const found = (await silence.everywhere()).join("\n");
      for (const where of [
        "the page: the client secret, URL-encoded",
        "the page: the client secret, base64 at 1",
        "what the shell told the page: the client secret, in JSON",
        `${file}: UTF-16`,
        `${OUTPUT}: as it is`,
        "what was copied: the client secret, as it is",
      ])
        expect(found).toContain(where);
      await rm(file);
      await writeFile(OUTPUT, "");
      await copyElsewhere("nothing any more");
      await page.browser.execute(() => {
        delete document.body.dataset.planted;
        sessionStorage.clear();
      });
      expect(await silence.everywhere(), "and nothing where there is nothing").toEqual([]);
    });

    step("a connection is made while the platform refuses it, and none is found", async (app) => {
      const { page } = app;
      await fillIn(app, "Nordlys", parrot.access);
      await page.press("button", "Change the network");
      await page.choose("This one");
      await page.type("The proxy’s address", parrot.access.baseUrl);
      await page.type("User name", "desk");
      await page.typeSecret("Password", CANARIES["proxy password"]);
      await failing(FAILINGS["refuses the sign-in"], undefined, async () => {
        await page.press("button", "Save and test");
        await page.says(NOT_WELL);
      });
      expect(await silence.nearby()).toEqual([]);
      await page.press("button", "Save and test");
      await page.says("Everything needed for inviting works.");
      await page.press("button", "Open Users");
      await page.get("link", /^Users\s*23$/);
      expect(await silence.nearby()).toEqual([]);
    });

    for (const [what, how] of Object.entries(FAILINGS))
      step(`none is found when the platform ${what}`, async ({ page }) => {
        await failing(how, undefined, () => test(page, "Nordlys"));
        expect(await silence.nearby(), "nothing worked").toEqual([]);
        await failing(how, CALLS, async () => {
          await test(page, "Nordlys");
          await refresh(page, "Nordlys");
          await isOver(page);
        });
        expect(await silence.nearby(), "the sign-in alone worked").toEqual([]);
      });

    step("none is found when a person stops waiting for it", async ({ page }) => {
      await page.press("link", "Connections");
      await failing(NEVER, CALLS, async () => {
        await refresh(page, "Nordlys");
        await page.says("Asking the platform for its people");
        await page.press("button", "Cancel");
        await isOver(page);
      });
      expect(await silence.nearby()).toEqual([]);
    });

    step("none of another connection is found that has a token pasted into it", async (app) => {
      const { page } = app;
      await page.press("link", "Connections");
      await fillIn(app, "Sudlys", parrot.access);
      await page.choose("A pasted bearer token");
      await page.typeSecret("Bearer token", CANARIES["token that was pasted"]);
      await failing(FAILINGS["refuses the sign-in"], undefined, async () => {
        await page.press("button", "Save and test");
        await page.says(NOT_WELL);
      });
      for (const what of ["refuses the right to it", "refuses in its headers", "answers with another document"])
        await failing(FAILINGS[what], undefined, () => test(page, "Sudlys"));
      expect(await silence.nearby()).toEqual([]);
    });

    step("none of a sign-in with the browser is found, however its code is refused", async (app) => {
      const { page } = app;
      await page.press("link", "Connections");
      await page.press("button", "Connect a platform");
      await page.press("button", "Go on with AppXite");
      await page.type("Name", "Vestlys");
      await page.type("Base URL", parrot.access.baseUrl);
      await page.type("Platform ids", parrot.access.platformId);
      await page.typeSecret("Subscription key", parrot.access.subscriptionKey);
      await page.choose("The browser, as yourself");
      await page.type("Address where people sign in", parrot.authorizeUrl);
      await page.type("Token URL", parrot.access.tokenUrl);
      await page.type("Client id", "desk");
      await page.typeSecret("Client secret (if the client has one)", CANARIES["client secret"]);
      let press = "Save and sign in";
      const befalling = [...Array<string>(Parrot.ways).fill(SHOWN), ...OF_SIGN_INS];
      for (const [place, what] of befalling.entries()) {
        await failing(FAILINGS[what], TOKENS, async () => {
          await page.press("button", press);
          await until(`sign-in ${place}`, () => parrot.verifiers.size === place + 1);
          press = "Try again";
          await page.get("button", press);
        });
        for (const verifier of parrot.verifiers) secrets[`proof of a code, ${verifier.slice(0, 4)}`] = verifier;
        expect(await silence.nearby(), what).toEqual([]);
      }
      await page.press("button", press);
      await page.says("Everything needed for inviting works.");
      expect(await silence.nearby(), "all is well").toEqual([]);
    });

    step("none of that sign-in is found, in whatever way its service says back what renews it", async ({ page }) => {
      for (const said = parrot.failed; parrot.failed < said + Parrot.ways; ) {
        await failing(FAILINGS[SHOWN], TOKENS, () => test(page, "Vestlys"));
        expect(await silence.nearby()).toEqual([]);
      }
    });

    for (const what of OF_SIGN_INS)
      step(`none of that sign-in is found when its renewal meets a service that ${what}`, async ({ page }) => {
        await failing(FAILINGS[what], TOKENS, () => test(page, "Vestlys"));
        expect(await silence.nearby()).toEqual([]);
      });

    for (const [place, what] of OF_INVITES.entries())
      step(`none is found when an invitation meets a platform that ${what}`, async (app) => {
        const { page } = app;
        await page.press("link", "Connections");
        await page.press("button", "Open", card("Nordlys"));
        await failing(FAILINGS[what], INVITES, () => send(app, `run${place}`));
        await page.press("gridcell", /@/, "[role=grid]");
        await page.still();
        expect(await silence.nearby()).toEqual([]);
        for (const stop of await page.all("button", /^Stop after/)) await stop.click();
      });

    step("none is on any screen afterwards", async ({ page }) => {
      for (const [name, link] of SCREENS) {
        await page.press("link", link);
        await page.still();
        expect(await silence.nearby(), name).toEqual([]);
      }
    });

    step("none is in what is saved or copied: people, a connection, a support file", async (app) => {
      const { page } = app;
      const saved = (name: string) => join(tmpdir(), name);
      await page.press("button", "Save a support file…");
      await answerDialog("Save a support file", saved("canaries.txt"));
      await page.says("canaries.txt is saved where you chose.");
      await page.press("link", "Connections");
      await page.press("button", "More for Nordlys");
      await page.press("menuitem", "Export…");
      await answerDialog("Export the connection", saved("canaries.rollcall.json"));
      await page.says("Saved as canaries.rollcall.json");
      await page.press("button", "Open", card("Nordlys"));
      await page.press("link", /^Users/);
      await page.press("button", "Export");
      await page.press("button", /^Export \d+ people…$/);
      await answerDialog("Export users", saved("canaries.xlsx"));
      await page.says("Saved as canaries.xlsx");
      await page.press("gridcell", /@/);
      await page.browser.keys([Key.Ctrl, "c"]);
      await until("a person on the clipboard", async () => (await readElsewhere()).includes("@"));
      for (const name of ["canaries.txt", "canaries.rollcall.json", "canaries.xlsx"])
        expect((await stat(saved(name))).size, `${name} was written`).toBeGreaterThan(100);
      expect(await silence.everywhere()).toEqual([]);
    });

    step("each of them came to the platform, and lies in the keychain or nowhere", async (app) => {
      expect([...parrot.heard].sort(), "what never went out could not come back").toEqual(Object.keys(CANARIES).sort());
      expect(parrot.verifiers.size, "each sign-in proved its code anew").toBe(Parrot.ways + OF_SIGN_INS.length + 1);
      expect(silence.overheard, "the shell told the page much").toBeGreaterThan(500);
      expect((await familyOf(await app.process())).length).toBeGreaterThan(1);
      expect(await readdir(join(app.home, "logs")), "there is a log to look through").not.toEqual([]);
      const kept = (await keychain()).map((item) => item.secret).filter((secret) => secret.length > 8);
      const others = Object.fromEntries(kept.map((secret, place) => [`entry ${place} of the keychain`, secret]));
      expect(kept).toEqual(expect.arrayContaining([CANARIES["subscription key"], CANARIES["client secret"]]));
      expect(kept.join(), "what renews a sign-in is kept").toContain(CANARIES["token that renews"]);
      expect(await new Silence(app, others).everywhere(), "nor the key of the data").toEqual([]);
    });
  },
  { output: OUTPUT, env: { BROWSER: browserOf("anna") } },
);
