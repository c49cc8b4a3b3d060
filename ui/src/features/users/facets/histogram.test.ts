import { expect, it } from "vitest";
import { barsOf, overlaps } from "./histogram";

const months = (first: number, many: number) =>
  Array.from({ length: many }, (_, step) => {
    const at = new Date(Date.UTC(first, step, 1));
    return { month: at.toISOString().slice(0, 7), people: 1 };
  });

it("shows each month while there are few, and wider bars that lose nobody when there are many", () => {
  expect(barsOf(months(2024, 12), 36)).toHaveLength(12);
  for (const many of [1, 35, 36, 37, 100, 400, 1200]) {
    const bars = barsOf(months(1950, many), 36);
    expect(bars.length).toBeLessThanOrEqual(36);
    expect(bars.reduce((sum, bar) => sum + bar.people, 0)).toBe(many);
  }
});

it("begins bars where quarters and years begin, so that they can be named", () => {
  const quarters = barsOf([...months(2023, 40)].slice(1), 36);
  expect(quarters[0]).toEqual({ from: "2023-02", until: "2023-03", people: 2 });
  expect(quarters[1]).toMatchObject({ from: "2023-04", until: "2023-06" });
});

it("marks bars of which any day lies in the chosen range", () => {
  const bar = { from: "2024-04", until: "2024-06", people: 1 };
  expect(overlaps(bar, "2024-06-30", null)).toBe(true);
  expect(overlaps(bar, "2024-07-01", null)).toBe(false);
  expect(overlaps(bar, null, "2024-03-31")).toBe(false);
});

it("has no bars where nobody has a date", () => {
  expect(barsOf([], 36)).toEqual([]);
});
