import { describe, expect, test } from "vitest";
import type { Field, RowClass } from "@/ipc";
import { withChoice } from "./ColumnMap";
import { CLASS_GROUP_ORDER, CLASS_GROUPS, CLASS_TONE, rowsIn } from "./classes";
import { headerRows } from "./FileFacts";
import { hasPlace, maySend, missingFields, readStep, screenOf } from "./flow";
import { checkOf, draftOf } from "./test/fakeDraft";

const sure = draftOf(3);
const without = (field: string) =>
  draftOf(3, { mapping: sure.mapping.map((guess) => (guess.field === field ? { ...guess, column: null } : guess)) });

describe("where a draft stands", () => {
  test("a file whose columns are sure goes straight to review", () => {
    expect(screenOf(sure, undefined)).toEqual({ step: "review", over: null });
  });

  test("a guess in doubt is looked at first", () => {
    const doubtful = draftOf(3, { mapping: sure.mapping.map((guess) => ({ ...guess, sure: guess.field !== "role" })) });
    expect(screenOf(doubtful, undefined)).toEqual({ step: "columns", missing: [] });
    expect(screenOf(doubtful, "review"), "the person may go on with it").toEqual({ step: "review", over: null });
  });

  test("the columns stay reachable", () => {
    expect(screenOf(sure, "columns").step).toBe("columns");
  });

  test("without a column of addresses there is no review, whatever the address asks", () => {
    expect(screenOf(without("email"), "send")).toEqual({ step: "columns", missing: ["email"] });
  });

  test("what a default gives is not missing", () => {
    expect(missingFields(without("role"))).toEqual(["role"]);
    expect(missingFields({ ...without("role"), defaults: { roleId: "r" } })).toEqual([]);
    expect(missingFields({ ...without("organizations"), defaults: { organizationIds: [] } })).toEqual([
      "organizations",
    ]);
  });

  test("what an invitation has no place for is not missing, and what is optional neither", () => {
    const bare = { ...without("role"), mapping: sure.mapping.filter((guess) => guess.field === "email") };
    expect(missingFields(bare)).toEqual(["role", "organizations"]);
    const directory = { role: true, roleOptional: true, identityProviders: false, organizations: false };
    expect(missingFields(bare, directory)).toEqual([]);
    expect(screenOf(bare, undefined, directory)).toEqual({ step: "review", over: null });
    expect(
      ["email", "role", "organizations", "identityProvider"].map((field) => hasPlace(field as Field, directory)),
    ).toEqual([true, true, false, false]);
  });

  test("the way to sign in may be left out", () => {
    expect(missingFields(without("identityProvider"))).toEqual([]);
  });

  test("the dialogs are steps over the review", () => {
    expect(screenOf(sure, "call")).toEqual({ step: "review", over: "call" });
    expect(screenOf(sure, "send")).toEqual({ step: "review", over: "send" });
  });

  test("what was sent is only looked at, whatever the address asks", () => {
    for (const asked of ["columns", "call", "send", undefined] as const) {
      expect(screenOf({ ...sure, run: "r1" }, asked)).toEqual({ step: "review", over: null });
    }
  });

  test("an address typed by hand never fails", () => {
    expect(readStep("launch")).toBeUndefined();
    expect(readStep(7)).toBeUndefined();
  });
});

describe("whether it may be sent", () => {
  test("nothing is sent while it is being checked", () => {
    expect(maySend(undefined, false).kind).toBe("checking");
    expect(maySend(checkOf(10), true).kind).toBe("checking");
  });

  test("nobody to invite switches sending off", () => {
    expect(maySend(checkOf(10, { invites: 0 }), false).kind).toBe("nobody");
    expect(maySend(checkOf(10, { invites: 4 }), false)).toEqual({ kind: "yes", people: 4 });
  });
});

describe("columns and classes", () => {
  test("a column means one thing: whoever had it before loses it", () => {
    const choice = withChoice(sure.mapping, "lastName", 1);
    expect(choice.find((one) => one.field === "lastName")?.column).toBe(1);
    expect(choice.find((one) => one.field === "firstName")?.column).toBeNull();
    expect(choice.find((one) => one.field === "email")?.column).toBe(0);
  });

  test("a header guessed too low can be moved up, and no row is offered twice", () => {
    const { file } = draftOf(3);
    const offered = headerRows({
      ...file,
      headerRow: 4,
      firstRows: [{ row: 2, cells: ["A title"] }, ...file.firstRows],
    });
    expect(offered.map(({ row }) => row)).toEqual([1, 2, 3, 4, 5]);
    expect(offered[1]?.text).toBe("A title");
  });

  test("every class is behind exactly one chip beside All", () => {
    for (const one of Object.keys(CLASS_TONE) as RowClass[]) {
      const behind = CLASS_GROUP_ORDER.filter((group) => (CLASS_GROUPS[group] as readonly RowClass[]).includes(one));
      expect(behind, one).toHaveLength(1);
    }
  });

  test("the chips add up to the rows read", () => {
    const { counts, rows } = checkOf(312);
    const parts = CLASS_GROUP_ORDER.filter((group) => group !== "all").map((group) => rowsIn(group, counts));
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(rows);
    expect(rowsIn("all", counts)).toBe(rows);
  });
});
