import { count, plural } from "../format";
import type { since as english } from "../since";
import { since as from } from "./dates";
import { told } from "./forms";

const lapsed = (n: number) => `uzaicinājums beidzies: ${count(n)}`;
const notListed = (n: number) => `vairs nav sarakstā: ${count(n)}`;

export const since: typeof english = {
  title: "Kas ar viņiem noticis",
  of: (n) => `No ${plural(n, "uzaicinātā", "uzaicinātajiem")}:`,
  accepted: (n) => told(n, "pieņēmis", "pieņēmuši"),
  waits: (n) => `gaida: ${count(n)}`,
  soon: (n) => `(divu dienu laikā beidzas: ${count(n)})`,
  lapsed,
  notListed,
  blocked: (n) => told(n, "bloķēts", "bloķēti"),
  other: (n) => `citā stāvoklī: ${count(n)}`,
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
    lapsed,
    waits: (n) => `gaida: ${count(n)}`,
    both: (n) => `gaida vai beidzies: ${count(n)}`,
    "not-listed": notListed,
  },
  invite: (n) => `Uzaicināt vēlreiz ${count(n)}…`,
  inviteOne: "Uzaicināt šo cilvēku vēlreiz…",
  notListedOff: "Viņi vairs nav sarakstā. Saglabājiet viņus un ar platformas uzraugu noskaidrojiet, kāpēc.",
  save: "Saglabāt šos…",
  saved: (name) => `Saglabāts kā ${name}.`,
  format: { xlsx: "Excel", csv: "CSV", json: "JSON" },
  saveAs: (what) => `Kā saglabāt: ${what}`,
};
