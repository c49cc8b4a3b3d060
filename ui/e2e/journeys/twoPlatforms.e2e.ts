import { readdir } from "node:fs/promises";
import { afterAll, expect } from "vitest";
import { Key } from "webdriverio";
import type { RunningApp } from "../harness/app";
import { addPlatform } from "../harness/ctl";
import { expectNoBarriers, journey } from "../harness/journey";
import type { Page } from "../harness/page";
import { spreadsheet } from "../harness/people";
import { Platform, someone } from "../harness/platform";
import { until } from "../harness/processes";
import type { Access } from "../harness/sandbox";
import { keychain } from "../harness/secrets";

const NAME = "Ravi Menon";
const FIELD = "Whom or what to find, or what to do";
/** Calls that are answered by nothing while their people get a mail, and a list that can't tell who did. */
const UNCLEAR = [
  { when: { endpoint: "invite" }, fault: "reset_after" },
  { when: { endpoint: "users" }, fault: { status_before: { status: 503 } } },
];

/** A colour as the page writes it, whatever it was given as. */
const written = (page: Page, colour: string): Promise<string> =>
  page.browser.execute((colour) => {
    const tried = document.createElement("i");
    tried.style.background = colour;
    return tried.style.background;
  }, colour);

/** The colour that the window wears now. */
async function worn(page: Page): Promise<string> {
  const colour = await until("the window to wear a colour", () =>
    page.browser.execute(() => document.documentElement.style.getPropertyValue("--profile").trim()),
  );
  return written(page, colour);
}

/** Whom the search over all platforms finds by this name: the words of each, and the colour beside them. */
async function foundEverywhere(page: Page, wanted: number): Promise<{ words: string; colour: string }[]> {
  await page.browser.keys([Key.Ctrl, "k"]);
  await until("the field to have the focus", async () => (await page.get("combobox", FIELD)).isFocused());
  const typing = page.browser.action("key");
  for (const letter of NAME.toLowerCase()) typing.down(letter).up(letter);
  await typing.perform();
  return until(`${wanted} people called ${NAME}`, async () => {
    const found = await page.browser.execute((name) => {
      const options = [...document.querySelectorAll<HTMLElement>("[role=listbox] [role=option]")];
      return options
        .filter((each) => each.innerText.includes(name))
        .map((each) => ({
          words: each.innerText.replaceAll("\n", " "),
          colour: each.querySelector<HTMLElement>("[style*=background]")?.style.background ?? "",
        }));
    }, NAME);
    return found.length === wanted && found;
  });
}

/** Goes down in what was found until the one of this platform is the one that Enter takes, and takes it. */
async function take(page: Page, platform: string): Promise<void> {
  for (let step = 0; step < 20; step += 1) {
    const chosen = await page.browser.execute(
      () => document.querySelector<HTMLElement>("[role=option][aria-selected=true]")?.innerText ?? "",
    );
    if (chosen.includes(NAME) && chosen.includes(platform)) return page.browser.keys(Key.Enter);
    await page.browser.keys(Key.ArrowDown);
  }
  throw new Error(`The arrows do not lead to ${NAME} of ${platform}.`);
}

/** Which of these credentials the system's keychain holds. */
async function keptOf({ subscriptionKey, clientSecret }: Access): Promise<boolean[]> {
  const kept = (await keychain()).map(({ secret }) => secret);
  return [subscriptionKey, clientSecret].map((secret) => kept.includes(secret));
}

/** The files that lie under the id of a connection. */
async function filesOf({ home }: RunningApp, id: string): Promise<string[]> {
  return (await readdir(home, { recursive: true })).filter((path) => path.includes(id));
}

/** Asks in Settings for a platform to be forgotten, and types its name. */
async function forget(app: RunningApp, name: string): Promise<void> {
  const { page } = app;
  await page.enter("link", "Settings");
  await page.enter("button", `Forget this platform’s data: ${name}`);
  await page.get("alertdialog", `Forget everything about ${name}?`);
  await page.typeByKeys(`To confirm, type ${name}`, name);
  await expectNoBarriers(app, "The question before a platform is forgotten");
  await page.enter("button", `Forget ${name}`);
}

