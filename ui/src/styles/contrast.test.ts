import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync("src/styles/tokens.css", "utf8");

type Rgb = [number, number, number];

/** What a block of the style sheet says, by its selector. */
function tokensOf(selector: string): Record<string, string> {
  const start = css.indexOf(`\n${selector} {`);
  expect(start, selector).toBeGreaterThan(0);
  const block = css.slice(start, css.indexOf("}", start));
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]),
  );
}

const rgb = (hex: string): Rgb => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as Rgb;
/** The relative luminance of WCAG 2. */
function luminance(hex: string): number {
  const [r, g, b] = rgb(hex).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const GROUNDS = ["bg", "surface", "raised", "sunken"];
/** Words, and everything that they stand on. */
const ON: Record<string, string[]> = {
  text: [...GROUNDS, "accent-soft", "muted-soft", "new-soft", "ok-soft", "warn-soft", "bad-soft"],
  "text-2": [...GROUNDS, "accent-soft", "muted-soft", "new-soft", "ok-soft", "warn-soft", "bad-soft"],
  "text-3": GROUNDS,
  accent: [...GROUNDS, "accent-soft"],
  new: [...GROUNDS, "new-soft"],
  ok: [...GROUNDS, "ok-soft"],
  warn: [...GROUNDS, "warn-soft"],
  bad: [...GROUNDS, "bad-soft"],
  "on-accent": ["accent", "bad"],
};

const light = { ...tokensOf(":root") };
const dark = { ...light, ...tokensOf(':root[data-theme="dark"]') };
const high = tokensOf(':root[data-contrast="high"]');
const THEMES: [string, Record<string, string>, number][] = [
  ["light", light, 4.5],
  ["dark", dark, 4.5],
  ["light in high contrast", { ...light, ...high }, 7],
  // The block for both themes stands after the dark one, and the block for the two together after that.
  ["dark in high contrast", { ...dark, ...high, ...tokensOf(':root[data-theme="dark"][data-contrast="high"]') }, 7],
];

describe("words and what they stand on", () => {
  for (const [name, tokens, least] of THEMES) {
    it(`differ enough in ${name}: ${least} to 1`, () => {
      const weak = Object.entries(ON).flatMap(([word, grounds]) =>
        grounds.flatMap((ground) => {
          const ratio = contrast(tokens[word] ?? "", tokens[ground] ?? "");
          return ratio >= least ? [] : [`${word} on ${ground}: ${ratio.toFixed(2)}`];
        }),
      );
      expect(weak).toEqual([]);
    });
  }

  it("lines can be told from their ground in high contrast: 3 to 1", () => {
    for (const [name, tokens] of THEMES.slice(2)) {
      for (const ground of GROUNDS) {
        expect(contrast(tokens.line ?? "", tokens[ground] ?? ""), `${name}, on ${ground}`).toBeGreaterThan(3);
      }
    }
  });
});
