import { filled, ownOf, type Recognized, recognized } from "./recognized";
import type { Values } from "./told";

type Words = Readonly<Record<string, string | ((values: Values) => string)>>;

/** What stands in the place of a value and is a pattern itself, in the words of a language; what is none, as it came. */
export function inside(text: string | undefined, words: Words): string {
  if (text === undefined) return "";
  const { pattern, values }: Recognized = recognized(text, words) ?? { pattern: text, values: {} };
  const own = ownOf(words, pattern);
  if (own === undefined) return text;
  return typeof own === "string" ? filled(own, values) : own(values);
}
