import { describe, expect, it } from "vitest";
import { gridScale, revealOffset, TALLEST } from "./gridScale";

const ROW = 34;
const VIEW = 620;

describe("the grid's scale", () => {
  it("counts one to one while the rows fit under the tallest spacer", () => {
    const scale = gridScale(100_000, ROW, VIEW);
    expect(scale.spacer).toBe(3_400_000);
    expect(scale.toRows(123_456)).toBe(123_456);
    expect(scale.toScroll(123_456)).toBe(123_456);
  });

  it("never draws a spacer that an engine would cut off", () => {
    expect(gridScale(1_000_000, ROW, VIEW).spacer).toBe(TALLEST);
    expect(gridScale(40_000_000, ROW, VIEW).spacer).toBe(TALLEST);
  });

  it("meets both ends of a million rows", () => {
    const scale = gridScale(1_000_000, ROW, VIEW);
    expect(scale.toRows(0)).toBe(0);
    expect(scale.toRows(scale.spacer - VIEW)).toBeCloseTo(1_000_000 * ROW - VIEW, 3);
  });

  it("finds the way back from rows to the scroll bar", () => {
    const scale = gridScale(1_000_000, ROW, VIEW);
    for (const top of [0, 1, 5_000_000, 14_999_000]) expect(scale.toScroll(scale.toRows(top))).toBeCloseTo(top, 3);
  });

  it("has nothing to scroll without rows", () => {
    expect(gridScale(0, ROW, VIEW)).toMatchObject({ spacer: 0, height: 0 });
  });
});

describe("revealing a row", () => {
  it("moves nothing when the row is in sight", () => {
    expect(revealOffset(12, ROW, VIEW, 300)).toBe(300);
  });

  it("puts a row above at the top and a row below at the bottom", () => {
    expect(revealOffset(2, ROW, VIEW, 300)).toBe(68);
    expect(revealOffset(50, ROW, VIEW, 300)).toBe(51 * ROW - VIEW);
  });
});
