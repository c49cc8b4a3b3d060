import { describe, expect, it } from "vitest";
import { placeAfter } from "./gridKeys";

const extent = { rows: 1000, columns: 7, page: 18 };
const from = { row: 40, column: 3 };
const press = (key: string, whole = false, at = from) => placeAfter(key, whole, at, extent);

describe("keys in the grid", () => {
  it("move by one cell with the arrows", () => {
    expect(press("ArrowDown")).toEqual({ row: 41, column: 3 });
    expect(press("ArrowUp")).toEqual({ row: 39, column: 3 });
    expect(press("ArrowLeft")).toEqual({ row: 40, column: 2 });
    expect(press("ArrowRight")).toEqual({ row: 40, column: 4 });
  });

  it("stop at the edges instead of going round", () => {
    expect(press("ArrowDown", false, { row: 999, column: 6 })).toEqual({ row: 999, column: 6 });
    expect(press("ArrowRight", false, { row: 999, column: 6 })).toEqual({ row: 999, column: 6 });
    expect(press("ArrowLeft", false, { row: 0, column: 0 })).toEqual({ row: 0, column: 0 });
  });

  it("reach the header from the first row", () => {
    expect(press("ArrowUp", false, { row: 0, column: 2 })).toEqual({ row: -1, column: 2 });
  });

  it("move by a page, and a page up never lands in the header", () => {
    expect(press("PageDown")).toEqual({ row: 58, column: 3 });
    expect(press("PageUp", false, { row: 4, column: 3 })).toEqual({ row: 0, column: 3 });
  });

  it("reach the row's ends, and with Control the grid's", () => {
    expect(press("Home")).toEqual({ row: 40, column: 0 });
    expect(press("End")).toEqual({ row: 40, column: 6 });
    expect(press("Home", true)).toEqual({ row: 0, column: 0 });
    expect(press("End", true)).toEqual({ row: 999, column: 6 });
  });

  it("leave other keys alone", () => {
    expect(press("a")).toBeNull();
    expect(press("Tab")).toBeNull();
  });
});
