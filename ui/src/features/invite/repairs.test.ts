import { describe, expect, test } from "vitest";
import type { ProblemGroup } from "@/ipc";
import { lastOffered, namesOffered } from "./offers";
import { isForAll, mayChooseAnother, repairOf, sentences } from "./repairs";
import { rawOf } from "./rowValues";
import { CUSTMER, rowOf } from "./test/fakeDraft";
import { looksLikeTable } from "./useOpenTable";

const group = (change: Partial<ProblemGroup>): ProblemGroup => ({ ...CUSTMER, suggestion: null, ...change });

describe("the likely repair of a group", () => {
  test("is what the cells may have meant", () => {
    expect(repairOf(CUSTMER)).toEqual({ kind: "use", value: "Customer" });
    expect(mayChooseAnother(CUSTMER)).toBe(true);
  });

  test("is one button for each of a few choices, and a list for many", () => {
    const two = ["Contoso – C-20001", "Contoso – C-20002"];
    const ambiguous = { code: "ambiguous-organization", field: "organizations" as const };
    expect(repairOf(group({ ...ambiguous, choices: two }))).toEqual({ kind: "choices", values: two });
    expect(repairOf(group({ ...ambiguous, choices: [...two, ...two] })).kind).toBe("choose-of");
  });

  test("is a value for all rows where they say nothing", () => {
    for (const code of ["missing-role", "missing-organization", "missing-identity-provider"]) {
      expect(repairOf(group({ code, found: "" })).kind, code).toBe("choose-for-all");
      expect(isForAll({ code })).toBe(true);
    }
  });

  test("is to leave rows out that have no address, and to look at one that is none", () => {
    expect(repairOf(group({ code: "missing-email", field: "email", found: "Total" })).kind).toBe("skip");
    expect(repairOf(group({ code: "invalid-email", field: "email", found: "x" })).kind).toBe("show");
  });

  test("is a value of the platform’s own where nothing is near", () => {
    expect(repairOf(group({ found: "Grand Vizier" })).kind).toBe("choose");
  });

  test("of a warning is its suggestion or nothing, and nothing else is offered", () => {
    const warning = { severity: "warning" as const };
    expect(repairOf(group({ ...warning, suggestion: "Customer" })).kind).toBe("use");
    expect(repairOf(group({ ...warning, choices: ["a", "b"] })).kind).toBe("none");
    expect(mayChooseAnother(group({ ...warning, suggestion: "Customer" }))).toBe(false);
  });

  test("of hidden rows is the decision that stands below", () => {
    expect(repairOf(group({ code: "hidden-row", field: "email" })).kind).toBe("none");
  });
});

describe("a message", () => {
  const split = (message: string) => Object.values(sentences(message));

  test("is a title and what more there is to say", () => {
    expect(split('There is no role "Custmer" on this platform. Did you mean Customer?')).toEqual([
      'There is no role "Custmer" on this platform.',
      "Did you mean Customer?",
    ]);
    expect(split("This row has no address.")).toEqual(["This row has no address.", ""]);
    expect(split("Unknown role “Custmer”")).toEqual(["Unknown role “Custmer”", ""]);
  });

  test("is cut at the same place in every language, and nowhere inside of its quotes", () => {
    const german = "Eine Organisation „St. Mary. Inc.“ gibt es auf dieser Plattform nicht.";
    expect(split(`${german} Ist St. Mary gemeint?`)).toEqual([german, "Ist St. Mary gemeint?"]);
    const latvian = "Šajā platformā nav organizācijas „Contoso Inc. Latvia”.";
    expect(split(`${latvian} Vai domāta Contoso?`)).toEqual([latvian, "Vai domāta Contoso?"]);
  });

  test("is not cut inside of somebody’s own text, nor after an abbreviation", () => {
    const inner = 'There is no organization "St. Mary. Inc." on this platform.';
    expect(split(`${inner} Did you mean St. Mary?`)).toEqual([inner, "Did you mean St. Mary?"]);
    expect(split("This looks like an address, e.g. of a list. Check it.")).toEqual([
      "This looks like an address, e.g. of a list.",
      "Check it.",
    ]);
    expect(split('"a "b" is not an e-mail address.')).toEqual(['"a "b" is not an e-mail address.', ""]);
  });
});

describe("what a cell may be", () => {
  const names = ["Customer", "Customer Admin", "Seller Admin"].map((text) => ({ id: text, label: text, text }));

  test("is everything at first, and then what holds the letters", () => {
    expect(namesOffered(names, "Custmer", true)).toHaveLength(3);
    expect(namesOffered(names, "admin", false).map((offer) => offer.text)).toEqual(["Customer Admin", "Seller Admin"]);
    expect(namesOffered(names, "x", false)).toEqual([]);
  });

  test("of several organizations is offered for the last one; those before it stay", () => {
    expect(lastOffered(names, "Contoso; sell", false)).toEqual([
      { id: "Seller Admin", label: "Seller Admin", text: "Contoso; Seller Admin" },
    ]);
    expect(lastOffered(names, "Contoso;", false)).toHaveLength(3);
    expect(lastOffered(names, "Customer; ", false), "not twice the same").toHaveLength(2);
  });
});

test("what is edited is what stands in the cell, not what it was understood as", () => {
  const row = rowOf(0);
  const values = row.values.map((value) => (value.field === "organizations" ? { ...value, raw: "C-20001" } : value));
  expect(rawOf({ ...row, values }, "organizations")).toBe("C-20001");
  expect(rawOf(row, "organizations")).toBe("Contoso – C-20001");
});

test("a pasted text is a table if it has cells, lines or an address", () => {
  for (const text of ["a\tb", "a\nb", "eva@contoso.example"]) expect(looksLikeTable(text), text).toBe(true);
  expect(looksLikeTable("only a word\n")).toBe(false);
});
