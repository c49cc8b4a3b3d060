import { join } from "node:path";
import { afterAll, beforeAll, expect } from "vitest";
import { Key } from "webdriverio";
import type { RunningApp } from "../harness/app";
import { connect } from "../harness/connect";
import { atThePeople, type DecisionKey, decideByKeys } from "../harness/deciding";
import { answerDialog } from "../harness/dialogs";
import { expectListed, expectNoBarriers, journey } from "../harness/journey";
import type { Page } from "../harness/page";
import { pagesOf, withoutSpaces } from "../harness/pdf";
import { addressesOf, Platform, someone } from "../harness/platform";
import { until } from "../harness/processes";
import { sheetOf } from "../harness/workbook";

const [GONE, BLOCKED, STAYS] = [
  "anna.ozola@nordlys.example",
  "ravi.menon@contoso.example",
  "peter.novak@fabrikam.example",
];
const ASKED = "maris.berzins@nordlys.example";
const KEYS = new Map<string, DecisionKey>([GONE, BLOCKED, STAYS].map((email) => [email, "r"]));
KEYS.set(ASKED, "a");

const [OWN, PROMOTED, LEFT, NEWCOMER] = [
  "dana.cohen@bcd.example",
  "tom.becker@bcd.example",
  "chloe.dubois@contoso.example",
  "nora.lind@nordlys.example",
];

/** Opens the form that starts a review, and chooses whom it is about. */
async function choose(page: Page, kind: string, which: string, option: RegExp): Promise<void> {
  await page.press("link", /^Access reviews/);
  await page.press("button", "Start a review…");
  await page.choose(kind);
  await page.press("combobox", which);
  await page.press("option", option);
}

/** Starts the review whose scope is chosen, once the form says that it is about so many. */
async function start(page: Page, people: number, name: string): Promise<void> {
  await page.says(`About ${people} people by the current list.`);
  await page.still();
  await page.type("Your name", name);
  await page.press("button", "Start the review");
  await page.says(`0 of ${people} decided`);
}

/** Reads the list of people anew, and waits until it is the newer one. */
async function readAnew({ page }: RunningApp): Promise<void> {
  await page.press("link", /^Users/);
  await page.row("@");
  await page.browser.keys(Key.F5);
}

/** Signs the review off that is open. */
async function signOff({ page }: RunningApp, name: string): Promise<void> {
  await page.press("button", "Sign off…");
  await page.type("Your name", name);
  await page.press("button", /^Sign off( with .*)?$/);
  await page.says(`Signed off by ${name}`);
}

/** Saves the evidence of the review that is open in one of its forms. */
async function saveEvidence({ page, home }: RunningApp, form: RegExp, name: string): Promise<string> {
  await page.press("button", "Save evidence…");
  await page.press("menuitem", form);
  await answerDialog("Save the evidence", join(home, name));
  await page.says(`Saved as ${name}.`);
  return join(home, name);
}

/** What the workbook's summary says, by name. */
async function summaryOf(file: string): Promise<Record<string, string | undefined>> {
  const rows = (await sheetOf(file, "Summary")).map((row) => Object.values(row));
  return Object.fromEntries(rows.map(([name = "", value = ""]) => [name, value]));
}

const PRIVILEGED = /^Privileged: [^.]+\. ?/;

