import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { KEY_NAMES, KEYMAP } from "@/kit/keymap";
import { written } from "@/kit/keyNames";
import { keyWords } from "@/words/keys";

// As the tests are started in `ui`: in jsdom a module has no address of a file.
const ROOT = resolve(process.cwd(), "..");
/** What is built, installed, or not the repository's own. */
const PASSED_OVER = new Set(["node_modules", "target", "dist"]);

function markdownIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) {
      const passed = entry.name.startsWith(".") || PASSED_OVER.has(entry.name);
      return passed ? [] : markdownIn(join(folder, entry.name));
    }
    return entry.isFile() && entry.name.endsWith(".md") ? [join(folder, entry.name)] : [];
  });
}

type Document = { path: string; text: string };

/** Without code, in which brackets and stars mean something else. */
const prose = (text: string) => text.replace(/^```[\s\S]*?^```/gm, "").replace(/`[^`\n]*`/g, "");

const documents: Document[] = markdownIn(ROOT).map((file) => ({
  path: relative(ROOT, file),
  text: readFileSync(file, "utf8"),
}));
const guide = documents.filter(({ path }) => path.startsWith(join("docs", "guide")));

/** Of each link and each picture, what it points at. */
const linksOf = (text: string) => [...prose(text).matchAll(/\]\(([^()\s]+)\)/g)].map((hit) => hit[1] ?? "");

/** Names of the headings, as they stand in an address. */
const headingsOf = (text: string) =>
  [...text.matchAll(/^#+ (.+)$/gm)].map((hit) =>
    (hit[1] ?? "")
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, "")
      .trim()
      .replaceAll(" ", "-"),
  );

/** Links that lead nowhere: no such file, or no such heading in it. */
function lostLinks({ path, text }: Document): string[] {
  return linksOf(text).filter((link) => {
    if (/^[a-z]+:/.test(link)) return false;
    const [to = "", heading] = link.split("#");
    const file = to === "" ? join(ROOT, path) : resolve(ROOT, dirname(path), to);
    if (!existsSync(file)) return true;
    return heading !== undefined && !headingsOf(readFileSync(file, "utf8")).includes(heading);
  });
}

const sources = Object.entries(
  import.meta.glob<string>(["./words/*.ts", "!./words/*.test.ts"], { query: "?raw", import: "default", eager: true }),
);

/** What the window may say: whole sentences, and those with a place for a number or a name. */
type Said = { whole: Set<string>; patterns: RegExp[] };

const SLOT = /\$\{(?:[^{}]|\{[^{}]*\})*\}/g;
const inPattern = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** What stands in a place of a sentence: a number, or something with a name. It ends with the sentence. */
const FILLED = "[“(]?[\\p{Lu}\\p{N}](?:[^.]|\\.(?=\\p{N})){0,40}";

function saidIn(text: string): Said {
  const whole = new Set([...text.matchAll(/"((?:[^"\\\n]|\\.)*)"/g)].map((hit) => hit[1] ?? ""));
  const patterns: RegExp[] = [];
  for (const [, sentence = ""] of text.matchAll(/`((?:[^`\\]|\\.)*)`/g)) {
    const parts = sentence.split(SLOT);
    // Where hardly a letter stands beside the places, anything would fit.
    if (parts.join("").replace(/[^\p{L}]/gu, "").length < 4) continue;
    patterns.push(new RegExp(`^${parts.map(inPattern).join(FILLED)}$`, "u"));
  }
  return { whole, patterns };
}

const window = saidIn(sources.map(([, text]) => text).join("\n"));

const isSaid = (label: string) => window.whole.has(label) || window.patterns.some((pattern) => pattern.test(label));

/** What a page of the guide says stands in the window. */
const labelsOf = (text: string) => [...prose(text).matchAll(/\*\*([^*]+)\*\*/g)].map((hit) => hit[1] ?? "");

/** What stands in code. */
const codeOf = (text: string) => [...text.matchAll(/`([^`]+)`/g)].map((hit) => hit[1] ?? "");

/** What stands below a heading, up to the next one. */
const below = (text: string, heading: string) =>
  text.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? "";

/** The keys that the map of keys shows and a page does not, each in the part that has the name of its area. */
function lostKeys(page: string): string[] {
  return KEY_NAMES.flatMap((name) => {
    const { area, strokes } = KEYMAP[name];
    const told = codeOf(below(page, keyWords.area[area])).map((keys) => keys.toLowerCase());
    return strokes
      .map((stroke) => written(stroke, undefined, false))
      .filter((keys) => !told.includes(keys.toLowerCase()))
      .map((keys) => `${keyWords.area[area]}: ${keys}`);
  });
}

/** The packages that the tests install, by the lists in the source that installs them. */
function installed(source: string): string[] {
  const lists = [...source.matchAll(/&\[&str\] = &\[([^\]]*)\]/g)].map((hit) => hit[1] ?? "");
  return [...new Set(lists.flatMap((list) => [...list.matchAll(/"([^"]+)"/g)].map((hit) => hit[1] ?? "")))];
}

/** The packages that a text lists, each list just behind a colon. */
const listed = (text: string) =>
  [...text.matchAll(/: `([^`]+)`/g)].flatMap((hit) => (hit[1] ?? "").split(/\s+/)).filter(Boolean);

