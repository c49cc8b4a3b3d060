import { describe, expect, it } from "vitest";
import { pinnedStyles, pinnedWidth, rowStyle, wholeStyle } from "./gridTemplate";

const COLUMNS = [
  { size: 120, pin: "start" as const },
  { size: 40, pin: "start" as const },
  { size: 100, grow: 2 },
  { size: 80 },
  { size: 60, pin: "end" as const },
  { size: 30, pin: "end" as const },
];

describe("the styles of a grid", () => {
  it("say how wide each column of a row is", () => {
    expect(rowStyle(COLUMNS)).toEqual({
      gridTemplateColumns: "120px 40px minmax(100px, 2fr) 80px 60px 30px",
      minWidth: "430px",
    });
    expect(wholeStyle(COLUMNS)).toEqual({ minWidth: "430px" });
  });

  it("let pinned columns stick beside one another, from either edge", () => {
    expect(pinnedStyles(COLUMNS)).toEqual([
      { insetInlineStart: "0px" },
      { insetInlineStart: "120px" },
      undefined,
      undefined,
      { insetInlineEnd: "30px" },
      { insetInlineEnd: "0px" },
    ]);
    expect([pinnedWidth(COLUMNS, "start"), pinnedWidth(COLUMNS, "end")]).toEqual([160, 90]);
  });
});
