import { type Block, blocksOf } from "./markdown";

/** Loaded with this part alone: whoever reads no guide loads none. */
const TEXTS = import.meta.glob<string>("../../../../docs/guide/*.md", {
  query: "?raw",
  import: "default",
  eager: true,
});
const PICTURES = import.meta.glob<string>(
  ["../../../../docs/guide/pictures/*.png", "../../../../docs/pictures/*-light.png"],
  {
    query: "?url",
    import: "default",
    eager: true,
  },
);

/** The name of a file without its folder and its ending. */
const stem = (path: string) => path.replace(/^.*\//, "").replace(/\.\w+$/, "");

export type GuidePage = { id: string; title: string; blocks: Block[] };

/** The page that leads to all others. */
export const FIRST = "README";

const read = new Map<string, GuidePage>();

/** A page by the name of its file. */
export function guidePage(id: string): GuidePage | null {
  const known = read.get(id);
  if (known) return known;
  const entry = Object.entries(TEXTS).find(([path]) => stem(path) === id);
  if (!entry) return null;
  const [first, ...blocks] = blocksOf(entry[1]);
  const title = first?.kind === "heading" ? first.text : id;
  const page = { id, title, blocks };
  read.set(id, page);
  return page;
}

/** Where a picture of the guide lies in the app. */
export const pictureOf = (link: string): string | null =>
  Object.entries(PICTURES).find(([path]) => stem(path) === stem(link))?.[1] ?? null;

/** The page that a link leads to, with the part of it; nothing where it leads out of the guide. */
export function linkedPage(link: string, here: string): { id: string; part: string | null } | null {
  const [file = "", part = null] = link.split("#");
  if (file === "") return { id: here, part };
  if (!/^[\w-]+\.md$/.test(file)) return null;
  const id = stem(file);
  return guidePage(id) ? { id, part } : null;
}

/** All pages, in the order in which the first one names them. */
export function guidePages(): GuidePage[] {
  const source = Object.entries(TEXTS).find(([path]) => stem(path) === FIRST)?.[1] ?? "";
  const named = [...source.matchAll(/\]\(([\w-]+)\.md\)/g)].map((hit) => hit[1] ?? "");
  return [FIRST, ...named].flatMap((id) => guidePage(id) ?? []);
}
