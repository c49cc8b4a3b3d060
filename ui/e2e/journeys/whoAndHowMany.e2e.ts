import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect } from "vitest";
import { Key } from "webdriverio";
import { connect } from "../harness/connect";
import { answerDialog, chooseInDialog } from "../harness/dialogs";
import { expectNoBarriers, journey } from "../harness/journey";
import type { Page } from "../harness/page";
import { addressesOf, Platform, type Someone, someone } from "../harness/platform";
import { until } from "../harness/processes";
import { sheetOf } from "../harness/workbook";

const SELLER = "Helios Resale";
const CUSTOMER = "Trey Research";
const VIEW = "Whom Helios serves";
const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
/** Far more than a screen shows, made up beside the thirteen of every sample platform. */
const CROWD = 130;
const ALL = CROWD + 13;

/** Somebody of the crowd: every letter begins some names, every customer has some, every month of two years as well. */
function member(n: number, organization: string, like: Someone): Someone {
  const month = `${2023 + Math.floor((n % 24) / 12)}-${`${(n % 12) + 1}`.padStart(2, "0")}`;
  return {
    ...like,
    id: `00000000-0000-4000-8000-${`${n}`.padStart(12, "0")}`,
    email: `crowd${n}@crowd.example`,
    firstName: `${LETTERS[n % LETTERS.length]}crowd`,
    lastName: `Member ${n}`,
    createdDate: `${month}-15T09:00:00Z`,
    organizationIds: [organization],
  };
}

/** Waits until the screen says that so many match. */
const matching = (page: Page, people: number, of = ALL) => page.says(`${people} of ${of}`);

/** Takes every filter away. */
async function clear(page: Page): Promise<void> {
  await page.press("button", "Clear");
  await until("no filter to be on", async () => (await page.all("button", /^Take away: /)).length === 0);
}

/** The address of the person of the active row, and the texts of the row above it. */
const activePerson = (page: Page): Promise<{ here: string; above: string } | null> =>
  page.browser.execute(() => {
    const rows = [...document.querySelectorAll<HTMLElement>("[role=grid] [role=row]:has([role=gridcell])")];
    const placeOf = (row: HTMLElement) => Number(row.ariaRowIndex);
    const active = rows.find((row) => row.dataset.active !== undefined);
    if (!active) return null;
    const above = rows.find((row) => placeOf(row) === placeOf(active) - 1);
    return { here: active.innerText, above: above?.innerText ?? "" };
  });

/** What the bars of time that are marked say: from the first to the last month, and how many people in all. */
const markedBars = (page: Page): Promise<string[]> =>
  page.browser.execute(() =>
    [...document.querySelectorAll("[role=listbox] [role=option][aria-selected=true]")].map(
      (each) => each.ariaLabel ?? "",
    ),
  );

/** Opens the filters, and unfolds one of them. */
async function unfold(page: Page, facet: string): Promise<void> {
  await page.press("button", "Filter");
  const group = await page.get("button", new RegExp(`^${facet}( |$)`), "[role=dialog]");
  if ((await group.getAttribute("aria-expanded")) === "false") await group.click();
}

/** Goes down in the tree of organizations until this one is the active row. */
async function downTo(page: Page, organization: RegExp): Promise<void> {
  const active = () =>
    page.browser.execute(() => {
      const id = document.activeElement?.getAttribute("aria-activedescendant");
      return document.getElementById(id ?? "")?.ariaLabel ?? "";
    });
  for (let step = 0; step < 40; step += 1) {
    if (organization.test(await active())) return;
    await page.browser.keys(Key.ArrowDown);
  }
  throw new Error(`The arrows do not lead to ${organization}: ${await active()} is the last.`);
}

/** Closes the filters: what is marked in them goes first. */
const fold = (page: Page) =>
  until("the filters to be closed", async () => {
    if ((await page.all("dialog", "Add a filter")).length === 0) return true;
    await page.browser.keys(Key.Escape);
    return false;
  });

async function fromViews(page: Page, entry: RegExp): Promise<void> {
  await page.enter("button", /^View: /);
  await page.take(entry);
}

