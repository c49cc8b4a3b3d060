import tailwindcss from "@tailwindcss/vite";
import { build } from "vite";
import { describe, expect, it } from "vitest";

const ONE = String.raw`:(?:(?:first|last|only)-(?:child|of-type)|nth-[\w-]+(?:\([^)]*\))?)`;
/** What says where an element stands among the others, and nothing about itself. */
const PLACE = new RegExp(`^\\*?(?:${ONE}|:not\\(${ONE}(?:,\\s*${ONE})*\\))+$`);

/** Selectors whose last part is true of any element in its place: the engine asks every element of the page for it. */
function askEverybody(css: string): string[] {
  const selectors = [...css.replaceAll(/\/\*.*?\*\//gs, "").matchAll(/([^{};]+)\{/g)].flatMap(([, list]) =>
    (list ?? "").split(/,(?![^(]*\))/),
  );
  return selectors
    .map((selector) => selector.trim())
    .filter((selector) => {
      const last =
        selector
          .replace(/^:(?:where|is)\((.*)\)$/, "$1")
          .split(/[\s>+~]+(?![^(]*\))/)
          .at(-1) ?? "";
      return !selector.startsWith("@") && PLACE.test(last);
    });
}

/** The styles as they are shipped. */
async function shipped(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: "silent",
    plugins: [tailwindcss()],
    build: { write: false, rolldownOptions: { input: "src/styles/index.css" } },
  });
  const { output } = [built].flat()[0] as { output: { fileName: string; source?: string | Uint8Array }[] };
  return output
    .filter(({ fileName }) => fileName.endsWith(".css"))
    .map(({ source }) => `${source}`)
    .join("\n");
}

describe("styles that depend on where an element stands", () => {
  it("are found where they are true of any element", () => {
    const css = `.a > :last-child{} .b .c:first-child{} :where(.d>:not(:last-child)){} *:nth-child(2n + 1){} .e:empty,li{}
      @media print{ /* . */ .f>*:only-child{} } .g > :not(:first-child, :last-child){} .h>p:not(:first-child){}`;
    expect(askEverybody(css)).toEqual([
      ".a > :last-child",
      ":where(.d>:not(:last-child))",
      "*:nth-child(2n + 1)",
      ".f>*:only-child",
      ".g > :not(:first-child, :last-child)",
    ]);
  });

  it("say whose place they mean: else WebKit makes the whole page's styles anew for whatever comes or goes", async () => {
    const css = await shipped();
    expect(css).toContain(".first\\:");
    expect(askEverybody(css)).toEqual([]);
  });
});
