import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const screens = import.meta.glob<string>(
  ["../**/*.{ts,tsx}", "!../**/*.test.*", "!../**/test/**", "!../ipc/**", "!../words/**"],
  {
    query: "?raw",
    import: "default",
    eager: true,
  },
);
// Read from the disk: Vitest gives an empty text for a sheet that is imported.
const sheets = Object.fromEntries(
  readdirSync("src/styles")
    .filter((name) => name.endsWith(".css"))
    .map((name) => [name, readFileSync(`src/styles/${name}`, "utf8")]),
);

/** Utilities that name left or right, of which each has one that follows the text. */
const PHYSICAL_CLASS =
  /(?<![\w-])-?(?:(?:ml|mr|pl|pr|left|right|scroll-m[lr]|scroll-p[lr])-(?=[\d[(]|auto|px)[\w.[\](),-]*|text-(?:left|right)\b|float-(?:left|right)\b|clear-(?:left|right)\b|border-[lr](?![\w])[\w-]*|rounded-(?:[lr]|tl|tr|bl|br)(?![a-z])[\w-]*)/g;
/** Styles that do, in a sheet or an object. */
const PHYSICAL_STYLE =
  /(?<![\w.-])(?:(?:margin|padding|scroll-?(?:margin|padding)|border)-?(?:left|right)|left|right)\s*:(?!:)|text-align:\s*(?:left|right)/gi;

/** Where left and right are meant, and why. */
const MEANT: Record<string, string> = {
  "../kit/Menu.tsx": "a menu at a point of the screen, counted from the left",
  "../kit/Chart.tsx": "axes run from left to right in every language",
  "../kit/chartShape.ts": "axes run from left to right in every language",
  "../kit/chartPicture.ts": "what ECharts calls the edges of its drawing",
  "../kit/useGridSelection.ts": "rectangles of cells, whose left is the first column",
  "../kit/gridSelection.ts": "rectangles of cells, whose left is the first column",
  "../kit/useGridDrag.ts": "where the pointer is on the screen",
  "../features/tour/place.ts": "where the card stands on the screen, beside what it points at",
  "../features/tour/TourCard.tsx": "a frame around what the card points at, wherever that is on the screen",
};

const bare = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "");
const found = (file: string, text: string, rule: RegExp) =>
  [...bare(text).matchAll(rule)].map((hit) => `${file}: ${hit[0]}`);

it("a class names the start or the end, never left or right", () => {
  expect(Object.entries(screens).flatMap(([file, text]) => found(file, text, PHYSICAL_CLASS))).toEqual([]);
});

it("a style does too, in sheets and in screens", () => {
  const all = Object.entries({ ...screens, ...sheets }).filter(([file]) => !(file in MEANT));
  expect(all.flatMap(([file, text]) => found(file, text, PHYSICAL_STYLE))).toEqual([]);
});

it("every exception is still one", () => {
  const idle = Object.keys(MEANT).filter((file) => found(file, screens[file] ?? "", PHYSICAL_STYLE).length === 0);
  expect(idle).toEqual([]);
});

it("what would be refused is seen", () => {
  const classes = ["ml-2", "-mr-1", "hover:pl-4", "left-0", "text-right", "border-l", "rounded-tl-md", "right-[3px]"];
  expect(classes.filter((each) => found("", `"${each}"`, PHYSICAL_CLASS).length === 0)).toEqual([]);
  const fine = [
    "ms-2",
    "-me-1",
    "ps-4",
    "start-0",
    "text-end",
    "border-e",
    "border-line",
    "rounded-lg",
    "rounded-t-md",
  ];
  expect(fine.filter((each) => found("", `"${each}"`, PHYSICAL_CLASS).length > 0)).toEqual([]);
});
