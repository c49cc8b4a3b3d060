import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect } from "vitest";
import type { RunningApp } from "../harness/app";
import { connect } from "../harness/connect";
import { Elsewhere } from "../harness/elsewhere";
import { notText } from "../harness/hostile";
import { journey } from "../harness/journey";
import { hostileNames, hostileSheetNames } from "../harness/names";
import { WORLD } from "../harness/samples";
import { Sandbox } from "../harness/sandbox";
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

/** What of a name is shown as it is: white space may be joined, and control characters have no picture. */
function longestWord(name: string): string {
  const words = name.split(/[\s\p{Cc}\p{Cf}\u2028]+/u).sort((a, b) => b.length - a.length);
  return (words[0] ?? "").slice(0, 60);
}

/** Names by which something in the page would be found to be more than text, wherever it is. */
interface Canary {
  title: string;
  at: string;
  frames: number;
  scripts: number;
  styles: number;
  elsewhere: string[];
}

function canary({ page }: RunningApp): Promise<Canary> {
  return page.browser.execute(() => ({
    title: document.title.replace(
      /^(Overview|Users|Changes|Findings|Roles|Identity providers|Access reviews|Connections|Invite people) – /,
      "",
    ),
    at: location.origin,
    frames: window.frames.length,
    // What a screen loads of its own when it is first shown comes from inside the app.
    scripts: [...document.scripts].filter((each) => !each.src.startsWith(`${location.origin}/`)).length,
    styles: [...document.querySelectorAll<HTMLLinkElement>("style, link[rel=stylesheet]")].filter(
      (each) => !each.href?.startsWith(`${location.origin}/`),
    ).length,
    elsewhere: performance
      .getEntriesByType("resource")
      .map((each) => each.name)
      .filter((name) => !name.startsWith(location.origin) && !/^(ipc|tauri|blob):|^http:\/\/ipc\.localhost/.test(name)),
  }));
}

journey("A thousand hostile names", (step) => {
  let folder: string;
  let sandbox: Sandbox;
  let elsewhere: Elsewhere;
  let names: string[];
  let before: Canary;
  const untouched = async (app: RunningApp, screen: string) => {
    expect(await notText(app.page), screen).toEqual([]);
    expect(await canary(app), screen).toEqual(before);
    await expect(app.page.browser.getAlertText(), `${screen}: a dialog of the page is open`).rejects.toThrow();
    expect(await app.page.browser.getWindowHandles(), screen).toHaveLength(1);
    expect(elsewhere.visits, screen).toEqual([]);
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "thousand-"));
    elsewhere = await Elsewhere.open();
    names = hostileNames(elsewhere.url);
    await writeFile(join(folder, "world.json"), JSON.stringify(await world(names)));
    sandbox = await Sandbox.start("--world", join(folder, "world.json"), "--users", "0");
  });
  afterAll(async () => {
    await sandbox?.stop();
    await elsewhere?.close();
    await rm(folder, { recursive: true, force: true });
  });

  step("there are a thousand, and no two are the same", async (app) => {
    expect(new Set(names).size).toBe(1_000);
    await fetch(`${elsewhere.url}/control`);
    expect(elsewhere.visits.splice(0).length, "a listener that hears nobody would prove nothing").toBeGreaterThan(0);
    await connect(app, names[0] ?? "", sandbox.access);
    await app.page.get("link", /^Users\s*1,013$/);
    before = await canary(app);
    expect(before.elsewhere, "the page loads from inside the app alone").toEqual([]);
  });

  step(
    "every one of them is a name in the list, and nothing else",
    async (app) => {
      await app.page.press("columnheader", /^E-mail/);
      const seen = new Set<string>();
      for (let top = 0; seen.size < 1_000 && top < 60_000; top += 480) {
        await app.page.browser.execute((top) => {
          const grid = document.querySelector("[role=grid]");
          const scrolling = [grid, ...(grid?.querySelectorAll("*") ?? [])].find(
            (each) =>
              each && each.scrollHeight > each.clientHeight + 200 && getComputedStyle(each).overflowY !== "visible",
          );
          if (scrolling) scrolling.scrollTop = top;
        }, top);
        await app.page.still();
        for (const cells of await app.page.rows()) {
          const row = cells.join(" ");
          const place = /person\.(\d{4})@/.exec(row)?.[1];
          if (!place) continue;
          expect(row, `the name of person ${place}, letter for letter`).toContain(
            longestWord(names[Number(place)] ?? ""),
          );
          seen.add(place);
        }
        await untouched(app, `Users from ${top} pixels on`);
      }
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
      await untouched(app, screen);
    });

  step("a file with a thousand of them in its cells, headers and name is text", async (app) => {
    const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
    const header = ["Email", `Role ${names[0]}`, names[30] ?? "", names[99] ?? ""];
    const rows = names.map((name, place) => [
      `new.${place}@nordlys.example`,
      name,
      names[(place + 7) % 1_000] ?? "",
      name,
    ]);
    const path = join(folder, `<img src=x onerror=window.ran='file'>{{7*7}}'&.csv`);
    const table = [header, ...rows].map((row) => row.map(cell).join(",")).join("\r\n");
    await writeFile(path, table);
    await app.page.press("link", /^Users/);
    await app.page.get("heading", "Users");
    await app.drop(path);
    await app.page.says("This is a file of another kind, not a spreadsheet.");
    await untouched(app, "A file with zeros in it");
    await app.page.press("button", "Close");
    await writeFile(path, table.replaceAll("\u0000", ""));
    await app.drop(path);
    await app.page.get("heading", "Invite people");
    await app.page.still();
    await untouched(app, "Columns or review");
    const columns = await app.page.all("button", "Go on to review");
    await columns[0]?.click();
    await app.page.still();
    await untouched(app, "Review");
  });

  step("a workbook whose sheets have such names shows each of them as text, and its people", async (app) => {
    const { page } = app;
    const called = hostileSheetNames(elsewhere.url);
    const path = join(folder, "sheets.xlsx");
    const people = (place: number) => [
      ["Email", "Name"],
      [`sheet.${place}@nordlys.example`, "Anna Berg"],
    ];
    await writeWorkbook(
      path,
      called.map((name, place) => ({ name, rows: people(place) })),
    );
    await app.drop(path);
    await page.get("region", "How the file was read");
    await page.says("sheet.0@nordlys.example");
    await untouched(app, "How a workbook was read");
    for (const place of [1, 50, called.length - 1]) {
      await page.press("button", /Sheet$/);
      await page.get("option", /./);
      await page.still();
      await untouched(app, "The choice of sheets");
      const shown = await page.browser.execute((place) => {
        const options = [...document.querySelectorAll<HTMLElement>("[role=option]")];
        options[place]?.click();
        return options.map((each) => each.textContent ?? "");
      }, place);
      expect(shown.length, "as many as there are").toBe(called.length);
      for (const [at, name] of called.entries())
        expect(shown[at], `the name of sheet ${at}, letter for letter`).toContain(longestWord(name));
      await page.says(`sheet.${place}@nordlys.example`);
      await page.says(longestWord(called[place] ?? ""));
      await page.still();
      await untouched(app, `Sheet ${place}`);
    }
  });
});
