import { afterAll, beforeAll, expect } from "vitest";
import { Key } from "webdriverio";
import { connect } from "../harness/connect";
import { expectListed, expectNoBarriers, journey } from "../harness/journey";
import type { Page } from "../harness/page";
import { addressesOf, Platform, type Someone, someone } from "../harness/platform";
import { until } from "../harness/processes";

const TWICE = "The same person under several addresses";
const [FIRST, SECOND, OLD] = ["anna.ozola@nordlys.example", "anna.ozola@gone.example", "wei.zhang@tailspin.example"];
/** One account more than every sample platform has. */
const ALL = 14;
/** More accounts than an address of the page can name. */
const MANY = 2_101;

/** A month that every chart of the last five years shows, and in which nobody else was created. */
const MONTH = new Date(Date.UTC(new Date().getUTCFullYear() - 2, new Date().getUTCMonth(), 5));
const MONTH_WORD = MONTH.toLocaleDateString("en-GB", { month: "long", timeZone: "UTC" }).slice(0, 3);

/** Whoever belongs to the mark of this name, by what the platform serves. */
type Meant = (platform: Platform, label: string) => readonly Someone[];

/** Each chart, the mark that is gone to in it, and whom it stands for. */
const CHARTS: [chart: string, mark: RegExp, key: string, meant: Meant][] = [
  [
    "New people by month",
    new RegExp(`^${MONTH_WORD}\\w* ${MONTH.getUTCFullYear()}:`),
    Key.ArrowRight,
    ({ people }) => people.filter(({ createdDate }) => createdDate.startsWith(MONTH.toISOString().slice(0, 7))),
  ],
  [
    "People by role",
    /^Customer Admin:/,
    Key.ArrowDown,
    (platform, label) => platform.people.filter(({ groupIds }) => groupIds.includes(platform.role(label))),
  ],
  [
    "People by identity provider",
    /^Google:/,
    Key.ArrowDown,
    (platform, label) => platform.people.filter((one) => one.identityProviderId === platform.provider(label)),
  ],
  [
    "People by organization",
    /^Nordlys IT/,
    Key.ArrowDown,
    (platform, label) => {
      const below = platform.below(label.replace(/ – .*/, ""));
      return platform.people.filter(({ email }) => below.includes(email));
    },
  ],
  [
    "People by mail domain",
    /^fabrikam\.example:/,
    Key.ArrowDown,
    ({ people }, label) => people.filter(({ email }) => email.endsWith(`@${label}`)),
  ],
];

/** The name of what has the focus, if it is a mark of this chart. */
const activeMark = (page: Page, chart: string): Promise<string | null> =>
  page.browser.execute((chart) => {
    const here = document.activeElement;
    return here?.closest("ul")?.ariaLabel === chart ? here.ariaLabel : null;
  }, chart);

const hasLinks = (page: Page, chart: string): Promise<boolean> =>
  page.browser.execute((chart) => document.querySelector(`ul[aria-label="${chart}"] a`) !== null, chart);

/** Leads the keys to a chart with the Tab key, and from mark to mark with an arrow key. */
async function toMark(page: Page, chart: string, mark: RegExp, key: string): Promise<string> {
  for (let stop = 0; stop < 80 && (await activeMark(page, chart)) === null; stop += 1) await page.browser.keys(Key.Tab);
  await page.browser.keys(Key.Home);
  for (let step = 0; step < 70; step += 1) {
    const here = await activeMark(page, chart);
    if (here === null) throw new Error(`The Tab key does not lead to the marks of ${chart}.`);
    if (mark.test(here)) return here;
    await page.browser.keys(key);
  }
  throw new Error(`The arrows do not lead to ${mark} in ${chart}.`);
}

