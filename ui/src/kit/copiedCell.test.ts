import { expect, test } from "vitest";
import { copiedCell } from "./copiedCell";

test("no text of a cell is calculated where it is pasted", () => {
  const texts = ['=HYPERLINK("https://x.example")', "+371 67000000", "-1+1", "@SUM(A1)"];
  expect(texts.map(copiedCell)).toEqual(texts.map((text) => ` ${text}`));
});

test("a cell stays one cell, whatever stands in it", () => {
  expect(copiedCell("a\t=1+1")).toBe('"a\t=1+1"');
  expect(copiedCell('=1\n"b"')).toBe('" =1\n""b"""');
  expect(copiedCell('"=1+1"')).toBe('"""=1+1"""');
});

test("any other text is copied as it stands", () => {
  for (const text of ["", "Anna Ozola", "a=b", 'Peter "Pete" Novak', "anna+1@nordlys.example"]) {
    expect(copiedCell(text)).toBe(text);
  }
});