journey("What became of a review, and what changes while another one goes on", (step) => {
  let platform: Platform;
  const decided = new Map<string, string>();
  beforeAll(async () => {
    platform = await Platform.start();
  });
  afterAll(async () => {
    await platform?.stop();
  });

  step("a review of an organization is about it and those below it", async (app) => {
    const { page } = app;
    await connect(app, "Nordlys", platform.access);
    await page.get("link", /^Users\s*13$/);
    await choose(page, "Whoever belongs to an organization", "Organization", /^Nordlys IT/);
    const people = platform.below("Nordlys IT");
    await start(page, people.length, "Maria Lind");
    await expectListed(page, people, "the people of the organization and its customers");
  });

  step("three are to be removed, one is asked about, and it is signed off", async (app) => {
    const all = platform.below("Nordlys IT").length;
    await atThePeople(app.page);
    await decideByKeys(app.page, decided, all, all, (address) => KEYS.get(address) ?? "k");
    expect(decided.get(ASKED)).toBe("Ask");
    await signOff(app, "Maria Lind");
  });

  step("the workbook holds what was decided, and the remove list exactly the three", async (app) => {
    const file = await saveEvidence(app, /^Workbook/, "evidence.xlsx");
    const decisions = await sheetOf(file, "Decisions");
    expect(new Map(decisions.map((row) => [row["E-mail"], row.Decision]))).toEqual(decided);
    const removals = await sheetOf(file, "Remove list");
    expect(removals.map((row) => row["E-mail"]).sort()).toEqual([GONE, BLOCKED, STAYS].sort());
    expect(removals.map((row) => row["User id"]).sort()).toEqual(
      platform.people
        .filter(({ email }) => [GONE, BLOCKED, STAYS].includes(email))
        .map(({ id }) => id)
        .sort(),
    );
    expect(await summaryOf(file)).toMatchObject({
      Scope: expect.stringContaining("Nordlys IT"),
      "Reviewer, as typed": "Maria Lind",
      "People reviewed": `${decided.size}`,
      Keep: `${decided.size - 4}`,
      Remove: "3",
      Ask: "1",
      Undecided: "0",
      "Signed off by, as typed": "Maria Lind",
    });
    expect(await sheetOf(file, "Appeared later"), "nobody came meanwhile").toEqual([]);
    expect(await sheetOf(file, "Hand-overs"), "nothing was handed over").toEqual([]);
  });

  step("the pages say the same, of the same list", async (app) => {
    const pages = await pagesOf(await saveEvidence(app, /^PDF/, "evidence.pdf"));
    const says = (words: string) => expect(pages).toContain(withoutSpaces(words));
    says("To be removed (3)");
    says(`Decisions (${decided.size})`);
    says(`${decided.size} people: ${decided.size - 4} keep, 3 remove, 1 ask, 0 undecided`);
    // Poppler reads the cells of a page in its own order, so the two lists are told apart by how often somebody is named.
    for (const [email, decision] of decided) {
      expect(pages.split(email).length - 1, `${email}, once more under the removals`).toBe(
        decision === "Remove" ? 2 : 1,
      );
    }
    const summary = await summaryOf(join(app.home, "evidence.xlsx"));
    says(summary["SHA-256 of the people at the start"] ?? "a hash");
  });

  step("a newer list says of each removal whether it is gone, blocked or still there", async (app) => {
    const { page } = app;
    await platform.becomes((people) => {
      people.splice(people.indexOf(someone(people, GONE)), 1);
      someone(people, BLOCKED).accountState = "Blocked";
    });
    await page.press("tab", "What became of the removals");
    await page.press("button", "Refresh the list");
    await page.says("3 people were to be removed.");
    await page.says("By the list of");
    for (const [stands, email] of Object.entries({ Gone: GONE, Blocked: BLOCKED, "Still there": STAYS })) {
      expect((await page.row(email)).join(" "), email).toContain(stands);
      await page.press("button", new RegExp(`^${stands}\\s*1$`));
      await expectListed(page, [email], `those who are: ${stands}`);
      await page.press("button", new RegExp(`^${stands}\\s*1$`));
    }
    await expectNoBarriers(app, "Follow-up with each outcome");
    await page.press("link", /^Access reviews/);
    await page.says("1 still there, 1 blocked, 1 gone");
  });

  step("a review of a provider is about whoever signs in with it, and marks the reviewer's own row", async (app) => {
    const { page } = app;
    await choose(page, "Whoever signs in with", "Identity provider", /^Work email/);
    const people = platform.signingInWith("Work email (AAD)");
    await page.type("Your address on this platform", OWN);
    await start(page, people.length, "Dana Cohen");
    await expectListed(page, people, "the provider's people");
    expect((await page.row(OWN)).join(" ")).toContain("The reviewer’s own account");
    await page.press("button", /^To look at twice/);
    await expectListed(page, [OWN], "nobody else is marked");
  });

  step("who changes, leaves or comes while it goes on is marked, and nobody else", async (app) => {
    const { page } = app;
    await platform.becomes((people) => {
      someone(people, PROMOTED).groupIds = [platform.role("Distributor Admin")];
      people.splice(people.indexOf(someone(people, LEFT)), 1);
      const like = { ...someone(people, ASKED) };
      someone(people, ASKED).accountState = "Blocked";
      people.push({
        ...like,
        id: "0b54a3ce-7a52-4d0e-8f0c-3a1d6c6f4a11",
        email: NEWCOMER,
        firstName: "Nora",
        lastName: "Lind",
      });
    });
    await readAnew(app);
    await until("the newer list", async () => (await page.all("link", /^Users\s*12$/)).length === 1);
    await page.press("link", /^Access reviews/);
    await page.press("button", /^Go on with the review/);
    await page.press("button", /^To look at twice/);
    await expectListed(page, [OWN, PROMOTED, ASKED, LEFT], "those of the start who are marked");
    expect((await page.row(PROMOTED)).join(" ")).toContain("Roles: Distributor ReadOnly → Distributor Admin");
    expect((await page.row(ASKED)).join(" ")).toContain("State: Active → Blocked");
    expect((await page.row(LEFT)).join(" ")).toContain("No longer listed");
    await page.press("button", /^Came after the start\s*1$/);
    await expectListed(page, [NEWCOMER], "who came");
    expect((await page.row(NEWCOMER)).join(" "), "the next review decides").toContain("Next review");
    await expectNoBarriers(app, "Review with somebody who came");
  });

  step("its evidence tells of the change, of who left and of who came", async (app) => {
    await signOff(app, "Dana Cohen");
    const file = await saveEvidence(app, /^Workbook/, "second.xlsx");
    const flags = new Map((await sheetOf(file, "Decisions")).map((row) => [row["E-mail"], row.Flags]));
    // Who is privileged is told of everybody; the rest is what happened since.
    const since = new Map([...flags].map(([email, said]) => [email, (said ?? "").replace(PRIVILEGED, "")]));
    const flagged = [...since].filter(([, said]) => said !== "").map(([email]) => email);
    expect(flagged.sort()).toEqual([OWN, PROMOTED, ASKED, LEFT].sort());
    expect(since.get(PROMOTED)).toContain("Distributor Admin");
    expect((await sheetOf(file, "Appeared later")).map((row) => row["E-mail"])).toEqual([NEWCOMER]);
    expect(await summaryOf(file)).toMatchObject({
      "Reviewer's address, as typed": OWN,
      "Changed after the start": "2",
      "Left after the start": "1",
      "Appeared after the start": "1",
      "Own rows of reviewer or API user": "1",
      "Finished knowingly with undecided people": `${flags.size}`,
    });
    const pages = await pagesOf(await saveEvidence(app, /^PDF/, "second.pdf"));
    expect(pages).toContain(withoutSpaces("2 changed, 1 left, 1 came into the scope; 1 of the reviewer's own"));
    expect(pages).toContain(withoutSpaces("Came into the scope later (1)"));
    expect(pages).toContain(NEWCOMER);
  });

  step("a review of a saved view is about whoever matches it", async ({ page }) => {
    await page.press("link", /^Users/);
    await page.row("@");
    await page.press("button", "Filter");
    await page.press("button", /^Active \d+$/);
    await page.browser.keys(Key.Escape);
    await page.get("button", "Take away: State: Active");
    await page.enter("button", /^View: /);
    await page.take(/^Save as a new view/);
    await page.typeByKeys("Name", "Whoever is active");
    await page.browser.keys(Key.Enter);
    await page.get("button", "View: Whoever is active");
    await choose(page, "Whoever matches a saved view", "Saved view", /^Whoever is active/);
    const active = addressesOf(platform.people.filter((one) => one.accountState === "Active"));
    await start(page, active.length, "Maria Lind");
    await expectListed(page, active, "whoever the view shows");
  });
});
