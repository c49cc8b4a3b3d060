import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { firstPieces, linkTo } from "./firstPieces";

/** What imports what. */
const IMPORTERS: Record<string, string[]> = {
  "/ui/src/main.tsx": [],
  "/ui/src/show.tsx": [],
  "/ui/src/routes/users.tsx": [],
  "/ui/src/words/language.ts": ["/ui/src/main.tsx", "/ui/src/kit/Card.tsx"],
  "/ui/src/words/format.ts": ["/ui/src/kit/Card.tsx", "/ui/src/words/de/first.ts"],
  "/ui/src/words/formats.ts": ["/ui/src/words/format.ts"],
  "/ui/src/kit/Card.tsx": ["/ui/src/routes/users.tsx", "/ui/src/kit/Circle.tsx"],
  // Two that need each other.
  "/ui/src/kit/Circle.tsx": ["/ui/src/kit/Card.tsx", "/ui/src/show.tsx"],
  "/ui/src/kit/DataGrid.tsx": ["/ui/src/routes/users.tsx"],
};
const groups = firstPieces().toSorted((a, b) => b.priority - a.priority);
const context = { getModuleInfo: (id: string) => ({ importers: IMPORTERS[id] ?? [] }) };
/** The piece that takes a module. */
const of = (id: string) => groups.map(({ name }) => name(id, context)).find((name) => name !== null) ?? null;

test("all that the first screen needs lies in one piece, however far below and whoever else needs it", () => {
  expect(["/ui/src/show.tsx", "/ui/src/kit/Card.tsx", "/ui/src/kit/Circle.tsx"].map(of)).toEqual(["app", "app", "app"]);
});

test("what is needed before a language is known lies in another one", () => {
  const first = [
    "/ui/src/main.tsx",
    "/ui/src/words/language.ts",
    "/ui/src/words/format.ts",
    "/ui/src/words/formats.ts",
  ];
  expect(first.map(of)).toEqual(["begin", "begin", "begin", "begin"]);
});

test("the entry awaits nothing by itself: the app needs its piece, and each would wait for the other", () => {
  const entry = readFileSync(join(import.meta.dirname, "../src/main.tsx"), "utf8");
  expect(entry).not.toMatch(/^[^\s/].*\bawait\b|^await\b/m);
});

test("what only later screens need is not among them", () => {
  expect(["/ui/src/routes/users.tsx", "/ui/src/kit/DataGrid.tsx"].map(of)).toEqual([null, null]);
});

test("the first screen and its letters are fetched with the page, and nothing else", () => {
  const part = (name: string) => ({ type: "chunk" as const, name, fileName: `assets/${name}-1.js` });
  const file = (name: string) => ({ type: "asset" as const, names: [name], fileName: `assets/${name}` });
  const links = [
    part("begin"),
    part("app"),
    part("users"),
    file("inter-latin-standard-normal.woff2"),
    file("inter-latin-ext-standard-normal.woff2"),
    file("users-light.png"),
  ].flatMap(linkTo);
  expect(links.map(({ attrs }) => [attrs?.rel, attrs?.href])).toEqual([
    ["modulepreload", "/assets/app-1.js"],
    ["preload", "/assets/inter-latin-standard-normal.woff2"],
  ]);
});
