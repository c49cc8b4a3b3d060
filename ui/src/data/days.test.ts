import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { daysAfter, yearsAfter } from "./days";

const date = fc
  .date({ min: new Date("2000-01-01"), max: new Date("2090-01-01"), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));

describe("a day later on", () => {
  it("is counted in days of the calendar, whatever the clocks do", () => {
    expect(daysAfter("2026-03-28", 2)).toBe("2026-03-30");
    expect(daysAfter("2026-12-31", 1)).toBe("2027-01-01");
  });

  it("is the same day of another year, and the last of February after a leap day", () => {
    expect(yearsAfter("2026-11-26", 2)).toBe("2028-11-26");
    expect(yearsAfter("2028-02-29", 2)).toBe("2030-02-28");
    expect(yearsAfter("2024-02-29", 4)).toBe("2028-02-29");
  });

  it("never lies before the one it is counted from", () => {
    fc.assert(
      fc.property(date, fc.nat(3000), fc.nat(9), (from, days, years) => {
        expect(daysAfter(from, days) >= from).toBe(true);
        expect(yearsAfter(from, years) >= from || from.endsWith("02-29")).toBe(true);
      }),
    );
  });
});
