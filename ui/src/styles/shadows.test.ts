import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readdirSync("src/styles")
  .filter((name) => name.endsWith(".css"))
  .map((name) => readFileSync(`src/styles/${name}`, "utf8"))
  .join("\n");

/** The shadows of a style sheet, each with the pixels by which it is blurred. */
function shadows(css: string): { shadow: string; blur: number }[] {
  const said = [...css.matchAll(/(?:--shadow|box-shadow):\s*([^;]+);/g)].map(([, value]) => value ?? "");
  return said
    .flatMap((value) => value.split(/,(?![^(]*\))/))
    .map((shadow) => ({ shadow: shadow.trim(), lengths: [...shadow.matchAll(/(?:^|\s)(-?[\d.]+)(?:px)?(?=\s)/g)] }))
    .filter(({ lengths }) => lengths.length >= 3)
    .map(({ shadow, lengths }) => ({ shadow, blur: Number(lengths[2]?.[1]) }));
}

describe("shadows", () => {
  it("are found with what blurs them", () => {
    const found = shadows(
      "a { box-shadow: inset 0 1px 2px rgb(0 0 0 / 0.4), 0 0 0 1.5px var(--bad); --shadow: 0 8px 24px red; }",
    );
    expect(found.map(({ blur }) => blur)).toEqual([2, 0, 24]);
  });

  it("are lines or wide: a blur of a pixel or two is what the engine paints slowest", () => {
    const all = shadows(css);
    expect(all.length).toBeGreaterThan(8);
    expect(all.filter(({ blur }) => blur > 0 && blur < 8)).toEqual([]);
  });
});
