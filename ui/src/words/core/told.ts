import type { Sentence, SentencePattern } from "@/ipc";
import { dateTime } from "../format";
import { said } from "../said";
import { filled, ownOf, QUOTED, recognized } from "./recognized";

/** What stands in the places of a pattern, by name. */
export type Values = Readonly<Record<string, string>>;

/** What a language says for each pattern of the core: a text with the same places, or what makes one of the values. */
export type CoreWords = Readonly<Record<SentencePattern, string | ((values: Values) => string)>>;

/** A sentence of the core as it is shown. */
export type Told = {
  text: string;
  /** Whether it is English, be it that the page speaks English or that the chosen language has no such sentence. */
  inEnglish: boolean;
};

/** The words of the chosen language for the core's sentences; none in English, which the core speaks itself. */
const words = () => said<Partial<Record<string, string | ((values: Values) => string)>>>("core", {});

/** The name of a field of an invitation is the language's own, with a capital where the core wrote one. */
function ownField(field: string): string {
  const own = ownOf(words(), field.toLowerCase());
  if (typeof own !== "string") return field;
  return field === field.toLowerCase() ? own : own.charAt(0).toLocaleUpperCase() + own.slice(1);
}

function inOwn(pattern: string, values: Values): string | null {
  const known = ownOf(words(), pattern);
  if (known === undefined || pattern === "") return null;
  const own = values.field === undefined ? values : { ...values, field: ownField(values.field) };
  return typeof known === "string" ? filled(known, own) : known(own);
}

/** A text that is one sentence of the core. */
function inOwnAlone(text: string): string | null {
  const whole = inOwn(text, {});
  if (whole !== null) return whole;
  const found = recognized(text, words());
  return found && inOwn(found.pattern, found.values);
}

/** A text that may be several sentences of the core, one after the other. */
function inOwnPieces(text: string): string | null {
  const whole = inOwnAlone(text);
  if (whole !== null) return whole;
  // The longest beginning first: some are two sentences themselves.
  for (let end = text.lastIndexOf(". "); end > 0; end = text.lastIndexOf(". ", end - 1)) {
    const begin = inOwnAlone(text.slice(0, end + 1));
    const rest = begin === null ? null : inOwnPieces(text.slice(end + 2));
    if (begin !== null && rest !== null) return `${begin} ${rest}`;
  }
  return null;
}

/** How German and Latvian quote. */
const QUOTED_BELOW = /„[^“”]*[“”]/;
/** How the core writes a moment, which it does for every place of the earth. */
const MOMENT = /\b(\d{4}-\d\d-\d\d) (\d\d:\d\d) UTC\b/;
const QUOTED_OR_MOMENT = new RegExp([QUOTED_BELOW, QUOTED, MOMENT].map(({ source }) => source).join("|"), "g");

/** A text with its moments by the clock, and in the form, of whoever reads it. What is quoted stays as it was said. */
const atOwnTime = (text: string): string =>
  text.replaceAll(QUOTED_OR_MOMENT, (piece, day?: string, clock?: string) => {
    const moment = day && clock ? `${day}T${clock}:00Z` : "";
    return Number.isNaN(Date.parse(moment)) ? piece : dateTime(moment);
  });

/** One or more sentences of the core, or a text that is made of them, in the chosen language where it has all of them. */
export function told(of: Sentence | readonly Sentence[] | string): Told {
  if (typeof of === "string") {
    const own = inOwnPieces(of);
    return { text: atOwnTime(own ?? of), inEnglish: own === null };
  }
  const sentences = [of].flat();
  const own = sentences.map(({ pattern, values }) => inOwn(pattern, values as Values));
  const inEnglish = own.includes(null) || own.length === 0;
  const text = (inEnglish ? sentences.map((each) => each.text) : own).join(" ");
  return { text: atOwnTime(text), inEnglish };
}
