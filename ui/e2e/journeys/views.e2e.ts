import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect } from "vitest";
import { Key } from "webdriverio";
import type { RunningApp } from "../harness/app";
import { connect } from "../harness/connect";
import { answerDialog } from "../harness/dialogs";
import { expectNoBarriers, journey } from "../harness/journey";
import type { Page } from "../harness/page";
import { until } from "../harness/processes";
import { mailsSent, Sandbox } from "../harness/sandbox";

const NAME = "Active, from Z to A";
/** How long a condition is waited for. */
const PATIENCE = { timeout: 30_000, interval: 50 };

/** How the list of people stands, as a person sees it. */
interface Standing {
  /** The words over the columns, in their order. */
  columns: string[];
  /** Those that stay in sight at the start. */
  pinned: string[];
  /** What the rows are ordered by. */
  order: string[];
  /** Pixels of a row. */
  row: number;
  /** The filters that are on. */
  filters: string[];
}

const EVERYONE: Standing = {
  columns: ["Name", "E-mail", "State", "Role", "Organization", "Provider", "Created"],
  pinned: ["Name"],
  order: ["Name ascending"],
  row: 34,
  filters: [],
};
const KEPT: Standing = {
  columns: ["Name", "State", "E-mail", "Role", "Organization", "Created"],
  pinned: ["Name", "State"],
  order: ["E-mail descending"],
  row: 26,
  filters: ["State: Active"],
};
const MOVED = { ...KEPT, columns: ["Name", "State", "E-mail", "Organization", "Role", "Created"] };

const standing = (page: Page): Promise<Standing> =>
  page.browser.execute(() => {
    const headers = [...document.querySelectorAll<HTMLElement>("[role=grid] [role=columnheader]")];
    const named = (all: Element[]) => all.map((each) => each.getAttribute("aria-label") ?? "");
    const sorted = headers.filter((each) => (each.ariaSort ?? "none") !== "none");
    return {
      columns: named(headers),
      pinned: named(headers.filter((each) => each.dataset.pin === "start")),
      order: sorted.map((each) => `${each.ariaLabel} ${each.ariaSort}`),
      row: document.querySelector<HTMLElement>("[role=row]:has([role=gridcell])")?.offsetHeight ?? 0,
      filters: named([...document.querySelectorAll("[aria-label^='Take away: ']")]).map((each) =>
        each.replace("Take away: ", ""),
      ),
    };
  });

const expectStanding = (page: Page, wanted: Standing, why?: string) =>
  expect.poll(() => standing(page), { ...PATIENCE, message: why }).toEqual(wanted);

/** The box of a column's header. */
async function headerOf(page: Page, column: string): Promise<{ x: number; y: number; width: number; height: number }> {
  const header = await page.get("columnheader", column);
  return page.browser.execute((each) => {
    const { x, y, width, height } = (each as unknown as HTMLElement).getBoundingClientRect();
    return { x, y, width, height };
  }, header);
}

const widthOf = async (page: Page, column: string) => Math.round((await headerOf(page, column)).width);

/** The column of the header that is the active cell. */
const activeHeader = (page: Page) =>
  page.browser.execute(() => document.querySelector("[role=columnheader][data-focus]")?.getAttribute("aria-label"));

/** Leads the keys to the list, once whatever was open gave them back. */
async function toPeople(page: Page): Promise<void> {
  const here = await until("the focus to come to rest", () =>
    page.browser.execute(() => {
      const { role, tagName } = document.activeElement ?? document.body;
      return tagName !== "BODY" && role !== "menuitem" && (role ?? tagName);
    }),
  );
  // On a slow machine a menu that closes gives the focus back too late, and the heading has it.
  if (here !== "grid") await page.tabTo("grid", "People");
}

