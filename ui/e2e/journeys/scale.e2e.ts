import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "vitest";
import { Key } from "webdriverio";
import { readElsewhere, readTableElsewhere } from "../harness/clipboard";
import { answerDialog } from "../harness/dialogs";
import { expectNoBarriers, journey } from "../harness/journey";
import { until } from "../harness/processes";

/** With those thirteen who are always there. */
const EVERYBODY = "100,013";

journey(
  "A hundred thousand people: search, narrow, copy, export",
  (step) => {
    step(
      "the list of a hundred thousand people is read",
      async ({ page }) => {
        await page.press("button", "Try the sample platform");
        await page.get("link", new RegExp(`^Users\\s*${EVERYBODY}$`), undefined, 220_000);
        await page.press("link", /^Users/);
        await page.row("@");
      },
      240_000,
    );

    step("a search by a part of a name finds people as it is typed", async (app) => {
      const { page } = app;
      await page.type("Search people", "menon", "searchbox");
      await page.says(new RegExp(`of ${EVERYBODY}`));
      const rows = await page.rows();
      expect(rows.length).toBeGreaterThan(0);
      expect(
        rows.every((row) => /menon/i.test(row.join(" "))),
        "everybody found has it in their name",
      ).toBe(true);
      await expectNoBarriers(app, "Users, searched");
    });

    step("a facet narrows them to exactly whom it says", async (app) => {
      const { page } = app;
      const before = await matching(app);
      await page.press("button", /Filter/);
      await page.press("button", /^Active/);
      await page.browser.keys(Key.Escape);
      await until("fewer people", async () => (await matching(app)) < before);
      const states = (await page.rows()).map((row) => row.join(" "));
      expect(
        states.every((row) => row.includes("Active")),
        "everybody shown is active",
      ).toBe(true);
    });

    step("marked cells are copied as lines that a spreadsheet takes", async ({ page }) => {
      await page.press("gridcell", /@/);
      await page.browser.keys([Key.Shift, Key.ArrowDown]);
      await page.browser.keys([Key.Shift, Key.ArrowDown]);
      await page.says("3 people selected");
      await page.browser.keys([Key.Ctrl, "c"]);
      const lines = await until("three lines on the clipboard", async () => {
        const copied = (await readElsewhere()).trimEnd().split(/\r?\n/);
        return copied.length === 3 && copied;
      });
      const shown = addresses(await page.rows());
      expect(lines, "they are the rows that are shown").toEqual(shown.slice(0, 3));
      await page.browser.keys([Key.Shift, Key.ArrowRight]);
      await page.browser.keys([Key.Ctrl, "c"]);
      const table = await until("two columns on the clipboard", async () => {
        const copied = await readTableElsewhere();
        return copied[0]?.length === 2 && copied;
      });
      const wanted = shown.slice(0, 3).map((address) => [address, "Active"]);
      expect(table, "the table holds the cells that are marked").toEqual(wanted);
      expect((await readElsewhere()).trimEnd().split(/\r?\n/)).toEqual(wanted.map((cells) => cells.join("\t")));
    });

    step("the same goes by keys alone: clear, search, filter, mark, copy, open, close", async (app) => {
      const { page } = app;
      const narrowed = await matching(app);
      // The bar of what is marked has a button of that name too.
      await page.browser.keys(Key.Escape);
      await until("nothing to be marked", async () => !(await page.text()).includes("people selected"));
      await page.enter("button", "Clear");
      await until("everybody to be listed", async () => (await matching(app)) !== narrowed);
      await page.browser.keys("/");
      await page.browser.keys([Key.Ctrl, "a"]);
      const typing = page.browser.action("key");
      for (const letter of "menon") typing.down(letter).up(letter);
      await typing.perform();
      await until("people called so", async () => (await page.rows()).some((row) => /menon/i.test(row.join(" "))));
      const before = await until("how many they are", async () => (await matching(app)) || null);
      expect(before, "blocked ones too").toBeGreaterThan(narrowed);
      await page.tabTo("button", /Filter/);
      await page.browser.keys(Key.Enter);
      await page.tabTo("button", /^Active/);
      await page.browser.keys(Key.Enter);
      await page.browser.keys(Key.Escape);
      await until("fewer people", async () => (await matching(app)) < before);
      await page.tabTo("grid", "People");
      await page.browser.keys(Key.ArrowDown);
      await page.browser.keys([Key.Shift, Key.ArrowDown]);
      await page.browser.keys([Key.Ctrl, "c"]);
      await until(
        "two lines on the clipboard",
        async () => (await readElsewhere()).trimEnd().split(/\r?\n/).length === 2,
      );
      await page.browser.keys(Key.Enter);
      await page.get("complementary", /^About /);
      await page.browser.keys(Key.Escape);
      await until("the person to be closed", async () => (await page.all("complementary", /^About /)).length === 0);
      await expectNoBarriers(app, "Users, narrowed by keys");
    });

    step("whoever matches is exported by keys as well, and the file holds exactly them", async (app) => {
      const { page } = app;
      const people = await matching(app);
      const file = join(app.home, "people.csv");
      await page.enter("button", /^Export/);
      await page.get("dialog", "Export people");
      await page.arrowTo("Who", "who match");
      await page.arrowTo("Format", "CSV");
      await page.enter("button", /^Export .*…$/);
      await answerDialog("Export users", file);
      await page.says(/Saved as people\.csv/);
      const lines = (await readFile(file, "utf8")).trimEnd().split(/\r?\n/);
      expect(lines.length - 1, "one line a person, after the header").toBe(people);
      expect(lines.slice(1).every((line) => /menon/i.test(line))).toBe(true);
      await rm(file);
    });
  },
  { env: { ROLLCALL_SANDBOX_USERS: "100000" } },
);

/** The address in each row. */
const addresses = (rows: string[][]) => rows.map((cells) => cells.find((cell) => cell.includes("@")));

/** People who match, as the screen says. */
async function matching({ page }: { page: { text(): Promise<string> } }): Promise<number> {
  const told = new RegExp(`([\\d,]+) of ${EVERYBODY}`).exec(await page.text());
  return Number(told?.[1]?.replaceAll(",", "") ?? Number.NaN);
}
