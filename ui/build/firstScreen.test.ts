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

const german = (areas: string[], imports: string[] = []) =>
  piece({
    facadeModuleId: "/ui/src/words/de/first.ts",
    moduleIds: ["first", ...areas].map((area) => `/ui/src/words/de/${area}.ts`),
    code: randomBytes(8 * 1024).toString("latin1"),
    imports,
  });
const inGerman = (areas: string[], imports?: string[]) =>
  page({ moduleIds: ["/ui/src/words/shell.ts", "/ui/src/words/format.ts"] }).set("de.js", german(areas, imports));

test("another language's words are weighed with its first screen", () => {
  const { kilobytes, problem } = tooHeavy(inGerman(["shell"]));
  expect(problem).toBeNull();
  expect((kilobytes.de ?? 0) - (kilobytes.en ?? 0)).toBeGreaterThan(8);
});

test("an area that another language says only later would stand there in English", () => {
  expect(tooHeavy(inGerman(["runs"])).problem).toBe("words/shell belongs into words/de/first");
});

test("an app that is read with another language's words would know none of them", () => {
  expect(tooHeavy(inGerman(["shell"], ["show.js"])).problem).toBe("the app is read before de is known");
});
