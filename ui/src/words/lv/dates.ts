/** Dates in the case that a sentence needs. Months that are abbreviated are the same in every case. */

type Case = "genitive" | "dative" | "locative";

const ENDS: Record<Case, { feminine: string; us: string; is: string }> = {
  genitive: { feminine: "as", us: "a", is: "a" },
  dative: { feminine: "ai", us: "am", is: "im" },
  locative: { feminine: "ā", us: "ā", is: "ī" },
};

/** Months in `-s`, and those in `-is`, whose stem `aprīl-` softens in the genitive. */
const IN_S = /\b(mart|maij|jūnij|jūlij|august)s\b/u;
const IN_IS = /(janvār|februār|aprīl|septembr|oktobr|novembr|decembr)is\b/u;

function decline(text: string, to: Case): string {
  const ends = ENDS[to];
  return text
    .replace(/diena\b/u, `dien${ends.feminine}`)
    .replace(IN_S, `$1${ends.us}`)
    .replace(IN_IS, (_, stem: string) => `${to === "genitive" ? stem.replace(/l$/, "ļ") : stem}${ends.is}`);
}

/** `kopš otrdienas 17. novembra`. */
export const since = (date: string) => decline(date, "genitive");
/** `līdz otrdienai 17. novembrim`. */
export const until = (date: string) => decline(date, "dative");
/** `otrdienā 17. novembrī`. */
export const on = (date: string) => decline(date, "locative");
