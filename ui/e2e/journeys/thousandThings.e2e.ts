import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, expect } from "vitest";
import { Key } from "webdriverio";
import { connect } from "../harness/connect";
import { HostilePlatform } from "../harness/hostilePlatform";
import { journey } from "../harness/journey";
import type { Page } from "../harness/page";
import { scrollThrough, textsOf } from "../harness/rows";
import { WORLD } from "../harness/samples";
import { longestWord, Untouched } from "../harness/untouched";

interface World {
  roles: object[];
  identityProviders: object[];
  organizations: { kind?: string }[];
  users: object[];
}

const EVERYTHING = "holds.everything@nordlys.example";

/** An id of the kind that a platform gives, told apart by a digit. */
const id = (kind: number, place: number) => `${kind}0000000-0000-4000-8000-${`${place}`.padStart(12, "0")}`;

/** A platform with a thousand roles, providers and organizations, each held by somebody, and somebody who holds them all. */
async function world(names: string[]): Promise<World> {
  const world = JSON.parse(await readFile(WORLD, "utf8")) as World;
  const [organization, person] = [world.organizations[0], world.users[0]];
  const at = (place: number) => names[place % names.length];
  const people = names.map((_, place) => ({
    ...person,
    id: id(4, place),
    email: `person.${`${place}`.padStart(4, "0")}@nordlys.example`,
    groupIds: [id(1, place)],
    identityProviderId: id(2, place),
    organizationIds: [id(3, place)],
  }));
  const all = { id: id(4, 9_999), email: EVERYTHING, firstName: "Every", lastName: "Thing" };
  const [groupIds, organizationIds] = [1, 3].map((kind) => names.map((_, place) => id(kind, place)));
  return {
    ...world,
    // Each on a rung of its own: most power first, the first name on top.
    roles: names.map((name, place) => ({ id: id(1, place), name, weight: 2_000 - place })),
    identityProviders: names.map((name, place) => ({
      ...{ id: id(2, place), name, prefix: at(place + 300), enabled: place % 5 !== 4 },
    })),
    organizations: names.map((name, place) => ({
      ...{ ...organization, id: id(3, place), name, erpId: at(place + 600), parentId: null },
    })),
    users: [...people, { ...person, ...all, groupIds, organizationIds, identityProviderId: id(2, 0) }],
  };
}

/** The texts are those of the names, whatever their order. */
function expectSame(texts: string[], names: string[], where: string): void {
  const words = (all: string[]) => all.map(longestWord).sort();
  expect(words(texts), `${where}: each name, letter for letter`).toEqual(words(names));
}

/** Each text holds the name of its place. */
function expectInOrder(texts: string[], names: string[], where: string): void {
  expect(texts.length, `${where}: as many as there are`).toBe(names.length);
  for (const [place, name] of names.entries())
    expect(texts[place], `${where}: name ${place}, letter for letter`).toContain(longestWord(name));
}

const FILTERS = "[role=dialog]";

/** Opens the filters, unfolds one of them, and gives where it is. */
async function unfold(page: Page, title: string): Promise<string> {
  if ((await page.all("dialog", "Add a filter")).length === 0) await page.press("button", "Filter");
  const head = await page.get("button", new RegExp(`^${title}( |$)`), FILTERS);
  if ((await head.getAttribute("aria-expanded")) === "false") await head.click();
  return `${FILTERS} [role=group][aria-label="${title}"]`;
}

