import { describe, expect, it } from "vitest";
import { cellStyle, gridVariables, pinnedWidth } from "./gridTemplate";

const COLUMNS = [
  { size: 120, pin: "start" as const },
  { size: 40, pin: "start" as const },
  { size: 100, grow: 2 },
  { size: 80 },
  { size: 60, pin: "end" as const },
  { size: 30, pin: "end" as const },
];

describe("the styles of a grid", () => {
  it("say each column's width once for all rows", () => {
    expect(gridVariables(COLUMNS)).toMatchObject({
      "--columns": "120px 40px minmax(100px, 2fr) 80px 60px 30px",
      "--width": "430px",
    });
  });

  it("let pinned columns stick beside one another, from either edge", () => {
    expect(gridVariables(COLUMNS)).toMatchObject({
      "--at-0": "0px",
      "--at-1": "120px",
      "--at-4": "30px",
      "--at-5": "0px",
    });
    expect(gridVariables(COLUMNS)).not.toHaveProperty("--at-2");
    expect(cellStyle("start", 1)).toEqual({ gridColumn: 2, insetInlineStart: "var(--at-1)" });
    expect(cellStyle("end", 4)).toEqual({ gridColumn: 5, insetInlineEnd: "var(--at-4)" });
    expect([pinnedWidth(COLUMNS, "start"), pinnedWidth(COLUMNS, "end")]).toEqual([160, 90]);
  });
});