journey("The list of people: exactly whom a filter, a mark, a letter or a refresh means", (step) => {
  let platform: Platform;
  beforeAll(async () => {
    platform = await Platform.start((people, world) => {
      const customers = world.organizations.slice(5).map(({ id }) => id);
      const like = someone(people, "wei.zhang@tailspin.example");
      for (let n = 0; n < CROWD; n += 1) people.push(member(n, customers[n % customers.length] ?? "", like));
    });
  });
  afterAll(async () => {
    await platform?.stop();
  });

  step("a seller that is chosen in the tree shows the people of its customers", async (app) => {
    const { page } = app;
    await connect(app, "Nordlys", platform.access);
    await page.get("link", new RegExp(`^Users\\s*${ALL}$`));
    await unfold(page, "Organization");
    const people = platform.below(SELLER).length;
    await page.tabTo("tree", "Organizations");
    await downTo(page, new RegExp(`^${SELLER}.*, ${people} people$`));
    await page.browser.keys(Key.Space);
    await matching(page, people);
    await expectNoBarriers(app, "Users, with the organizations open");
    await fold(page);
    await page.get("button", new RegExp(`^Take away: Organization: ${SELLER}`));
  });

  step("with all of them marked, the workbook holds exactly them, and not only those in sight", async (app) => {
    const { page } = app;
    const people = platform.below(SELLER);
    expect(people.length, "more than a screen shows").toBeGreaterThan((await page.rows()).length);
    await page.press("gridcell", /@/);
    await page.browser.keys([Key.Ctrl, "a"]);
    await page.says(`${people.length} people selected`);
    await page.enter("button", "Export…");
    await page.get("dialog", "Export people");
    await page.says(`The ${people.length} people selected`);
    await page.enter("button", `Export ${people.length} people…`);
    await answerDialog("Export users", join(app.home, "marked.xlsx"));
    await page.says(`Saved as marked.xlsx: ${people.length} people.`);
    const rows = await sheetOf(join(app.home, "marked.xlsx"), "People");
    expect(rows.map((row) => row["E-mail"]).sort()).toEqual(people);
  });

  step("a view is saved to a file, deleted, and taken from the file again", async (app) => {
    const { page } = app;
    await fromViews(page, /^Save as a new view/);
    await page.typeByKeys("Name", VIEW);
    await page.browser.keys(Key.Enter);
    await page.get("button", `View: ${VIEW}`);
    await fromViews(page, /^Save views to a file/);
    const file = join(app.home, "kept-views.json");
    await answerDialog("Export views", file);
    await page.says("The views were saved as kept-views.json.");
    expect(await readFile(file, "utf8")).toContain(VIEW);
    await fromViews(page, /^Arrange views/);
    await page.press("button", `Delete “${VIEW}”`);
    await page.says(`“${VIEW}” was deleted.`);
    await page.press("button", "Done");
    await page.get("button", "View: All people");
    await fromViews(page, /^Take views from a file/);
    await chooseInDialog("Choose a file of views", file);
    await page.says("1 view was added, 0 replaced.");
    await clear(page);
    await page.browser.keys([Key.Ctrl, "1"]);
    await page.get("button", `View: ${VIEW}`);
    await matching(page, platform.below(SELLER).length);
    await page.get("button", new RegExp(`^Take away: Organization: ${SELLER}`));
  });

  step("months that are marked by keys leave whoever was created in them", async ({ page }) => {
    await clear(page);
    await unfold(page, "Created");
    await page.tabTo("listbox", "People created, by time");
    await page.browser.keys(Key.Home);
    for (let bar = 0; bar < 12; bar += 1) await page.browser.keys(Key.ArrowRight);
    for (let bar = 0; bar < 2; bar += 1) await page.browser.keys([Key.Shift, Key.ArrowRight]);
    const bars = await until("three bars to be marked", async () => {
      const marked = await markedBars(page);
      return marked.length === 3 && marked;
    });
    await page.browser.keys(Key.Enter);
    const people = createdIn(platform.people, bars);
    expect(people.length, "somebody was").toBeGreaterThan(0);
    await matching(page, people.length);
    await fold(page);
    await page.press("gridcell", /@/);
    const shown = await page.addresses();
    expect(shown.length).toBeGreaterThan(0);
    expect(
      shown.filter((address) => !people.includes(address)),
      "nobody else is shown",
    ).toEqual([]);
    await clear(page);
  });

  step("a letter leads to the first person whose name begins with it", async ({ page }) => {
    await page.tabTo("grid", "People");
    for (const letter of ["t", "c", "z"]) {
      await page.browser.keys([Key.Ctrl, Key.Home]);
      await page.browser.keys(letter);
      const there = await until(`somebody with ${letter}`, async () => {
        const active = await activePerson(page);
        return active && nameIn(active.here).startsWith(letter) && active;
      });
      expect(nameIn(there.above) < letter, `the first one: ${there.above} stands above ${there.here}`).toBe(true);
      // What is typed within a moment belongs together.
      await page.browser.pause(800);
    }
  });

  step("one customer is read anew alone, and everybody else stays as they were read", async ({ page }) => {
    const [here, elsewhere] = ["new.here@trey.example", "new.elsewhere@contoso.example"];
    await platform.becomes((people) => {
      const like = someone(people, "wei.zhang@tailspin.example");
      const joins = (n: number, email: string, organization: string) =>
        people.push({ ...member(n, platform.organization(organization), like), email, lastName: "Newcomer" });
      joins(900, here, CUSTOMER);
      joins(901, elsewhere, "Fabrikam");
    });
    await unfold(page, "Organization");
    await page.type("Search organization", CUSTOMER, "searchbox");
    await page.press("treeitem", new RegExp(`^${CUSTOMER}`));
    await matching(page, platform.below(CUSTOMER).length - 1);
    await fold(page);
    await page.press("button", "Refresh");
    await page.press("menuitem", new RegExp(`^Only ${CUSTOMER}`));
    await matching(page, platform.below(CUSTOMER).length, ALL + 1);
    await page.row(here);
    await clear(page);
    await page.type("Search people", "Newcomer", "searchbox");
    await matching(page, 1, ALL + 1);
    await page.browser.keys(Key.F5);
    await matching(page, 2, ALL + 2);
    await page.row(elsewhere);
  });
});

/** The name at the start of a row, without the letters that stand for its picture. */
function nameIn(row: string): string {
  const lines = row.split("\n").map((line) => line.trim());
  return (lines.find((line) => line.length > 2) ?? "").toLowerCase();
}

/** The addresses of whoever was created in the months of these bars, of which each says `May 2023 to Jun 2023: 12 people`. */
function createdIn(people: readonly Someone[], bars: string[]): string[] {
  const months = bars.flatMap((bar) => bar.replace(/:.*/, "").split(" to "));
  const numbered = months.map((month) => new Date(`1 ${month} UTC`)).map((day) => day.toISOString().slice(0, 7));
  const [from = "", until = ""] = [numbered.toSorted()[0], numbered.toSorted().at(-1)];
  return addressesOf(
    people.filter(({ createdDate }) => createdDate.slice(0, 7) >= from && createdDate.slice(0, 7) <= until),
  );
}
