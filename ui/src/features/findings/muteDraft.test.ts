import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { daysAfter } from "@/data/days";
import { checkedMute } from "./muteDraft";

const TODAY = "2026-11-26";
const draft = (change: object) => ({ reason: "Known.", until: TODAY, by: "", ...change });

describe("what is typed before a finding is muted", () => {
  it("may end today, and in two years to the day, and on no other day", () => {
    const fits = (until: string) => !checkedMute(draft({ until }), TODAY).wrong.until;
    expect([fits(TODAY), fits("2028-11-26")]).toEqual([true, true]);
    expect([fits("2026-11-25"), fits("2028-11-27"), fits("soon"), fits("2026-02-30")]).toEqual([
      false,
      false,
      false,
      false,
    ]);
    fc.assert(
      fc.property(fc.integer({ min: -800, max: 1600 }), (days) => {
        expect(fits(daysAfter(TODAY, days))).toBe(days >= 0 && days <= 731);
      }),
    );
  });

  it("means the last day of a month or year that is named alone", () => {
    expect(checkedMute(draft({ until: " 2027-02 " }), TODAY).said?.until).toBe("2027-02-28");
    expect(checkedMute(draft({ until: "2027" }), TODAY).said?.until).toBe("2027-12-31");
  });

  it("needs a reason, and names nobody where no name is typed", () => {
    expect(checkedMute(draft({ reason: "  " }), TODAY)).toEqual({ said: null, wrong: { reason: true, until: false } });
    expect(checkedMute(draft({ by: "  " }), TODAY).said).toEqual({ reason: "Known.", until: TODAY, by: null });
    expect(checkedMute(draft({ by: " Ann Lee " }), TODAY).said?.by).toBe("Ann Lee");
  });
});