let north: Platform;
let south: Platform;

/** Keeps two connections. With the first one, people are looked up soon after a call that nobody answered. */
async function connected(home: string): Promise<void> {
  north = await Platform.start();
  south = await Platform.start((people) => {
    someone(people, "ravi.menon@contoso.example").accountState = "Blocked";
    people.pop();
  });
  await addPlatform(home, "Nordlys", north.access, "--settle-seconds", "2");
  await addPlatform(home, "Sudlys", south.access);
}

journey(
  "Two platforms: one search for both, and one of them forgotten",
  (step) => {
    let colours: string[] = [];
    let id = "";
    afterAll(async () => {
      await north?.stop();
      await south?.stop();
    });

    step("whoever is on both is found in one search, each in the colour of their platform", async (app) => {
      const { page } = app;
      await page.get("link", /^Users\s*13$/);
      id = /\/p\/([^/]+)\//.exec(await page.browser.getUrl())?.[1] ?? "";
      const first = await worn(page);
      await page.enter("button", /Change platform$/);
      await page.take(/^Sudlys/);
      await page.get("link", /^Users\s*12$/);
      colours = [first, await worn(page)];
      expect(new Set(colours).size, "the two differ").toBe(2);
      const found = await foundEverywhere(page, 2);
      for (const [place, platform, state] of [
        [0, "Nordlys", "Active"],
        [1, "Sudlys", "Blocked"],
      ] as const) {
        const one = found.find(({ words }) => words.includes(platform));
        expect(one?.words, "as that platform has them").toContain(state);
        expect(one?.colour, platform).toBe(colours[place]);
      }
      await expectNoBarriers(app, "The search over all platforms");
    });

    step("the one of the other platform opens there, and the window wears its colour", async ({ page }) => {
      await take(page, "Nordlys");
      await page.get("complementary", `About ${NAME}`);
      await page.get("link", /^Users\s*13$/);
      await expect.poll(() => worn(page), { timeout: 30_000 }).toBe(colours[0]);
    });

    step("while nobody knows what became of two people, nothing is forgotten", async (app) => {
      const { page } = app;
      await north.faults(...UNCLEAR);
      await app.drop((await spreadsheet("onboarding", 2)).path);
      await page.get("heading", "Invite people");
      await page.enter("button", "Invite 2 people to Nordlys – live…");
      await page.enter("button", "Send all 2");
      await page.get("heading", "Run");
      await page.says(/2\s*being checked/);
      await page.enter("button", /^Stop after/);
      await until("the run to be left", async () => !(await page.text()).includes("1 run active"));
      await forget(app, "Nordlys");
      await page.says("Nothing was forgotten.");
      await page.says("It is not known yet what became of 2 rows of a run");
      await expectNoBarriers(app, "A platform that is not forgotten");
      expect(await keptOf(north.access), "its credentials stay").toEqual([true, true]);
      await page.enter("button", "Look at the runs");
      await page.get("heading", "Runs");
    });

    step(
      "once it is known, the one platform is forgotten with its credentials, and the other one is as it was",
      async (app) => {
        const { page } = app;
        await north.faults();
        await page.enter("link", "onboarding.csv");
        await page.enter("button", "Go on");
        await page.says("The run is finished. 2 people invited.");
        const calls = await north.posts();
        expect(await filesOf(app, id), "there is something to forget").not.toEqual([]);
        await forget(app, "Nordlys");
        await page.get("link", /^Users\s*12$/);
        expect(await keptOf(north.access)).toEqual([false, false]);
        expect(await keptOf(south.access)).toEqual([true, true]);
        expect(await filesOf(app, id)).toEqual([]);
        expect(await north.posts(), "on the platform nothing was done").toBe(calls);
        const [left] = await foundEverywhere(page, 1);
        expect(left?.words).toContain("Sudlys");
      },
    );
  },
  { prepare: connected },
);
