/**
 * The catalogue: everything that the page says, one file per area. Each file holds the English words, and {@link said} puts
 * those of the chosen language in their place. Screens import their own area; no sentence stands anywhere else. Numbers, dates
 * and plurals come from `format`.
 *
 * A language is chosen before the first screen is loaded (`language.ts`) and stays until the page is loaded anew, so that a
 * screen may keep what it reads here.
 */

/** The same words in another language: the same names and arguments, other texts. */
export type Translated<T> = T extends string
  ? string
  : T extends (...args: infer Args) => infer Said
    ? (...args: Args) => Translated<Said>
    : { [Name in keyof T]: Translated<T[Name]> };

/** The words of a language by area. */
export type Areas = Record<string, unknown>;

/** Makes other words of an area's English ones. */
export type Rewriting = <T>(english: T) => T;

let chosen: Areas = {};
let rewritten: Rewriting = (english) => english;
let locale = "en-GB";

/** Takes the words of a language for every area that is loaded from now on. English needs none. */
export function sayIn(areas: Areas, rewriting: Rewriting = (english) => english): void {
  chosen = areas;
  rewritten = rewriting;
}

/** Takes the words of more areas of that language. */
export function sayAlso(areas: Areas): void {
  chosen = { ...chosen, ...areas };
}

/** Writes numbers and dates as people of this locale do, from now on. */
export function writeFor(next: string): void {
  locale = next;
}

/** Whose numbers, dates and plurals are written. */
export const writtenFor = (): string => locale;

/** The words of an area: in the chosen language, or as they are given here. */
export function said<T>(area: string, english: T): Translated<T> {
  return (chosen[area] ?? rewritten(english)) as Translated<T>;
}
