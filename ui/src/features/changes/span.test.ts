import { describe, expect, it } from "vitest";
import type { ChangesView, RefreshView } from "@/ipc";
import { sentenceOf, spanOf } from "./span";

const list = (number: number, at: string): RefreshView => ({ number, at, people: 9, joined: 0, left: 0, changed: 0 });
const KEPT = [list(3, "2020-11-25T09:00:00Z"), list(2, "2020-11-25T06:00:00Z"), list(1, "2020-11-17T09:00:00Z")];
const view = (from: number, to: number, counts: ChangesView["counts"] = []): ChangesView => {
  const of = (number: number) => KEPT.find((one) => one.number === number) as RefreshView;
  return { from: of(from), to: of(to), counts, people: 0 };
};

describe("which two lists are compared", () => {
  it("are those of the address, as long as both are kept and in order", () => {
    expect(spanOf({ from: 1, to: 2 }, KEPT)).toEqual({ from: 1, to: 2 });
    expect(spanOf({ from: 1 }, KEPT)).toEqual({ from: 1, to: null });
    expect(spanOf({}, KEPT)).toEqual({ from: null, to: null });
    expect(spanOf({ from: 0, to: 2 }, KEPT)).toEqual({ from: null, to: null });
    expect(spanOf({ from: 2, to: 2 }, KEPT)).toEqual({ from: null, to: null });
  });
});

describe("the sentence", () => {
  it("counts from a day, and names the year of another one", () => {
    const counts: ChangesView["counts"] = [
      { kind: "role", people: 2 },
      { kind: "left", people: 3 },
      { kind: "joined", people: 1400 },
      { kind: "state", people: 0 },
    ];
    expect(sentenceOf(view(1, 3, counts), 3)).toBe(
      "Since Tuesday 17 November 2020 (8 days): 1,400 joined, 3 left, 2 changed role.",
    );
  });

  it("names both lists where the newer one is not the newest", () => {
    expect(sentenceOf(view(1, 2), 3)).toMatch(
      /^From Tuesday 17 November 2020 to Wednesday 25 November 2020 \(8 days\): nobody joined, left or changed\.$/,
    );
  });

  it("says the time of two lists of one day", () => {
    expect(sentenceOf(view(2, 3), 3)).toMatch(/^Since 25 Nov 2020, \d\d:00 \(3 h\):/);
  });
});
