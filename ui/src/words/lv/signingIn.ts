import { ago, dateTime, plural, time } from "../format";
import type { signingIn as english } from "../signingIn";
import { on } from "./dates";

const MINUTE = 60_000;

/** Minutes that a token still holds, in words; the last one is not counted down. */
const inMinutes = (ms: number) => (ms < MINUTE ? "mazāk nekā minūtes" : `${Math.floor(ms / MINUTE)} min`);

/** `plkst. 23:12` where that can be no other day's, else with the day. */
const at = (iso: string, now: number) =>
  Math.abs(new Date(iso).getTime() - now) < 12 * 60 * MINUTE ? `plkst. ${time(iso)}` : on(dateTime(iso));

export const signingIn: typeof english = {
  state: {
    renews: "Pierakstās pats",
    pasted: "Pierakstās ar ielīmēto marķieri",
    inBrowser: "Pierakstīts ar pārlūku",
    missing: "Trūkst pierakstīšanās",
    refused: "Pierakstīšanās tika noraidīta",
    ends: (ms) => `Marķieris beidzas pēc ${inMinutes(ms)}`,
    ended: (iso, now) => `Marķieris beidzās ${ago(iso, now)}`,
  },
  act: {
    paste: "Ielīmēt marķieri",
    pasteNew: "Ielīmēt jaunu marķieri",
    browser: "Pierakstīties",
    browserAgain: "Pierakstīties vēlreiz",
    edit: "Atvērt savienojumu",
  },
  paste: {
    title: (name) => `Ielīmēt jaunu marķieri platformai ${name}`,
    text: "Tas aizstāj iepriekšējo un nonāk turpat, kur glabājās tas. Rollcall to vairs nerāda.",
    session: "Tas glabājas tikai šajā sesijā.",
    field: "Bearer marķieris",
    help: "Garais teksts aiz vārda „Bearer” galvenē Authorization, ar šo vārdu vai bez tā.",
    empty: "Šajā laukā vēl nav marķiera.",
    take: "Izmantot marķieri",
    takeAndGoOn: "Izmantot un turpināt",
    cancel: "Atcelt",
    takenTitle: (name) => `Marķieris platformai ${name}`,
    taken: "Jaunais marķieris tiek izmantots.",
    endsIn: (iso, now) => {
      const left = new Date(iso).getTime() - now;
      if (left <= 0) return `Tas jau beidzās ${at(iso, now)}.`;
      const hours = left / (60 * MINUTE);
      const long = hours < 2 ? inMinutes(left) : hours < 48 ? plural(Math.round(hours), "stundas", "stundām") : null;
      return long ? `Tas beidzas pēc ${long}, ${at(iso, now)}.` : `Tas beidzas ${at(iso, now)}.`;
    },
    endsNobodyKnows: "Tajā nav teikts, kad tas beidzas.",
    done: "Gatavs",
  },
  browser: {
    title: (name) => `Pierakstīties platformā ${name}`,
    waiting: "Pierakstīšanās ir atvērta Jūsu pārlūkā. Rollcall turpina pats, tiklīdz tur viss ir paveikts.",
    byHand: "Ja tur nekas neatvērās, iekopējiet pārlūkā šo adresi:",
    copy: "Kopēt adresi",
    opening: "Atver pārlūku.",
    cancel: "Atcelt",
    again: "Mēģināt vēlreiz",
  },
};