/** Leads the keys to a header of the list. */
async function toHeader(page: Page, column: string): Promise<void> {
  await toPeople(page);
  await page.browser.keys([Key.Ctrl, Key.Home]);
  await page.browser.keys(Key.ArrowUp);
  for (let step = 0; step < EVERYONE.columns.length; step += 1) {
    const here = await until("a header to be the active cell", () => activeHeader(page));
    if (here === column) return;
    await page.browser.keys(Key.ArrowRight);
    await until("the next header", async () => (await activeHeader(page)) !== here);
  }
  throw new Error(`The arrows do not lead to the header ${column}.`);
}

/** Does with a column what an entry of its menu says, with keys alone. */
async function arrange(page: Page, column: string, entry: RegExp): Promise<void> {
  await toHeader(page, column);
  await page.browser.keys([Key.Alt, Key.ArrowDown]);
  await page.take(entry);
}

/** Opens the menu of views by keys and takes an entry. */
async function fromViews(page: Page, entry: RegExp): Promise<void> {
  await page.enter("button", /^View: /);
  await page.take(entry);
}

async function openUsers({ page }: RunningApp): Promise<void> {
  await page.get("link", /^Users\s*[\d,]+$/);
  await page.browser.keys([Key.Alt, "2"]);
  await page.get("heading", "Users");
  await page.row("@");
}

/** Waits until it is on disk how the screen stands: what ends the app next is no closing of its window. */
async function leftAs({ home }: RunningApp, what: string, is: (last: Left) => boolean): Promise<void> {
  await until(`${what} to be kept`, async () => {
    const name = (await readdir(home, { recursive: true })).find((each) => each.endsWith("views.json"));
    const { last } = JSON.parse(await readFile(join(home, name ?? ""), "utf8")) as { last?: Left };
    return last && is(last);
  });
}

interface Left {
  name: string;
  density: string;
  query: { states?: string[] };
  columns: { id: string; width: number }[];
}

/** How many people are in a queue, as its chip says. */
async function peopleIn(page: Page, queue: string): Promise<number> {
  const chip = await page.get("button", new RegExp(`^${queue} [\\d,]+$`));
  return Number(/\d+/.exec(await page.textOf(chip))?.[0]);
}