describe("the guide", () => {
  it("names what stands in the window as the window does", () => {
    const strange = guide.flatMap(({ path, text }) =>
      labelsOf(text)
        .filter((label) => !isSaid(label))
        .map((label) => `${path}: ${label}`),
    );
    expect(strange).toEqual([]);
    expect(guide.flatMap(({ text }) => labelsOf(text)).length).toBeGreaterThan(100);
  });

  it("would be caught naming what the window does not say", () => {
    expect(isSaid("Save and test")).toBe(true);
    expect(isSaid("Save and hope")).toBe(false);
    expect(isSaid("Invite 3 people to Nordlys…")).toBe(true);
    expect(isSaid("Invite them to dinner…")).toBe(false);
    expect(isSaid("3")).toBe(false);
  });

  it("tells of every key that the map of keys shows, where that shows it", () => {
    const page = guide.find(({ path }) => path.endsWith("keys.md"))?.text ?? "";
    expect(lostKeys(page)).toEqual([]);
    expect(lostKeys(page.replace("`Ctrl+G`", "").replace("## Connections", "## More"))).toEqual([
      "In a list: Ctrl+G",
      "Connections: Alt+↑",
      "Connections: Alt+↓",
    ]);
  });

  it("leads to each of its pages from its first one", () => {
    const first = guide.find(({ path }) => path.endsWith("README.md"));
    const led = linksOf(first?.text ?? "").map((link) => join("docs", "guide", link));
    expect(guide.map(({ path }) => path).filter((path) => path !== first?.path && !led.includes(path))).toEqual([]);
  });

  it("shows each of its pictures, and has each that the pictures of all screens renew", () => {
    const shown = guide.flatMap(({ path, text }) => linksOf(text).map((link) => resolve(ROOT, dirname(path), link)));
    const folder = join(ROOT, "docs", "guide", "pictures");
    const there = readdirSync(folder);
    expect(there.filter((name) => !shown.includes(join(folder, name)))).toEqual([]);
    const walk = readFileSync(join(ROOT, "ui", "e2e", "shots", "picture.ts"), "utf8");
    const renewed = [...walk.matchAll(/"guide\/pictures\/([^"]+)"/g)].map((hit) => hit[1] ?? "");
    expect(renewed.toSorted()).toEqual(there.toSorted());
  });
});

describe("the documents", () => {
  it("have no link that leads nowhere", () => {
    const lost = documents.flatMap((document) => lostLinks(document).map((link) => `${document.path}: ${link}`));
    expect(lost).toEqual([]);
    expect(documents.flatMap(({ text }) => linksOf(text)).length).toBeGreaterThan(50);
  });

  it("would be caught at a link to no file, to no heading, and not at one in code", () => {
    const text =
      "[a](nowhere.md) [b](README.md#no-such-heading) [c](README.md) `[d](nowhere.md)` [e](https://example.com)";
    expect(lostLinks({ path: "here.md", text })).toEqual(["nowhere.md", "README.md#no-such-heading"]);
  });

  it("are all named in their index", () => {
    const index = readFileSync(join(ROOT, "docs", "README.md"), "utf8");
    const named = linksOf(index).map((link) => join("docs", link));
    const all = documents.map(({ path }) => path).filter((path) => path.startsWith("docs"));
    const inGuide = (path: string) => guide.some((page) => page.path === path && !path.endsWith("README.md"));
    expect(all.filter((path) => path !== join("docs", "README.md") && !inGuide(path) && !named.includes(path))).toEqual(
      [],
    );
  });

  it("name each package that the tests install, and no other", () => {
    const testing = documents.find(({ path }) => path === join("docs", "testing.md"))?.text ?? "";
    const packages = installed(readFileSync(join(ROOT, "xtask", "src", "prepare.rs"), "utf8"));
    const part = below(testing, "What is installed");
    const named = codeOf(part).flatMap((code) => code.split(/\s+/));
    expect(packages.filter((name) => !named.includes(name))).toEqual([]);
    expect(listed(part).filter((name) => !packages.includes(name))).toEqual([]);
    expect(packages.length).toBeGreaterThan(30);
    expect(listed(part).length).toBeGreaterThan(30);
  });
});
