import type { Values } from "./told";

/** A text taken apart again: what it was made of. */
export type Recognized = { pattern: string; values: Values };

type Shape = { pattern: string; shape: RegExp };

/** What of a pattern has to be its own, in characters other than spaces, before a text is taken for it. */
const ENOUGH = 5;
/** Where a sentence ends and another one begins: not behind "St." or "Sr.". */
const BETWEEN_SENTENCES = /[\p{L}\p{N}]{3}["”)]*[.?!] (?=[\p{Lu}\p{N}"“`])/u;
/** What somebody else said, which may be more than one sentence. */
export const QUOTED = /“[^”]*”|"[^"]*"/g;
/** Values that are sentences of the core themselves. */
const SENTENCES = new Set(["problem", "why"]);
/** Values that are counts: nothing else stands in their places. */
const COUNTS = new Set(["cells", "columns", "customers", "minutes", "most", "people", "percent", "rows", "seconds"]);

const COUNT = "[\\d,]+";

const shapesOf = new WeakMap<object, Shape[]>();

/** The shapes of all patterns that have values, the one with the most words of its own first. */
function shapes(words: object): Shape[] {
  const known = shapesOf.get(words);
  if (known) return known;
  const made = Object.keys(words)
    .filter((pattern) => pattern.includes("{") && ownWords(pattern) >= ENOUGH)
    .toSorted((one, other) => ownWords(other) - ownWords(one))
    .map((pattern) => ({ pattern, shape: shapeOf(pattern) }));
  shapesOf.set(words, made);
  return made;
}

const ownWords = (pattern: string) => pattern.replaceAll(/\{\w+\}|\s/g, "").length;

function shapeOf(pattern: string): RegExp {
  const seen = new Set<string>();
  const pieces = pattern.split(/(\{\w+\})/).map((piece) => {
    const name = /^\{(\w+)\}$/.exec(piece)?.[1];
    if (name === undefined) return asItIs(piece);
    if (seen.has(name)) return `\\k<${name}>`;
    seen.add(name);
    return `(?<${name}>${COUNTS.has(name) ? COUNT : ".+?"})`;
  });
  return new RegExp(`^${pieces.join("")}$`, "su");
}

const isMoreThanOne = ([name, value]: [string, string]) =>
  !SENTENCES.has(name) && BETWEEN_SENTENCES.test(value.replaceAll(QUOTED, "quoted"));

const asItIs = (text: string) => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&");

/**
 * The pattern that a text of the core was made of, and its values: an error crosses as a text, from whichever part of the core it
 * comes. No value is taken to be more than one sentence: the next one is another pattern's, or nobody's.
 */
export function recognized(text: string, words: object): Recognized | null {
  for (const { pattern, shape } of shapes(words)) {
    const values = shape.exec(text)?.groups;
    if (values && !Object.entries(values).some(isMoreThanOne)) {
      return { pattern, values: { ...values } };
    }
  }
  return null;
}

/** Puts values into the places of a text. */
export const filled = (text: string, values: Values): string =>
  text.replaceAll(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);

/** What stands under a name that may be any text: every object has a `constructor`. */
export const ownOf = <T>(words: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(words, name) ? words[name] : undefined;
