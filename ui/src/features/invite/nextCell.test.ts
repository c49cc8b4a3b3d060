import { describe, expect, test } from "vitest";
import type { Search } from "@/ipc";
import { holds, nextCell } from "./nextCell";
import { rowOf } from "./test/fakeDraft";

const search: Search = { find: "custmer", field: null, matchCase: false, wholeCell: false, classes: [] };

describe("whether a cell holds a text", () => {
  test("minds case and the whole cell only when asked", () => {
    expect(holds(search, "the Custmer role")).toBe(true);
    expect(holds({ ...search, matchCase: true }, "Custmer")).toBe(false);
    expect(holds({ ...search, wholeCell: true }, " Custmer ")).toBe(true);
    expect(holds({ ...search, wholeCell: true }, "Custmer role")).toBe(false);
  });
});

describe("the next cell", () => {
  const asked: number[] = [];
  const next = (row: number, column: string, change: Partial<Search> = {}, total = 30) =>
    nextCell({
      search: { ...search, ...change },
      fields: ["email", "role", "organizations"],
      from: { row, column },
      total,
      pageSize: 10,
      isWanted: () => true,
      pageOf: async (page) => {
        asked.push(page);
        return { rows: Array.from({ length: 10 }, (_, n) => rowOf(page * 10 + n)) };
      },
    });

  test("is found row after row, and asks only for the windows on the way", async () => {
    asked.length = 0;
    expect(await next(0, "row")).toEqual({ index: 1, field: "role", row: 6 });
    expect(await next(7, "role")).toEqual({ index: 13, field: "role", row: 18 });
    expect(asked).toEqual([0, 0, 1]);
  });

  test("after the last row is the first one again", async () => {
    expect(await next(25, "role")).toMatchObject({ index: 1 });
    expect(await next(1, "role", {}, 5), "the only one is found anew").toMatchObject({ index: 1, field: "role" });
  });

  test("is looked for in the column that was chosen", async () => {
    expect(await next(0, "row", { find: "person", field: "email" })).toMatchObject({ index: 0, field: "email" });
    expect(await next(0, "row", { find: "person", field: "role" })).toBeNull();
  });

  test("is none where nothing is asked for, or there are no rows", async () => {
    expect(await next(0, "row", { find: "" })).toBeNull();
    expect(await next(-1, "row", {}, 0)).toBeNull();
  });
});
