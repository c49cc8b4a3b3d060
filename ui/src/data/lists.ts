/**
 * Several texts in one, as short as an address wants it: `Active,New`. A comma or a backslash inside a text has a
 * backslash before it, and so has a space at its ends; `-` alone is the empty text, which means "none".
 */

const NONE = "-";

const escaped = (text: string) =>
  text === NONE ? `\\${NONE}` : text.replace(/[\\,]|^\s|\s$/g, (character) => `\\${character}`);

/** Writes a list; nothing where there is nothing to write. */
export function writeList(all: readonly string[] | undefined): string | undefined {
  const apart = [...new Set(all)];
  return apart.length > 0 ? apart.map((one) => (one === "" ? NONE : escaped(one))).join(",") : undefined;
}

/** Reads a list, whoever wrote it: spaces around a comma and doubles are of no account. */
export function readList(written: string | undefined): string[] {
  const parts = [...(written ?? "").matchAll(/(?:\\[\s\S]|[^,\\])+|\\$/g)].map(([part]) => trimmed(part));
  const all = parts
    .filter((part) => part !== "")
    .map((part) => (part === NONE ? "" : part.replace(/\\([\s\S])/g, "$1")));
  return [...new Set(all)];
}

/** Without the spaces that nobody meant: those with a backslash before them are meant. */
function trimmed(part: string): string {
  const start = part.replace(/^\s+/, "");
  const bare = start.replace(/\s+$/, "");
  const meant = /(?:^|[^\\])(?:\\\\)*\\$/.test(bare) && bare.length < start.length;
  return meant ? start.slice(0, bare.length + 1) : bare;
}
