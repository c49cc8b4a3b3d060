import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect } from "vitest";
import { connect } from "../harness/connect";
import { HostilePlatform } from "../harness/hostilePlatform";
import { journey } from "../harness/journey";
import { hostileSheetNames } from "../harness/names";
import { scrollThrough, textsOf } from "../harness/rows";
import { WORLD } from "../harness/samples";
import { longestWord, Untouched } from "../harness/untouched";
import { writeWorkbook } from "../harness/workbook";

type Named = { id: string; name: string };
type Person = { id: string; email: string; firstName: string; lastName: string; groupIds: unknown[] };
type World = { roles: Named[]; identityProviders: Named[]; organizations: Named[]; users: Person[] };

/** The sample world with a thousand people more; whatever can have a name has a hostile one. */
async function world(names: string[]): Promise<World> {
  const world = JSON.parse(await readFile(WORLD, "utf8")) as World;
  const at = (place: number) => names[place % names.length] ?? "";
  // Far apart in the list, so that they are of many kinds.
  for (const [start, list] of [world.roles, world.identityProviders, world.organizations].entries())
    for (const [place, each] of list.entries()) each.name = at(start * 331 + place * 67);
  const model = world.users[0] as Person;
  const people = names.map((name, place) => ({
    ...model,
    id: `00000000-0000-4000-8000-${`${place}`.padStart(12, "0")}`,
    email: `person.${`${place}`.padStart(4, "0")}@nordlys.example`,
    firstName: name,
    lastName: at(place + 500),
  }));
  return { ...world, users: [...world.users, ...people] };
}

/** No more columns than Rollcall reads, with one for the addresses. */
const HEADERS = 125;
/** As many as a choice still draws all at once. */
const SHEETS = 125;

/** A cell of a csv. */
const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;

journey("A thousand hostile names", (step) => {
  let platform: HostilePlatform;
  let names: string[];
  let untouched: Untouched;

  beforeAll(async () => {
    platform = await HostilePlatform.open(world);
    names = platform.names;
  });
  afterAll(() => platform?.close());

  step("there are a thousand, and no two are the same", async (app) => {
    expect(new Set(names).size).toBe(1_000);
    await connect(app, names[0] ?? "", platform.sandbox.access);
    await app.page.get("link", /^Users\s*1,013$/);
    untouched = await Untouched.since(app, platform.elsewhere);
  });

  step(
    "every one of them is a name in the list, and nothing else",
    async (app) => {
      await app.page.press("columnheader", /^E-mail/);
      const seen = new Set<string>();
      await scrollThrough(app.page, "[role=grid]", 480, async (top) => {
        for (const cells of await app.page.rows()) {
          const row = cells.join(" ");
          const place = /person\.(\d{4})@/.exec(row)?.[1];
          if (!place) continue;
          expect(row, `the name of person ${place}, letter for letter`).toContain(
            longestWord(names[Number(place)] ?? ""),
          );
          seen.add(place);
        }
        await untouched.stays(app, `Users from ${top} pixels on`);
        return seen.size === 1_000;
      });
      expect(seen.size, "rows that were never drawn prove nothing").toBe(1_000);
    },
    600_000,
  );

  for (const screen of [
    "Overview",
    "Changes",
    "Findings",
    "Roles",
    "Identity providers",
    "Access reviews",
    "Connections",
  ])
    step(`${screen} shows them as text`, async (app) => {
      await app.page.press("link", new RegExp(`^${screen}`));
      await app.page.get("heading", screen);
      await app.page.still();
      await untouched.stays(app, screen);
    });

  step("a file with a thousand of them in its cells, headers and name is text", async (app) => {
    const header = ["Email", `Role ${names[0]}`, names[30] ?? "", names[99] ?? ""];
    const rows = names.map((name, place) => [
      `new.${place}@nordlys.example`,
      name,
      names[(place + 7) % 1_000] ?? "",
      name,
    ]);
    const path = join(platform.folder, `<img src=x onerror=window.ran='file'>{{7*7}}'&.csv`);
    const table = [header, ...rows].map((row) => row.map(cell).join(",")).join("\r\n");
    await writeFile(path, table);
    await app.page.press("link", /^Users/);
    await app.page.get("heading", "Users");
    await app.drop(path);
    await app.page.says("This is a file of another kind, not a spreadsheet.");
    await untouched.stays(app, "A file with zeros in it");
    await app.page.press("button", "Close");
    await writeFile(path, table.replaceAll("\u0000", ""));
    await app.drop(path);
    await app.page.get("heading", "Invite people");
    await app.page.still();
    await untouched.stays(app, "Columns or review");
    const columns = await app.page.all("button", "Go on to review");
    await columns[0]?.click();
    await app.page.still();
    await untouched.stays(app, "Review");
  });

  for (let part = 0; part < 1_000; part += HEADERS)
    step(`a file whose headers are names ${part + 1} to ${part + HEADERS} offers each as text`, async (app) => {
      const { page } = app;
      const headers = names.slice(part, part + HEADERS).map((name) => name.replaceAll("\u0000", ""));
      const path = join(platform.folder, `headers ${part}.csv`);
      const cells = [`header.${part}@nordlys.example`, ...headers.map((_, place) => `x${place}`)];
      await writeFile(path, [["Email", ...headers], cells].map((row) => row.map(cell).join(",")).join("\r\n"));
      await app.drop(path);
      await page.says(`header.${part}@nordlys.example`);
      await page.press("button", /Column for First name$/);
      await page.get("option", /./);
      await page.still();
      const offered = (await textsOf(page, "[role=option]")).slice(-headers.length);
      for (const [place, header] of headers.entries())
        expect(offered[place], `header ${part + place}, letter for letter`).toContain(longestWord(header));
      await untouched.stays(app, `Headers from number ${part + 1} on`);
      await page.browser.keys("Escape");
    });

  for (let part = 0; part < 1_000; part += SHEETS)
    step(
      `a workbook whose sheets are called by names ${part + 1} to ${part + SHEETS} shows each as text, and its people`,
      async (app) => {
        const { page } = app;
        const called = hostileSheetNames(platform.elsewhere.url).slice(part, part + SHEETS);
        expect(called.length).toBe(SHEETS);
        const path = join(platform.folder, `sheets ${part}.xlsx`);
        const people = (place: number) => [
          ["Email", "Name"],
          [`sheet.${part + place}@nordlys.example`, "Anna Berg"],
        ];
        await writeWorkbook(
          path,
          called.map((name, place) => ({ name, rows: people(place) })),
        );
        await app.drop(path);
        await page.get("region", "How the file was read");
        await page.says(`sheet.${part}@nordlys.example`);
        await untouched.stays(app, "How a workbook was read");
        for (const place of [1, called.length - 1]) {
          await page.press("button", /Sheet$/);
          await page.get("option", /./);
          await page.still();
          await untouched.stays(app, "The choice of sheets");
          const shown = await page.browser.execute((place) => {
            const options = [...document.querySelectorAll<HTMLElement>("[role=option]")];
            options[place]?.click();
            return options.map((each) => each.textContent ?? "");
          }, place);
          expect(shown.length, "as many as there are").toBe(called.length);
          for (const [at, name] of called.entries())
            expect(shown[at], `the name of sheet ${part + at}, letter for letter`).toContain(longestWord(name));
          await page.says(`sheet.${part + place}@nordlys.example`);
          await page.says(longestWord(called[place] ?? ""));
          await page.still();
          await untouched.stays(app, `Sheet ${part + place}`);
        }
      },
    );
});
