import type { HtmlTagDescriptor, Plugin } from "vite";

/** What this asks of a module of the page. */
interface Module {
  importers: readonly string[];
}

/** What this asks of a part of the built page. */
type Part = { fileName: string } & ({ type: "chunk"; name: string } | { type: "asset"; names: string[] });

/** Finds a module by its id. */
type Find = (id: string) => Module | null;

/** What leads to a piece, in the order in which pieces take their modules. */
const PIECES = {
  // A language's own words write numbers, and they come before any screen.
  begin: ["/src/main.tsx", "/src/words/format.ts"],
  app: ["/src/show.tsx"],
};

/**
 * The first pieces of the built page: what is needed before the language is known, and what the first screen needs
 * beyond that. The window asks the program for each piece by itself, and one piece tells of the next only once it is read:
 * forty of them cost more time than what stands in them. Everything else is cut as the bundler thinks best.
 */
export function firstPieces(): {
  name: (id: string, context: { getModuleInfo: Find }) => string | null;
  debugName: string;
  priority: number;
}[] {
  return Object.entries(PIECES).map(([name, roots], place, { length }) => {
    const known = new Map<string, boolean>();
    return {
      debugName: name,
      // A piece takes along what its modules need, unless another one has taken it before.
      priority: length - place,
      name: (id, context) => {
        const isPart = known.get(id) ?? leadsFrom(roots, id, (one) => context.getModuleInfo(one));
        known.set(id, isPart);
        return isPart ? name : null;
      },
    };
  });
}

/** Whether one of these can't be without a module: it imports it, or something that imports it, and so on. */
function leadsFrom(roots: readonly string[], id: string, find: Find): boolean {
  const above = new Set([id]);
  for (const one of above) for (const importer of find(one)?.importers ?? []) above.add(importer);
  return [...above].some((one) => roots.some((root) => one.replaceAll("\\", "/").endsWith(root)));
}

/** The letters of the first screen, in nearly every language. */
const LETTERS = /^inter-latin-standard-normal/;

/**
 * Lets the page ask for its first screen and for the letters on it together with its entry: not only once that has been
 * read, or once a text is drawn in other letters.
 */
export function firstScreenSoon(): Plugin {
  return {
    name: "first-screen-soon",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler: (_page, { bundle }) => Object.values(bundle ?? {}).flatMap(linkTo),
    },
  };
}

/** A link that fetches a part of the page ahead; none to what may wait. */
export function linkTo(part: Part): HtmlTagDescriptor[] {
  const link = (attrs: Record<string, string>): HtmlTagDescriptor[] => [
    { tag: "link", attrs: { ...attrs, crossorigin: true, href: `/${part.fileName}` }, injectTo: "head" },
  ];
  if (part.type === "chunk") return part.name === "app" ? link({ rel: "modulepreload" }) : [];
  return part.names.some((name) => LETTERS.test(name)) ? link({ rel: "preload", as: "font", type: "font/woff2" }) : [];
}
