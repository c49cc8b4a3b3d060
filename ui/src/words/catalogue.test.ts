import { describe, expect, it } from "vitest";

const sources = import.meta.glob<string>(
  ["../{features,components,kit,routes}/**/*.{ts,tsx}", "!**/*.test.*", "!**/test/**"],
  {
    query: "?raw",
    import: "default",
    eager: true,
  },
);
const catalogue = import.meta.glob<Record<string, unknown>>(
  ["./*.ts", "!./*.test.ts", "!./format{,s}.ts", "!./said.ts", "!./language.ts", "!./pseudo.ts"],
  { eager: true },
);

/** Letters between tags, or in an attribute that people read or hear. */
const TEXT_IN_TAGS = /<[a-zA-Z][^<>{}]*>\s*([A-Z][a-z]+[^<>{}]*)</g;
const TEXT_IN_ATTRIBUTES = /\s(?:aria-label|title|placeholder|label|alt)="([^"]*[A-Za-z][^"]*)"/g;

/** What stands in the code but is said to nobody, and texts, in which the same signs mean nothing. */
const COMMENTS_AND_TEXTS = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g;
const withoutComments = (text: string) =>
  text.replace(COMMENTS_AND_TEXTS, (found) => (found.startsWith("/") ? "" : found));

describe("the catalogue", () => {
  it("holds every sentence: none stands in a screen", () => {
    const found = Object.entries(sources).flatMap(([file, text]) =>
      [...text.matchAll(TEXT_IN_TAGS), ...text.matchAll(TEXT_IN_ATTRIBUTES)].map((hit) => `${file}: ${hit[1]?.trim()}`),
    );
    expect(found).toEqual([]);
  });

  it("holds nothing that no screen says", () => {
    const all = Object.values(sources).join("\n");
    const words = Object.values(
      import.meta.glob<string>(["./*.ts", "!./*.test.ts"], {
        query: "?raw",
        import: "default",
        eager: true,
      }),
    );
    const text = all + words.join("\n");
    const used = (key: string) => new RegExp(`\\.${key}\\b`).test(text);
    const unused: string[] = [];
    const walk = (entry: unknown, path: string) => {
      const key = path.split(".").at(-1) ?? "";
      if (!used(key)) {
        unused.push(path);
        return;
      }
      if (typeof entry !== "object" || entry === null || Array.isArray(entry)) return;
      // Picked by a value, such as a state or an error's code: all of them are said.
      if (new RegExp(`\\.${key}\\s*\\[`).test(text) || new RegExp(`\\(\\w*\\.?${key}\\)`).test(text)) return;
      // Handed on as a whole, to a component that picks.
      if (new RegExp(`=\\{\\w+\\.${key}\\}`).test(text)) return;
      for (const [name, inner] of Object.entries(entry)) walk(inner, `${path}.${name}`);
    };
    for (const module of Object.values(catalogue)) {
      for (const [area, entries] of Object.entries(module)) {
        for (const [name, inner] of Object.entries(entries as object)) walk(inner, `${area}.${name}`);
      }
    }
    expect(unused).toEqual([]);
  });

  it("asks for nothing with exclamation marks, “please” or “oops”", () => {
    const said = Object.entries(
      import.meta.glob<string>(["./*.ts", "!./*.test.ts"], {
        query: "?raw",
        import: "default",
        eager: true,
      }),
    ).flatMap(([file, text]) =>
      [...text.matchAll(/["`](?:[^"`\\]|\\.)*(?:[a-z]!|\bplease\b|\boops\b)[^"`]*["`]/gi)].map(
        (hit) => `${file}: ${hit[0]}`,
      ),
    );
    expect(said).toEqual([]);
  });

  it("has no straight apostrophe within an English word", () => {
    const straight = Object.entries(
      import.meta.glob<string>(["./*.ts", "!./*.test.ts"], {
        query: "?raw",
        import: "default",
        eager: true,
      }),
    ).flatMap(([file, text]) =>
      [...withoutComments(text).matchAll(/.{0,30}\p{L}'\p{L}.{0,30}/gu)].map((hit) => `${file}: ${hit[0]}`),
    );
    expect(straight).toEqual([]);
  });
});
