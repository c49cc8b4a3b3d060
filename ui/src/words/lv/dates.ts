/** Dates in the case that a sentence needs, their months in full: an abbreviation would end the sentence twice. */

type Case = "genitive" | "dative" | "locative";

const ENDS: Record<Case, { feminine: string; us: string; is: string }> = {
  genitive: { feminine: "as", us: "a", is: "a" },
  dative: { feminine: "ai", us: "am", is: "im" },
  locative: { feminine: "ā", us: "ā", is: "ī" },
};

const MONTHS = [
  "janvāris",
  "februāris",
  "marts",
  "aprīlis",
  "maijs",
  "jūnijs",
  "jūlijs",
  "augusts",
  "septembris",
  "oktobris",
  "novembris",
  "decembris",
];

/** `nov.`, as a short date has it. */
const SHORT = /(?<=\s)(\p{L}{3,5})\./u;

/** Months in `-s`, and those in `-is`, whose stem `aprīl-` softens in the genitive. */
const IN_S = /(mart|maij|jūnij|jūlij|august)s(?!\p{L})/u;
const IN_IS = /(janvār|februār|aprīl|septembr|oktobr|novembr|decembr)is(?!\p{L})/u;

function decline(text: string, to: Case): string {
  const ends = ENDS[to];
  return text
    .replace(SHORT, (short, start: string) => MONTHS.find((month) => month.startsWith(start)) ?? short)
    .replace(/diena(?!\p{L})/u, `dien${ends.feminine}`)
    .replace(IN_S, `$1${ends.us}`)
    .replace(IN_IS, (_, stem: string) => `${to === "genitive" ? stem.replace(/l$/, "ļ") : stem}${ends.is}`);
}

/** `kopš otrdienas, 17. novembra`. */
export const since = (date: string) => decline(date, "genitive");
/** `līdz otrdienai, 17. novembrim`. */
export const until = (date: string) => decline(date, "dative");
/** `otrdienā, 17. novembrī`. */
export const on = (date: string) => decline(date, "locative");
