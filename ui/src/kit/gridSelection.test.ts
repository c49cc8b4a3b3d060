import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { marksAt, marksIn, selectedIn, selectedOf } from "./gridSelected";
import { type GridSelection, isMarked, NOTHING, rectsOf, type SelectionAction, select } from "./gridSelection";

const EXTENT = { rows: 7, columns: 5 };
const IDS = ["a", "b", "c", "d", "e"];
const at = (row: number, column: number) => ({ row, column });
const name = (row: number, column: number) => `${row}/${column}`;

const cells = (top: number, left: number, bottom: number, right: number): Set<string> => {
  const found = new Set<string>();
  for (let row = top; row <= bottom; row += 1)
    for (let column = left; column <= right; column += 1) found.add(name(row, column));
  return found;
};
const EVERY = cells(0, 0, EXTENT.rows - 1, EXTENT.columns - 1);

/** The same with a set of cells, told one by one. */
class Cells {
  before = new Set<string>();
  stretch: { rows: number[]; columns: number[]; to: { row: number; column: number }; marks: boolean } | null = null;

  get stretched(): Set<string> {
    if (!this.stretch) return new Set();
    const rows = [...this.stretch.rows, this.stretch.to.row];
    const columns = [...this.stretch.columns, this.stretch.to.column];
    return cells(Math.min(...rows), Math.min(...columns), Math.max(...rows), Math.max(...columns));
  }
  get marked(): Set<string> {
    const stretched = this.stretched;
    if (this.stretch?.marks) return new Set([...this.before, ...stretched]);
    return new Set([...this.before].filter((cell) => !stretched.has(cell)));
  }
  begin(place: { row: number; column: number }, marks = true) {
    this.stretch = { rows: [place.row], columns: [place.column], to: place, marks };
  }
  do(action: SelectionAction) {
    switch (action.kind) {
      case "drop":
        this.before = new Set();
        this.stretch = null;
        break;
      case "all":
        this.before = EVERY;
        this.stretch = null;
        break;
      case "extend":
        if (!this.stretch) {
          if (this.before === EVERY) this.before = new Set();
          this.begin(action.from);
        }
        if (this.stretch) this.stretch.to = action.to;
        break;
      case "toggle": {
        if (this.before.size === 0 && !this.stretch) this.begin(action.from);
        const marked = this.marked;
        this.before = new Set(marked);
        this.begin(action.at, !marked.has(name(action.at.row, action.at.column)));
        break;
      }
      case "rows":
      case "columns": {
        if (this.before === EVERY) this.before = new Set();
        if (!this.stretch) this.begin(action.from);
        if (!this.stretch) break;
        const places = [...this.stretched].map((cell) => cell.split("/").map(Number));
        const rows = action.kind === "columns" ? [0, EXTENT.rows - 1] : places.map(([row = 0]) => row);
        const columns = action.kind === "rows" ? [0, EXTENT.columns - 1] : places.map(([, column = 0]) => column);
        this.stretch = { ...this.stretch, rows, columns, to: action.from };
        break;
      }
    }
  }
}

const place = fc.record({ row: fc.nat(EXTENT.rows - 1), column: fc.nat(EXTENT.columns - 1) });
const action: fc.Arbitrary<SelectionAction> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("extend" as const), from: place, to: place }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("toggle" as const), from: place, at: place }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom("rows" as const, "columns" as const), from: place }) },
  { weight: 1, arbitrary: fc.constantFrom<SelectionAction>({ kind: "all" }, { kind: "drop" }) },
);
// Whoever widens the stretch stands where it ends.
const standing = (actions: SelectionAction[]): SelectionAction[] => {
  let here = at(0, 0);
  return actions.map((one) => {
    if (one.kind === "rows" || one.kind === "columns") return { ...one, from: here };
    if (one.kind === "extend") here = one.to;
    if (one.kind === "toggle") here = one.at;
    return one;
  });
};
const history = fc.array(action, { maxLength: 14 }).map(standing);

const done = (actions: SelectionAction[]): GridSelection =>
  actions.reduce((selection, one) => select(selection, one, EXTENT), NOTHING);

const cellsOf = (selection: GridSelection): string[] =>
  rectsOf(selection, EXTENT).flatMap((rect) => [...cells(rect.top, rect.left, rect.bottom, rect.right)]);

