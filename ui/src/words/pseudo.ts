/**
 * A language that nobody speaks, made of the English words: accents on the letters, a third longer, in brackets. What is cut,
 * what overlaps and what is not in the catalogue can be seen in it.
 */

const PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const ACCENTED = "ÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽåƀçđéƒĝĥîĵķļɱñöþɋŕšţûṽŵẋýž";
const ACCENTS = new Map([...PLAIN].map((letter, at) => [letter, [...ACCENTED][at] ?? letter]));

/** How much longer than English. */
const LONGER = 0.35;
const [OPEN, CLOSE] = ["⟦", "⟧"];

const accented = (text: string) => [...text].map((letter) => ACCENTS.get(letter) ?? letter).join("");

/** A text in it. What stands in `data` stays as it is: names, numbers, and words that have been through it already. */
export function pseudoText(text: string, data: readonly string[] = []): string {
  const whole = text.trim();
  if (!/[A-Za-z]/.test(whole)) return text;
  const kept = data.filter((each) => each !== "").sort((a, b) => b.length - a.length);
  const parts = kept.length > 0 ? text.split(new RegExp(`(${kept.map(escaped).join("|")})`)) : [text];
  const said = parts.map((part) => (kept.includes(part) ? part : accented(part))).join("");
  const own = parts.filter((part) => !kept.includes(part)).join("").length;
  return `${OPEN}${said}${padding(Math.ceil(own * LONGER))}${CLOSE}`;
}

/** As long as words are, so that lines break in it as they do between words. */
const padding = (length: number) => "~".repeat(length).replace(/~{8}(?=~)/g, "$& ");

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** An area's words in it. */
export const pseudo = <T>(english: T): T => through(english, []) as T;

/** Words in it; `data` was given to the sentence that they belong to. */
function through(english: unknown, data: string[]): unknown {
  if (typeof english === "string") return pseudoText(english, data);
  if (typeof english === "function") {
    return (...args: unknown[]) => through(english(...args), [...data, ...textsIn(args)]);
  }
  if (Array.isArray(english)) return english.map((each) => through(each, data));
  if (typeof english === "object" && english !== null) {
    return Object.fromEntries(Object.entries(english).map(([name, inner]) => [name, through(inner, data)]));
  }
  return english;
}

/** The texts that were given to a sentence. */
function textsIn(given: unknown): string[] {
  if (typeof given === "string") return [given];
  if (typeof given === "object" && given !== null) return Object.values(given).flatMap(textsIn);
  return [];
}
