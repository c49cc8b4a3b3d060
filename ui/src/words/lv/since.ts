import { count, form, plural } from "../format";
import type { since as english } from "../since";
import { since as from } from "./dates";
import { peopleTo } from "./forms";

export const since: typeof english = {
  title: "Kas ar viņiem noticis",
  of: (n) => `No ${plural(n, "uzaicinātā", "uzaicinātajiem")}:`,
  accepted: (n) => `${form(n, "pieņēmis", "pieņēmuši")} ${count(n)}`,
  waits: (n) => `gaida ${count(n)}`,
  soon: (n) => `(divu dienu laikā uzaicinājums beidzas ${peopleTo(n)})`,
  lapsed: (n) => `uzaicinājums beidzies ${peopleTo(n)}`,
  notListed: (n) => `vairs nav sarakstā ${count(n)}`,
  blocked: (n) => `${form(n, "bloķēts", "bloķēti")} ${count(n)}`,
  other: (n) => `citā stāvoklī ${count(n)}`,
  asOf: (when) => `Pēc saraksta no ${from(when)}.`,
  notKnown: "Vēl nav zināms: nav pilnīga saraksta no platformas, uz kuru bija šī izsūtīšana.",
  refresh: "Atsvaidzināt sarakstu",
  refreshing: "Lasa sarakstu no jauna…",
  byOrganization: "Pa organizācijām",
  organization: "Organizācija",
  column: {
    invited: "Uzaicināti",
    accepted: "Pieņēmuši",
    waits: "Gaida",
    lapsed: "Beidzies",
    notListed: "Nav sarakstā",
    blocked: "Bloķēti",
    other: "Citi",
  },
  inSeveral: "Kas ir divās organizācijās, to skaita abās.",
  more: (n) => `Un vēl ${plural(n, "organizācija", "organizācijas", "organizāciju")}; saglabātajā sarakstā ir visi.`,
  who: "Kuri",
  choice: {
    lapsed: (n) => `beidzies: ${count(n)}`,
    waits: (n) => `gaida: ${count(n)}`,
    both: (n) => `gaida vai beidzies: ${count(n)}`,
    "not-listed": (n) => `vairs nav sarakstā: ${count(n)}`,
  },
  invite: (n) => `Uzaicināt vēlreiz ${count(n)}…`,
  inviteOne: "Uzaicināt šo cilvēku vēlreiz…",
  notListedOff: "Viņi vairs nav sarakstā. Saglabājiet viņus un ar platformas uzraugu noskaidrojiet, kāpēc.",
  save: "Saglabāt šos…",
  saved: (name) => `Saglabāts kā ${name}.`,
  format: { xlsx: "Excel", csv: "CSV", json: "JSON" },
  saveAs: (what) => `Kā saglabāt: ${what}`,
};