journey("From a number to exactly its people, by keys", (step) => {
  let platform: Platform;
  beforeAll(async () => {
    platform = await Platform.start((people) => {
      someone(people, OLD).createdDate = MONTH.toISOString();
      const id = "0b54a3ce-7a52-4d0e-8f0c-3a1d6c6f4a12";
      people.push({ ...someone(people, FIRST), id, email: SECOND, firstName: "ANNA", lastName: "Ozoļa" });
    });
  });
  afterAll(async () => {
    await platform?.stop();
  });

  step("a platform of which every person is known is connected", async (app) => {
    await connect(app, "Nordlys", platform.access);
    await app.page.get("link", new RegExp(`^Users\\s*${ALL}$`));
  });

  for (const [chart, mark, key, meant] of CHARTS) {
    step(`in “${chart}” Enter on a mark lists whom it counts`, async ({ page }) => {
      await page.browser.keys([Key.Alt, "1"]);
      await page.get("heading", "Overview");
      await page.get("list", chart);
      // Links come a moment after the numbers; keys that a machine presses would be past them.
      await until("the chart to have links", () => hasLinks(page, chart));
      const said = await toMark(page, chart, mark, key);
      await page.says(said);
      const [, label = "", number] = /^(.*): (\d+) (?:person|people)$/.exec(said) ?? [];
      const people = meant(platform, label);
      expect(Number(number), `${said} is what the platform has`).toBe(people.length);
      expect(people.length, "somebody is").toBeGreaterThan(0);
      await page.browser.keys(Key.Enter);
      await page.get("heading", "Users");
      await page.says(`${number} of ${ALL}`);
      await expectListed(page, addressesOf(people), `whom ${said} stands for`);
    });
  }

  step("a finding that no filter says leads to exactly its few people", async ({ page }) => {
    await openFinding(page);
    await page.enter("link", `Show the 2 people: ${TWICE}`);
    await page.get("heading", "Users");
    await page.says(`2 of ${ALL}`);
    await page.says("Chosen people: 2 people");
    await expectListed(page, [FIRST, SECOND], "both accounts of the one person");
  });

  step("of more people than an address holds, the finding itself is their list", async (app) => {
    const { page } = app;
    await platform.becomes((people) => {
      const like = someone(people, OLD);
      for (let n = 0; n < MANY; n += 1) people.push(twin(n, like));
    });
    await page.browser.keys(Key.F5);
    await page.get("link", /^Users\s*2,115$/);
    await openFinding(page);
    await page.enter("button", `Show the 2,103 people: ${TWICE}`);
    await page.get("dialog", TWICE);
    const grid = await page.get("grid", `People: ${TWICE}`);
    expect(Number(await grid.getAttribute("aria-rowcount")), "everybody, below the header").toBe(MANY + 2 + 1);
    await expectTwins(page);
    await expectNoBarriers(app, "The people of a finding");
    await page.tabTo("grid", `People: ${TWICE}`);
    await page.browser.keys([Key.Ctrl, Key.End]);
    await until("the last of them", async () => Number((await lastRow(page)) ?? 0) === MANY + 2 + 1);
    await expectTwins(page);
  });

  step("whoever is opened in it is shown in Users", async ({ page }) => {
    await page.browser.keys(Key.Enter);
    await page.get("heading", "Users");
    await page.get("complementary", /^About (Twin Account|Anna Ozola|ANNA Ozoļa)$/);
  });
});

/** Opens what says that the same person is there twice. */
async function openFinding(page: Page): Promise<void> {
  await page.press("link", /^Findings/);
  await page.press("button", new RegExp(`^(High|Medium|Low)\\s*${TWICE}$`));
  await page.says("What to do");
}

/** One of many accounts of one person. */
const twin = (n: number, like: Someone): Someone => ({
  ...like,
  id: `00000000-0000-4000-8000-${`${n}`.padStart(12, "0")}`,
  email: `twin${n}@twin.example`,
  firstName: "Twin",
  lastName: "Account",
});

/** The number of the last row of the list in the dialog that is drawn. */
const lastRow = (page: Page): Promise<string | null> =>
  page.browser.execute(
    () => [...document.querySelectorAll("[role=dialog] [role=row]")].at(-1)?.getAttribute("aria-rowindex") ?? null,
  );

/** Waits until people are drawn in the dialog, each of them somebody who is there twice. */
const expectTwins = (page: Page) =>
  until("people who are there twice, and nobody else", async () => {
    const drawn = await page.addresses("[role=dialog]");
    return drawn.length > 5 && drawn.every((one) => one.endsWith("@twin.example") || [FIRST, SECOND].includes(one));
  });
