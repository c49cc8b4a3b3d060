import { commands } from "../../src/words/commands";
import { connectionList } from "../../src/words/connectionList";
import { connections } from "../../src/words/connections";
import { connectionsBegin } from "../../src/words/connectionsBegin";
import { connectionsMatch } from "../../src/words/connectionsMatch";
import * as deFirst from "../../src/words/de/first";
import * as deLater from "../../src/words/de/later";
import { filters } from "../../src/words/filters";
import { invite } from "../../src/words/invite";
import { kit } from "../../src/words/kit";
import * as lvFirst from "../../src/words/lv/first";
import * as lvLater from "../../src/words/lv/later";
import { palette } from "../../src/words/palette";
import { repair } from "../../src/words/repair";
import { reviews } from "../../src/words/reviews";
import { runs } from "../../src/words/runs";
import { writeFor } from "../../src/words/said";
import { shell } from "../../src/words/shell";
import { signingIn } from "../../src/words/signingIn";
import { tour } from "../../src/words/tour";
import { views } from "../../src/words/views";

const english = {
  commands,
  connectionList,
  connections,
  connectionsBegin,
  connectionsMatch,
  filters,
  invite,
  kit,
  palette,
  repair,
  reviews,
  runs,
  shell,
  signingIn,
  tour,
  views,
};

/** What the window says, by area: what is opened in every language is found by them. */
export type Words = typeof english;

const spoken: Record<"en" | "de" | "lv", { locale: string; words: Words }> = {
  en: { locale: "en-GB", words: english },
  de: { locale: "de-DE", words: { ...english, ...deFirst, ...deLater } },
  lv: { locale: "lv-LV", words: { ...english, ...lvFirst, ...lvLater } },
};

export type Spoken = keyof typeof spoken;

/** The words of a language; numbers and plurals in them are that language's from now on. */
export function wordsOf(language: Spoken): Words {
  const { locale, words } = spoken[language];
  writeFor(locale);
  return words;
}

/** A name that stands in a sentence of the window, whatever it is. */
export const ANY = "§";

/** Fits a sentence in which {@link ANY} stands for anything. */
export const like = (sentence: string): RegExp =>
  new RegExp(`^${sentence.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll(ANY, ".*")}$`);