journey("A thousand hostile roles, providers and organizations", (step) => {
  let platform: HostilePlatform;
  let names: string[];
  let untouched: Untouched;

  beforeAll(async () => {
    platform = await HostilePlatform.open(world);
    names = platform.names;
  });
  afterAll(() => platform?.close());

  step("stand beside each of a thousand people, as text", async (app) => {
    const { page } = app;
    await connect(app, "Nordlys", platform.sandbox.access);
    await page.get("link", /^Users\s*1,001$/);
    untouched = await Untouched.since(app, platform.elsewhere);
    const seen = new Set<string>();
    await scrollThrough(page, "[role=grid]", 480, async (top) => {
      for (const cells of await page.rows()) {
        const place = /person\.(\d{4})@/.exec(cells.join(" "))?.[1];
        if (!place) continue;
        const told = cells.filter((cell) => cell.includes(longestWord(names[Number(place)] ?? "")));
        expect(told.length, `role, organization and provider of person ${place}`).toBeGreaterThanOrEqual(3);
        seen.add(place);
      }
      await untouched.stays(app, `Users from ${top} pixels on`);
      return seen.size === 1_000;
    });
    expect(seen.size, "rows that were never drawn prove nothing").toBe(1_000);
  });

  for (const title of ["Role", "Identity provider"])
    step(`are each a value of the facet ${title}`, async (app) => {
      const { page } = app;
      const group = await unfold(page, title);
      await page.press("button", /more…$/, group);
      await page.get("button", "Fewer", group);
      await page.still();
      expectSame(await textsOf(page, `${group} button[aria-pressed] > .truncate`), names, title);
      await untouched.stays(app, `The facet ${title}`);
      await page.press("button", "Fewer", group);
    });

  step("are each in the tree of organizations, with their numbers", async (app) => {
    const { page } = app;
    await unfold(page, "Organization");
    const seen = new Map<string, string>();
    await scrollThrough(page, "[role=tree]", 240, async (top) => {
      const rows = await page.browser.execute(() =>
        [...document.querySelectorAll("[role=treeitem]")].map((each) => [each.id, each.textContent ?? ""] as const),
      );
      for (const [id, text] of rows) seen.set(id.slice(-12), text);
      if (top % 2_400 === 0) await untouched.stays(app, `The tree of organizations from ${top} pixels on`);
      return seen.size === 1_000;
    });
    const texts = names.map((_, place) => seen.get(`${place}`.padStart(12, "0")) ?? "");
    expectInOrder(texts, names, "The tree of organizations");
    expectInOrder(texts, [...names.slice(600), ...names.slice(0, 600)], "The numbers in it");
    await untouched.stays(app, "The tree of organizations");
    await page.browser.keys("Escape");
  });

  step("are all told in the details of somebody who holds them all", async (app) => {
    const { page } = app;
    await page.type("Search people", EVERYTHING, "searchbox");
    await page.says("1 of 1,001");
    await page.press("button", "Every Thing", "[role=grid]");
    await page.get("complementary", "About Every Thing");
    await page.still();
    const [roles = [], organizations = []] = await page.browser.execute(() =>
      [...document.querySelectorAll("aside dd")].map((each) =>
        [...each.querySelectorAll(":scope > span.block")].map((line) => line.textContent ?? ""),
      ),
    );
    expectInOrder(roles, names, "Roles of a person");
    expectInOrder(organizations, names, "Organizations of a person");
    await untouched.stays(app, "A person's details");
    await page.press("tab", "JSON");
    await page.says('"GroupIds"');
    await untouched.stays(app, "A person as JSON");
  });

  step("are each a rung of Roles, in the order of power", async (app) => {
    const { page } = app;
    await page.press("link", /^Roles/);
    await page.get("table", /./);
    await page.still();
    expectInOrder(await textsOf(page, "main table tbody tr"), names, "Roles");
    await untouched.stays(app, "Roles");
  });

  step("are each a card of Identity providers, with their prefixes and people", async (app) => {
    const { page } = app;
    await page.press("link", /^Identity providers/);
    await page.get("heading", "Identity providers");
    await page.get("list", "Identity providers");
    await page.still();
    expectSame(await textsOf(page, "main li[aria-labelledby] h2"), names, "Identity providers");
    const cards = await textsOf(page, "main li[aria-labelledby]");
    const prefixes = cards.join("\n");
    for (const name of names) expect(prefixes, "the prefixes, letter for letter").toContain(longestWord(name));
    await untouched.stays(app, "Identity providers");
  });

  step("are offered as text where a review is begun, and where somebody is invited", async (app) => {
    const { page } = app;
    await page.press("link", /^Access reviews/);
    await page.press("button", "Start a review…");
    await page.press("combobox", "Role");
    await page.get("option", /./);
    await page.still();
    await untouched.stays(app, "The roles of a review");
    await page.browser.keys("Escape");
    await page.press("link", /^Invite/);
    await page.press("button", "Invite one person…");
    await page.get("dialog", /./);
    await page.still();
    await untouched.stays(app, "One person to invite");
  });

  step("are found as text by the palette", async (app) => {
    const { page } = app;
    await page.browser.keys("Escape");
    await page.browser.keys([Key.Ctrl, "k"]);
    await page.type("Whom or what to find, or what to do", "window.ran", "combobox");
    await page.get("option", /window\.ran/);
    await page.still();
    await untouched.stays(app, "The palette");
  });
});
