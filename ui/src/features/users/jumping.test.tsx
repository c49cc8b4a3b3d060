import { fireEvent, screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { queryOf, type UsersSearch } from "@/data/addresses";
import type { UserRow } from "@/ipc";
import { type FakeWorld, failure } from "@/test/fakeIpc";
import { fakePeople } from "@/test/fakePeople";
import { renderApp } from "@/test/renderApp";

const AT = "/p/sample/users";

/** The list, with the focus, once its people are there. */
async function list(search: UsersSearch = {}, world: FakeWorld = {}) {
  const asked = new URLSearchParams(search as Record<string, string>).toString();
  const app = renderApp(`${AT}?${asked}`, { people: 200, ...world });
  const grid = await screen.findByRole("grid", { name: "People" });
  await waitFor(() => expect(grid.getAttribute("aria-rowcount")).toBe("201"));
  grid.focus();
  const people = app.shell.people.found(queryOf(search));
  return { ...app, grid, people };
}

/** What is read out as the place in the list: the active cell. */
function active(grid: HTMLElement): Element | null {
  // jsdom scrolls without telling.
  fireEvent.scroll(grid);
  return document.getElementById(grid.getAttribute("aria-activedescendant") ?? "");
}
const numberOf = (grid: HTMLElement) => Number(active(grid)?.closest("[role=row]")?.getAttribute("aria-rowindex")) - 2;
const standsOn = (grid: HTMLElement, row: number) => waitFor(() => expect(numberOf(grid)).toBe(row));

/** The row of the first whose text begins so, by eyes that read past accents. */
function firstOf(people: UserRow[], text: (p: UserRow) => string, begins: RegExp): number {
  const row = people.findIndex((p) => begins.test(text(p)));
  expect(row, `somebody in the list begins with ${begins}, further down`).toBeGreaterThan(0);
  return row;
}
const name = (p: UserRow) => p.name;

describe("letters typed in the list", () => {
  it("lead to the first person whose name begins so, who is then read out", async () => {
    const { user, grid, people } = await list();
    const row = firstOf(people, name, /^M/);
    await user.keyboard("m");
    await standsOn(grid, row);
    expect(active(grid)?.textContent).toContain(people[row]?.name);
    expect(["gridcell", "rowheader"]).toContain(active(grid)?.getAttribute("role"));
    expect(document.activeElement).toBe(grid);
  });

  it("lead on where they follow one another quickly, and begin anew after a pause", async () => {
    const { user, grid, people } = await list();
    await user.keyboard("ao");
    await standsOn(grid, firstOf(people, name, /^Ao/));
    await new Promise((resolve) => setTimeout(resolve, 750));
    await user.keyboard("d");
    await standsOn(grid, firstOf(people, name, /^D/));
  });

  it("lead from the end as well, where names go from Z to A", async () => {
    const { user, grid, people } = await list({ sort: "-name" });
    const row = firstOf(people, name, /^M/);
    expect(people[row - 1]?.name.startsWith("N"), "whoever comes before begins with a later letter").toBe(true);
    await user.keyboard("m");
    await standsOn(grid, row);
  });

  it("are looked for in the column that the list is ordered by", async () => {
    const { user, grid, people } = await list({ sort: "lastName" });
    await user.keyboard("pe");
    await standsOn(
      grid,
      firstOf(people, (p) => p.lastName ?? "", /^Pe/),
    );
  });

  it("need no accents, and may have them", async () => {
    const { user, grid, people } = await list();
    const row = firstOf(people, name, /^Zoë/);
    await user.keyboard("zoe");
    await standsOn(grid, row);
    await user.keyboard("{Home}{Control>}{Home}{/Control}");
    await standsOn(grid, 0);
    await new Promise((resolve) => setTimeout(resolve, 750));
    await user.keyboard("Zoë");
    await standsOn(grid, row);
  });

  it("move nothing where nobody is left who could begin so", async () => {
    const { user, grid, shell } = await list();
    await user.keyboard("{ArrowDown}{ArrowDown}");
    await user.keyboard("zz");
    await waitFor(() => expect(shell.callsOf("find_place")).toHaveLength(2));
    expect(shell.callsOf("find_place").at(-1)).toMatchObject({ to: { kind: "prefix", value: "zz" } });
    // `z` alone leads to somebody, and `zz` nowhere else: an arrow before the answer would go on from where it was.
    const zoe = firstOf(shell.people.found(queryOf({})), name, /^Z/);
    await standsOn(grid, zoe);
    await user.keyboard("{ArrowDown}");
    await standsOn(grid, zoe + 1);
    expect(screen.queryByRole("alert")).toBeNull();
  });
});

/** A platform whose answers to letters come when they are let go. */
function heldAnswers() {
  const people = fakePeople(200);
  const waiting: (() => void)[] = [];
  const find_place: NonNullable<FakeWorld["commands"]>[string] = ({ query, to }) =>
    new Promise((resolve) =>
      waiting.push(() => resolve(people.place(query as Parameters<typeof people.place>[0], to as never))),
    );
  return { commands: { find_place }, waiting };
}

describe("answers that come late", () => {
  it("of a letter before the last one move nobody", async () => {
    const { commands, waiting } = heldAnswers();
    const { user, grid, people } = await list({}, { commands });
    await user.keyboard("ao");
    await waitFor(() => expect(waiting).toHaveLength(2));
    waiting[1]?.();
    const row = firstOf(people, name, /^Ao/);
    await standsOn(grid, row);
    waiting[0]?.();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(numberOf(grid)).toBe(row);
  });

  it("of a list that is ordered otherwise by now move nobody", async () => {
    const { commands, waiting } = heldAnswers();
    const { user, grid, router } = await list({}, { commands });
    await user.keyboard("m");
    await waitFor(() => expect(waiting).toHaveLength(1));
    await user.click(screen.getByRole("button", { name: "Created" }));
    await waitFor(() => expect(router.state.location.search).toEqual({ sort: "created" }));
    await waitFor(() => expect(grid.getAttribute("aria-busy")).toBeNull());
    const before = numberOf(grid);
    waiting[0]?.();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(numberOf(grid)).toBe(before);
  });

  it("that never come are said to have failed, and nothing moves", async () => {
    const find_place = () => {
      throw failure("storage-key", "The key is not at hand. Nothing was changed.");
    };
    const { user, grid } = await list({}, { commands: { find_place } });
    await user.keyboard("m");
    expect(await screen.findByText(/The key is not at hand/)).toBeTruthy();
    expect(numberOf(grid)).toBe(0);
  });
});