journey(
  "Views of the list of people, and a queue of it, by keys",
  (step) => {
    let lapsed: string[] = [];
    let narrow = 0;

    step("a chart of the overview is saved as a picture where the person says", async ({ page, home }) => {
      await page.enter("button", "Try the sample platform");
      await page.get("heading", "Overview");
      await page.enter("button", /^More for People by role/);
      await page.take("Save PNG…");
      const file = join(home, "roles.png");
      await answerDialog("Save the picture", file);
      await page.says("Saved as roles.png.");
      const png = await readFile(file);
      expect(png.subarray(0, 8).toString("latin1"), "it is a PNG").toBe("\x89PNG\r\n\x1a\n");
      expect(png.subarray(-8, -4).toString("latin1"), "and whole").toBe("IEND");
      expect(png.readUInt32BE(16), "twice as fine as it is drawn").toBe(1_440);
      expect(png.length, "nothing but ground would be smaller").toBeGreaterThan(12_000);
    });

    step("a filter, an order, columns and close rows are kept as a view", async (app) => {
      const { page } = app;
      await openUsers(app);
      await expectStanding(page, EVERYONE);
      await page.press("button", "Filter");
      await page.press("button", /^Active \d+$/);
      await page.browser.keys(Key.Escape);
      await page.get("button", "Take away: State: Active");
      await arrange(page, "Provider", /^Hide/);
      await arrange(page, "State", /^Pin to the start/);
      await arrange(page, "E-mail", /^Sort descending/);
      await page.enter("button", "Compact");
      await expectStanding(page, KEPT);
      await fromViews(page, /^Save as a new view/);
      await page.get("dialog", "Save as a new view");
      await page.typeByKeys("Name", NAME);
      await page.browser.keys(Key.Enter);
      await page.get("button", `View: ${NAME}`);
    });

    step("after a restart Ctrl and 1 bring it back with all that it holds", async (app) => {
      await fromViews(app.page, /^All people/);
      await app.page.enter("button", "Compact");
      await expectStanding(app.page, EVERYONE);
      await leftAs(app, "everyone", ({ name, density, query }) => {
        return name === "" && density === "comfortable" && (query.states ?? []).length === 0;
      });
      await app.restart();
      await openUsers(app);
      await expectStanding(app.page, EVERYONE, "it was left so");
      await app.page.browser.keys([Key.Ctrl, "1"]);
      await expectStanding(app.page, KEPT);
      await app.page.get("button", `View: ${NAME}`);
      const rows = await app.page.rows();
      const addresses = rows.map((cells) => cells.find((cell) => cell.includes("@")) ?? "");
      expect(rows.every((cells) => cells.join(" ").includes("Active"))).toBe(true);
      expect(addresses, "they stand from Z to A").toEqual(addresses.toSorted().reverse());
    });

    step("the view that was shown last is shown by the next start", async (app) => {
      await leftAs(app, "the view", ({ name }) => name === NAME);
      await app.restart();
      await openUsers(app);
      await expectStanding(app.page, KEPT);
      await app.page.get("button", `View: ${NAME}`);
      expect(await app.page.text(), "it is as it was kept").not.toContain("Differs from");
    });

    step("with the menu of views open, nothing stands in anybody's way", async (app) => {
      await app.page.enter("button", `View: ${NAME}`);
      await app.page.get("menuitem", new RegExp(`^${NAME}`));
      await expectNoBarriers(app, "Users, with the menu of views");
      expect(await app.page.all("menuitem"), "a menu that closed would stand in nobody's way").not.toEqual([]);
      await app.page.browser.keys(Key.Escape);
    });

    step("a column is made wider and another one moved with the mouse", async ({ page }) => {
      const email = await headerOf(page, "E-mail");
      narrow = Math.round(email.width);
      await page.drag({ x: email.x + email.width - 3, y: email.y + email.height / 2 }, 60);
      await expect.poll(() => widthOf(page, "E-mail"), PATIENCE).toBe(narrow + 60);
      const [role, organization] = [await headerOf(page, "Role"), await headerOf(page, "Organization")];
      const middle = organization.x + organization.width / 2;
      await page.drag({ x: role.x + 20, y: role.y + role.height / 2 }, middle - role.x - 20);
      await expectStanding(page, MOVED, "a drag moves, and orders nothing anew");
    });

    step("both are kept over a restart, beside the view that they differ from", async (app) => {
      await leftAs(app, "width and place", ({ columns }) => {
        const place = (wanted: string) => columns.findIndex(({ id }) => id === wanted);
        return (columns[place("email")]?.width ?? 0) > 0 && place("organization") < place("role");
      });
      await app.restart();
      await openUsers(app);
      await expectStanding(app.page, MOVED);
      expect(await widthOf(app.page, "E-mail")).toBe(narrow + 60);
      await app.page.says(`Differs from “${NAME}”`);
      await app.page.enter("button", "Put back");
      await expectStanding(app.page, KEPT);
      await expect.poll(() => widthOf(app.page, "E-mail"), PATIENCE).toBe(narrow);
    });

    step("the people of a queue become a draft of exactly them", async ({ page }) => {
      await fromViews(page, /^All people/);
      const people = await peopleIn(page, "Lapsed");
      await page.enter("button", /^Lapsed /);
      await page.says(`${people} of 313`);
      await expect.poll(async () => (await page.rows()).length, PATIENCE).toBe(people);
      const rows = await page.rows();
      lapsed = rows.flatMap((cells) => cells.filter((cell) => cell.includes("@"))).sort();
      expect(lapsed).toHaveLength(people);
      expect(rows.every((cells) => cells.join(" ").includes("lapsed"))).toBe(true);
      await page.enter("button", `Invite ${people} people again…`);
      await page.get("heading", "Invite people");
      await page.get("button", `Invite ${people} people to Sample platform…`);
      for (const address of lapsed) await page.row(address);
    });

    step("it becomes a run like any other, with one mail for each of them", async (app) => {
      const { page } = app;
      expect(await mailsSent(app), "nothing is sent by looking").toEqual([]);
      await page.enter("button", `Invite ${lapsed.length} people to Sample platform…`);
      await page.get("dialog", `Invite ${lapsed.length} people to Sample platform?`);
      await page.enter("button", `Send all ${lapsed.length}`);
      await page.says(`The run is finished. ${lapsed.length} people invited.`);
      expect(await mailsSent(app)).toEqual(lapsed.map((address) => `${address} ×1`));
      await page.enter("link", /^Runs/);
      await page.get("link", "Sample platform - invited again");
      await page.says(`${lapsed.length} invited`);
    });

    step("from then on nobody is in the queue any more", async ({ page }) => {
      await page.browser.keys([Key.Alt, "2"]);
      await page.get("heading", "Users");
      await page.says("Nobody matches");
      await expect.poll(() => peopleIn(page, "Lapsed"), PATIENCE).toBe(0);
    });
  },
  { env: { ROLLCALL_SANDBOX_USERS: "300" } },
);

