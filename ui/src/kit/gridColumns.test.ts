import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  canHide,
  columnsAt,
  hidden,
  NARROWEST,
  neighbour,
  pinned,
  placed,
  resized,
  shownColumns,
  type ViewColumn,
  visibleIds,
  WIDEST,
} from "./gridColumns";

const COLUMNS = [
  { id: "name", pin: "start" as const, fixed: true },
  { id: "mail" },
  { id: "state" },
  { id: "other:City", hiddenAtFirst: true },
  { id: "do", pin: "end" as const },
];
const view = (id: string, change: Partial<ViewColumn> = {}): ViewColumn => ({
  id,
  width: 0,
  pinned: false,
  hidden: false,
  ...change,
});

describe("how columns stand", () => {
  it("is as they were given until a person says otherwise", () => {
    expect(visibleIds(COLUMNS, [])).toEqual(["name", "mail", "state", "do"]);
    expect(columnsAt(COLUMNS, [])[0]).toEqual(view("name", { pinned: true }));
  });

  it("follows the state, and a column that it does not name comes after", () => {
    expect(visibleIds(COLUMNS, [view("state"), view("mail", { hidden: true })])).toEqual(["name", "state", "do"]);
  });

  it("keeps what is said of a column that is not there now", () => {
    expect(columnsAt(COLUMNS, [view("gone", { width: 90 })])[0]).toEqual(view("gone", { width: 90 }));
    expect(visibleIds(COLUMNS, [view("gone")])).not.toContain("gone");
  });

  it("puts pinned columns first and leaves the last ones at the end", () => {
    const state = pinned(columnsAt(COLUMNS, []), "state", true);
    expect(visibleIds(COLUMNS, state)).toEqual(["name", "state", "mail", "do"]);
  });

  it("moves a column to another's place, and pins it if that is", () => {
    const state = columnsAt(COLUMNS, []);
    expect(visibleIds(COLUMNS, placed(state, "state", "mail"))).toEqual(["name", "state", "mail", "do"]);
    expect(visibleIds(COLUMNS, placed(state, "mail", "state"))).toEqual(["name", "state", "mail", "do"]);
    const first = placed(state, "state", "name");
    expect(visibleIds(COLUMNS, first)).toEqual(["state", "name", "mail", "do"]);
    expect(first.find((one) => one.id === "state")?.pinned).toBe(true);
  });

  it("has no step over the edge of the pinned ones or to the end", () => {
    const state = columnsAt(COLUMNS, []);
    expect(neighbour(COLUMNS, state, "mail", 1)).toBe("state");
    expect(neighbour(COLUMNS, state, "mail", -1)).toBeUndefined();
    expect(neighbour(COLUMNS, state, "state", 1)).toBeUndefined();
    expect(neighbour(COLUMNS, state, "do", -1)).toBeUndefined();
  });

  it("keeps widths that can be read and seen", () => {
    const state = columnsAt(COLUMNS, []);
    const width = (pixels: number) => resized(state, "mail", pixels).find((one) => one.id === "mail")?.width;
    expect([width(1), width(120.4), width(9000)]).toEqual([NARROWEST, 120, WIDEST]);
  });

  it("never lets the last column go, nor one that has to stay", () => {
    const two = [{ id: "a" }, { id: "b" }];
    expect(canHide(two, [], "a")).toBe(true);
    expect(canHide(two, hidden(columnsAt(two, []), "b", true), "a")).toBe(false);
    expect(canHide(COLUMNS, [], "name")).toBe(false);
  });

  it("loses and doubles no column, whatever is moved where", () => {
    const id = fc.constantFrom(...COLUMNS.map((one) => one.id), "unknown");
    fc.assert(
      fc.property(fc.array(fc.tuple(id, id, fc.boolean())), (moves) => {
        const state = moves.reduce(
          (now, [one, target, pin]) => pinned(placed(now, one, target), one, pin),
          columnsAt(COLUMNS, []),
        );
        expect(state.map((one) => one.id).sort()).toEqual(COLUMNS.map((one) => one.id).sort());
        const shown = shownColumns(COLUMNS, state);
        const zones = shown.map(({ column, view }) => (column.pin === "end" ? 2 : view.pinned ? 0 : 1));
        expect(zones).toEqual(zones.toSorted());
      }),
    );
  });
});
