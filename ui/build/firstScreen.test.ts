import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { readAtFirst, tooHeavy } from "./firstScreen";

const piece = (over: Partial<Parameters<typeof tooHeavy>[0] extends Map<string, infer P> ? P : never>) => ({
  code: "",
  imports: [],
  isEntry: false,
  facadeModuleId: null,
  moduleIds: [],
  ...over,
});
const show = "/ui/src/show.tsx";
const page = (over: Parameters<typeof piece>[0] = {}) =>
  new Map([
    ["index.js", piece({ isEntry: true, imports: ["words.js"] })],
    ["words.js", piece({ code: "let words" })],
    ["show.js", piece({ facadeModuleId: show, moduleIds: [show], imports: ["shared.js"] })],
    ["shared.js", piece({ imports: ["words.js"], ...over })],
    ["chart.js", piece({ moduleIds: ["/ui/node_modules/echarts/index.js"] })],
  ]);

test("what the entry and the app need is read at first, each once, and what is asked for later is not", () => {
  expect([...readAtFirst(page()).keys()].toSorted()).toEqual(["index.js", "shared.js", "show.js", "words.js"]);
  expect(tooHeavy(page()).problem).toBeNull();
});

test("a first screen over its limit is too heavy", () => {
  const code = randomBytes(300 * 1024).toString("latin1");
  expect(tooHeavy(page({ code })).problem).toMatch(/^it weighs \d+ KB, and at most 280 are wanted$/);
});

test("a chart is no part of the first screen, however light", () => {
  expect(tooHeavy(page({ imports: ["chart.js"] })).problem).toMatch(/echarts.* is read before/);
});

test("an app that is not found is not taken for a light one", () => {
  const pieces = page();
  pieces.delete("show.js");
  expect(tooHeavy(pieces).problem).toBe("the app is not among it");
});
