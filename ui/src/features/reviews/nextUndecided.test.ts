import { describe, expect, it } from "vitest";
import { nextUndecided } from "./nextUndecided";
import { personOf } from "./test/fakeReview";

const undecided = personOf(1);
const kept = personOf(2, { decision: "keep" });
const later = personOf(3, { flags: ["appeared"] });
const next = (from: number, rows: (typeof undecided | null | undefined)[], decided: string[] = []) =>
  nextUndecided(from, rows.length, (index) => rows[index], new Set(decided));

describe("the next undecided person", () => {
  it("is the first one after the row", () => {
    expect(next(0, [undecided, kept, undecided, undecided])).toEqual({ row: 2 });
  });

  it("is looked for from the top again after the last", () => {
    expect(next(2, [kept, undecided, kept])).toEqual({ row: 1 });
  });

  it("is the row's own person only where nobody else is", () => {
    expect(next(1, [kept, undecided, kept])).toEqual({ row: 1 });
  });

  it("is nobody who came after the start, and nobody whose decision is on its way", () => {
    expect(next(0, [kept, later, undecided], ["u-1"])).toBeNull();
  });

  it("has to be looked up where a row is not at hand", () => {
    expect(next(0, [kept, undefined, undecided])).toEqual({ unknown: 1 });
    expect(next(0, [kept, null, undecided]), "a row that is gone is passed").toEqual({ row: 2 });
  });

  it("is the first of all before any row was looked at", () => {
    expect(next(-1, [undecided, undecided])).toEqual({ row: 0 });
  });

  it("is nobody where there are no rows", () => {
    expect(next(-1, [])).toBeNull();
  });
});
