import { describe, expect, it } from "vitest";
import { rowNumber } from "./rowNumber";

describe("the number of a row", () => {
  it("is read however people write it", () => {
    for (const text of ["1234", "1,234", " 1 234 ", "1.234", "1’234", "1\u00a0234", "1\u202f234"]) {
      expect(rowNumber(text), text).toBe(1234);
    }
    expect(rowNumber("1,000,000")).toBe(1_000_000);
  });

  it("is nothing that could mean something else", () => {
    for (const text of ["", "0", "-1", "1,23", "12,34,567", "1.5", "1e3", "row 7", "٣"]) {
      expect(rowNumber(text), text).toBeNull();
    }
  });
});
