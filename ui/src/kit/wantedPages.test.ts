import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isNear, remembered, wantedPages } from "./wantedPages";

describe("the windows to have", () => {
  it("are those in sight first, then the next ones in the direction of scrolling", () => {
    expect(wantedPages({ first: 4, last: 5, way: 1 }, 200, 10_000)).toEqual([4, 5, 6, 7]);
    expect(wantedPages({ first: 4, last: 5, way: -1 }, 200, 10_000)).toEqual([4, 5, 3, 2]);
  });

  it("end where the rows end", () => {
    expect(wantedPages({ first: 4, last: 5, way: 1 }, 200, 1_201)).toEqual([4, 5, 6]);
    expect(wantedPages({ first: 4, last: 5, way: 1 }, 200, 1_200)).toEqual([4, 5]);
    expect(wantedPages({ first: 1, last: 1, way: -1 }, 200, 1_200)).toEqual([1, 0]);
  });

  it("are only those in sight where nobody knows how many rows there are", () => {
    expect(wantedPages({ first: 4, last: 4, way: 1 }, 200, undefined)).toEqual([4]);
  });

  it("are near if one goes on to them, and not if one jumps", () => {
    const from = { first: 4, last: 5, way: 1 as const };
    expect(isNear(from, { first: 6, last: 6 })).toBe(true);
    expect(isNear(from, { first: 3, last: 3 })).toBe(true);
    expect(isNear(from, { first: 7, last: 7 })).toBe(false);
    expect(isNear(from, { first: 1, last: 2 })).toBe(false);
  });

  it("are kept up to a number, the wanted ones always, the oldest go first", () => {
    const pages = fc.array(fc.uniqueArray(fc.nat(40), { minLength: 1, maxLength: 5 }));
    fc.assert(
      fc.property(pages, (steps) => {
        let used: number[] = [];
        for (const wanted of steps) {
          const { used: now, forgotten } = remembered(used, wanted, 8);
          expect(now.length).toBeLessThanOrEqual(8);
          expect(now.slice(-wanted.length)).toEqual(wanted);
          expect([...now, ...forgotten].sort()).toEqual([...new Set([...used, ...wanted])].sort());
          expect(forgotten).toEqual(used.filter((page) => !wanted.includes(page)).slice(0, forgotten.length));
          used = now;
        }
      }),
    );
  });
});