/** With the thirteen people whom every sample platform has. */
const [ALL, STILL_THERE] = [73, 48];

journey("A list that looks wrong", (step) => {
  let sandbox: Sandbox;
  let before: string[][] = [];
  beforeAll(async () => {
    sandbox = await Sandbox.start("--users", "60");
  });
  afterAll(async () => {
    await sandbox?.stop();
  });

  /** As many as are drawn even where a banner takes room from the list. */
  const firstRows = async (page: Page) => (await page.rows()).slice(0, 12);

  /** Reads a list that lacks a third of the people. */
  async function readWrongList({ page }: RunningApp): Promise<void> {
    await sandbox.faults({ when: { endpoint: "users" }, fault: { part_of_list: { first: STILL_THERE } } });
    await page.browser.keys(Key.F5);
    await page.says("The new list looks wrong.");
    await page.says(`${ALL - STILL_THERE} of ${ALL} people are gone.`);
  }

  step("is held while the old one stays", async (app) => {
    const { page } = app;
    await connect(app, "Nordlys", sandbox.access);
    await page.get("link", new RegExp(`^Users\\s*${ALL}$`));
    await page.row("@");
    before = await firstRows(page);
    await readWrongList(app);
    await page.says("Nothing is sent or settled until you say which list is right.");
    await page.get("link", new RegExp(`^Users\\s*${ALL}$`));
    expect(await firstRows(page), "the same people as before").toEqual(before);
    await expectNoBarriers(app, "Users, with a list that is held");
  });

  step("waits for a person over a restart", async (app) => {
    await app.restart();
    await openUsers(app);
    await app.page.says("The new list looks wrong.");
    await app.page.get("link", new RegExp(`^Users\\s*${ALL}$`));
  });

  step("is gone once the person keeps the old one", async ({ page }) => {
    await page.enter("button", "Keep the old list");
    await until("the question to be gone", async () => (await page.all("button", "Take the new list…")).length === 0);
    await page.get("link", new RegExp(`^Users\\s*${ALL}$`));
    expect(await firstRows(page)).toEqual(before);
  });

  step("becomes the list once the person takes it, after a question that says what changes", async (app) => {
    const { page } = app;
    await readWrongList(app);
    await page.enter("button", "Take the new list…");
    await page.get("alertdialog", `Take the new list of ${STILL_THERE} people?`);
    await page.says(`The old list holds ${ALL} people, the new one ${STILL_THERE}.`);
    await page.says(`0 joined, ${ALL - STILL_THERE} left`);
    await expectNoBarriers(app, "The question before a list is taken");
    await page.enter("button", `Take the list of ${STILL_THERE}`);
    await page.get("link", new RegExp(`^Users\\s*${STILL_THERE}$`));
    expect(await page.all("button", "Keep the old list"), "nothing is held any more").toEqual([]);
    await expect.poll(() => firstRows(page), { ...PATIENCE, message: "other people are listed" }).not.toEqual(before);
    await page.enter("link", /^Changes/);
    await page.says(`${ALL - STILL_THERE} left`);
  });
});
