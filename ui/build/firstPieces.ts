import type { Plugin } from "vite";

/** What this asks of a module of the page. */
interface Module {
  importers: readonly string[];
}

/** Finds a module by its id. */
type Find = (id: string) => Module | null;

/**
 * Into which piece of the built page a module belongs: what is needed before the language is known, and what the first
 * screen needs beyond that. The window asks the program for each piece by itself, and one piece tells of the next only
 * once it is read: forty of them cost more time than what stands in them. Everything else is cut as the bundler thinks best.
 */
export function firstPieces(): (id: string, context: { getModuleInfo: Find }) => string | null {
  const known = new Map<string, string | null>();
  return (id, context) => {
    const found = known.get(id);
    if (found !== undefined) return found;
    const piece = pieceOf(id, (one) => context.getModuleInfo(one));
    known.set(id, piece);
    return piece;
  };
}

/** Pieces by what leads to them, the first that fits. */
const PIECES = [
  ["begin", "/src/main.tsx"],
  // A language's own words need it, and they come before any screen.
  ["begin", "/src/words/format.ts"],
  ["app", "/src/show.tsx"],
] as const;

function pieceOf(id: string, find: Find): string | null {
  const above = allAbove(id, find);
  return PIECES.find(([, root]) => above.some((one) => one.endsWith(root)))?.[0] ?? null;
}

/** A module and all that can't be without it: what imports it, what imports that, and so on. */
function allAbove(id: string, find: Find): string[] {
  const seen = new Set([id]);
  for (const one of seen) for (const importer of find(one)?.importers ?? []) seen.add(importer);
  return [...seen].map((one) => one.replaceAll("\\", "/"));
}

/** Lets the page ask for its first screen together with its entry, and not only once that has been read. */
export function firstScreenSoon(): Plugin {
  return {
    name: "first-screen-soon",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler: (_page, { bundle }) =>
        Object.values(bundle ?? {})
          .filter((each) => each.type === "chunk" && each.name === "app")
          .map(({ fileName }) => ({
            tag: "link",
            attrs: { rel: "modulepreload", crossorigin: true, href: `/${fileName}` },
            injectTo: "head",
          })),
    },
  };
}
