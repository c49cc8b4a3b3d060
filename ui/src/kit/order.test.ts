import { expect, it } from "vitest";
import { ordered, turned } from "./order";

const rows = [
  { name: "Bērziņš", n: 2 },
  { name: "abel", n: 10 },
  { name: "Čapek", n: 1 },
];
const by = { name: (r: (typeof rows)[number]) => r.name, n: (r: (typeof rows)[number]) => r.n };

it("orders names as people of the language do, not by their bytes", () => {
  expect(ordered(rows, { column: "name", descending: false }, by).map((r) => r.name)).toEqual([
    "abel",
    "Bērziņš",
    "Čapek",
  ]);
});

it("orders numbers as numbers", () => {
  expect(ordered(rows, { column: "n", descending: true }, by).map((r) => r.n)).toEqual([10, 2, 1]);
});

it("turns the order round on the same column and begins anew on another", () => {
  expect(turned({ column: "n", descending: false }, "n")).toEqual({ column: "n", descending: true });
  expect(turned({ column: "n", descending: true }, "name")).toEqual({ column: "name", descending: false });
});
