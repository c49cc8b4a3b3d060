import { renderHook } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { cellIdOf, useGridName } from "./gridCells";

describe("the names of a grid's cells", () => {
  it("are another grid's once it is gone, and never two grids' at once", () => {
    const first = renderHook(() => useGridName());
    const second = renderHook(() => useGridName());
    const names = [first.result.current, second.result.current];
    expect(new Set(names).size).toBe(2);
    first.unmount();
    const third = renderHook(() => useGridName());
    expect(third.result.current).toBe(names[0]);
    expect(renderHook(() => useGridName()).result.current).not.toBe(names[1]);
  });

  it("are two, where two grids come at once", () => {
    const both = renderHook(() => [useGridName(), useGridName()]);
    expect(new Set(both.result.current).size).toBe(2);
    both.unmount();
    const again = renderHook(() => [useGridName(), useGridName()]);
    expect(again.result.current.toSorted()).toEqual(both.result.current.toSorted());
  });

  it("differ among rows that stand near each other, and are few however far one goes", () => {
    const near = (from: number) =>
      Array.from({ length: 200 }, (_, at) => cellIdOf("grid-1", { row: from + at, column: 0 }));
    expect(new Set([...near(-1)]).size).toBe(200);
    expect(new Set([...near(999_900)]).size).toBe(200);
    const all = new Set(Array.from({ length: 100_000 }, (_, row) => cellIdOf("grid-1", { row, column: 0 })));
    expect(all.size).toBeLessThan(300);
  });
});