describe("what is marked in a grid", () => {
  it("is what marking cell by cell gives, whatever is done in whatever order", () => {
    fc.assert(
      fc.property(history, (actions) => {
        const naive = new Cells();
        for (const one of actions) naive.do(one);
        const marked = cellsOf(done(actions));
        expect(new Set(marked)).toEqual(naive.marked);
        expect(marked.length, "no cell is in two rectangles").toBe(naive.marked.size);
      }),
      { numRuns: 600 },
    );
  });

  it("is told the same of one cell, of one row and of all", () => {
    fc.assert(
      fc.property(history, (actions) => {
        const selection = done(actions);
        const marked = new Set(cellsOf(selection));
        const rects = rectsOf(selection, EXTENT);
        for (let row = 0; row < EXTENT.rows; row += 1) {
          const inRow = marksAt(marksIn(rects, row));
          for (let column = 0; column < EXTENT.columns; column += 1) {
            expect(isMarked(selection, at(row, column))).toBe(marked.has(name(row, column)));
            expect(inRow(column)).toBe(marked.has(name(row, column)));
          }
        }
      }),
    );
  });

  it("is counted right, and is even only if every one of its rows has every one of its columns", () => {
    fc.assert(
      fc.property(history, (actions) => {
        const selection = done(actions);
        const marked = [...new Set(cellsOf(selection))].map((cell) => cell.split("/").map(Number));
        const rows = new Set(marked.map(([row = 0]) => row));
        const columns = new Set(marked.map(([, column = 0]) => column));
        const told = selectedIn(rectsOf(selection, EXTENT), IDS);
        expect(told.cells).toBe(marked.length);
        expect(told.rows).toBe(rows.size);
        expect(told.columns).toEqual(IDS.filter((_, column) => columns.has(column)));
        expect(told.even).toBe(marked.length === rows.size * columns.size);
        const listed = told.ranges.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, n) => from + n));
        expect(listed, "ascending, each row once").toEqual([...rows].sort((a, b) => a - b));
        told.ranges.slice(1).forEach((range, n) => {
          expect(range.from, "a gap between two ranges").toBeGreaterThan((told.ranges[n]?.to ?? 0) + 1);
        });
      }),
    );
  });

  it("goes along with its columns when they are moved, hidden and shown", () => {
    const orders = fc.shuffledSubarray(IDS, { minLength: 1 });
    fc.assert(
      fc.property(history, orders, (actions, now) => {
        const before = done(actions);
        const moved = select(before, { kind: "rearrange", before: IDS, now }, EXTENT);
        const was = new Set(cellsOf(before));
        const marks = rectsOf(moved, { ...EXTENT, columns: now.length });
        for (let row = 0; row < EXTENT.rows; row += 1) {
          const inRow = marksAt(marksIn(marks, row));
          now.forEach((id, column) => {
            expect(inRow(column), `${id} in row ${row}`).toBe(was.has(name(row, IDS.indexOf(id))));
          });
        }
      }),
    );
  });

  it("stays whole rows when a column comes", () => {
    const rows = select(NOTHING, { kind: "rows", from: at(2, 1) }, EXTENT);
    const more = select(rows, { kind: "rearrange", before: IDS, now: [...IDS, "f"] }, { ...EXTENT, columns: 6 });
    expect(rectsOf(more, { ...EXTENT, columns: 6 })).toEqual([{ top: 2, left: 0, bottom: 2, right: 5 }]);
  });

  it("is one word for everything, also when more comes", () => {
    const all = select(NOTHING, { kind: "all" }, { rows: 1_000_000, columns: 5 });
    expect(all).toEqual({ all: true, marked: [], stretch: null });
    expect(selectedOf(all, { rows: 1_000_001, columns: 5 }, IDS)).toMatchObject({
      all: true,
      rows: 1_000_001,
      words: "1,000,001 rows × 5 columns",
    });
  });

  it("is everyone but one after everything and Ctrl with a press, in three pieces", () => {
    const all = select(NOTHING, { kind: "all" }, { rows: 1_000_000, columns: 5 });
    const but = select(all, { kind: "toggle", from: at(0, 0), at: at(400_000, 2) }, { rows: 1_000_000, columns: 5 });
    const told = selectedOf(but, { rows: 1_000_000, columns: 5 }, IDS);
    expect(told).toMatchObject({ all: false, cells: 4_999_999, even: false, words: "4,999,999 cells" });
  });

  it("ends where the rows end once there are fewer", () => {
    const some = select(NOTHING, { kind: "extend", from: at(3, 0), to: at(6, 1) }, EXTENT);
    expect(selectedOf(some, { rows: 5, columns: 5 }, IDS)).toMatchObject({ ranges: [{ from: 3, to: 4 }], rows: 2 });
    expect(selectedOf(some, { rows: 2, columns: 5 }, IDS)).toBeNull();
  });

  it("is nothing for others while it is one cell", () => {
    const one = select(NOTHING, { kind: "extend", from: at(3, 1), to: at(3, 1) }, EXTENT);
    expect(selectedOf(one, EXTENT, IDS)).toBeNull();
  });
});
