import { ago, count, day, plural, stretch, weekday } from "../format";
import type { overview as english } from "../overview";
import { since, until } from "./dates";
import { people } from "./forms";

const more = (one: string, other: string, zero: string) => (n: number) => `Vēl ${plural(n, one, other, zero)}…`;

export const overview: typeof english = {
  title: "Kopskats",
  people: "Cilvēki",
  asOf: (iso) => `saraksts nolasīts ${ago(iso)}`,
  notRead:
    "Rollcall nolasa cilvēkus, lomas un organizācijas no platformas un glabā šajā datorā. Tad šī lapa rāda, kas viņi ir.",
  failed: "Skaitļus nevar parādīt",
  figures: "Cilvēki skaitļos",
  mark: (label, n) => `${label}: ${people(n)}`,
  noName: "Bez nosaukuma",
  created: {
    title: "Jauni cilvēki pa mēnešiem",
    column: "Mēnesis",
    summary: (from, to, most, n) => `No ${since(from)} līdz ${until(to)}. Visvairāk: ${most} (${count(n)}).`,
    quiet: (from, to) => `No ${since(from)} līdz ${until(to)} neviens nav izveidots.`,
    earlier: (n) => `Izveidoti pirms tam: ${people(n)}`,
    later: (n) => `Pēc platformas datumiem izveidoti pēc šī mēneša: ${people(n)}`,
    unknown: (n) => `${people(n)} bez izveides datuma`,
  },
  role: {
    title: "Cilvēki pa lomām",
    column: "Loma",
    note: "Kam ir vairākas lomas, to skaita pie katras.",
    more: more("loma", "lomas", "lomu"),
  },
  provider: {
    title: "Cilvēki pa identitātes nodrošinātājiem",
    column: "Identitātes nodrošinātājs",
    note: "Kā cilvēki pierakstās.",
    more: more("nodrošinātājs", "nodrošinātāji", "nodrošinātāju"),
  },
  organization: {
    title: "Cilvēki pa organizācijām",
    column: "Organizācija",
    note: "Kopā ar visiem zemāk esošajās organizācijās.",
    more: more("organizācija", "organizācijas", "organizāciju"),
  },
  domain: {
    title: "Cilvēki pa e-pasta domēniem",
    column: "E-pasta domēns",
    note: "Adreses daļa aiz @.",
    more: more("domēns", "domēni", "domēnu"),
  },
  nobody: "Šeit nav, ko rādīt.",
  chart: {
    more: (title) => `Vairāk: ${title}`,
    asTable: "Rādīt kā tabulu",
    asChart: "Rādīt kā diagrammu",
    copy: "Kopēt attēlu",
    save: "Saglabāt PNG…",
    copied: "Attēls ir starpliktuvē.",
    saved: (name) => `Saglabāts kā ${name}.`,
    copyFailed: "Attēls netika nokopēts. Nekas cits nav mainījies; Saglabāt PNG… darbojas bez starpliktuves.",
    saveFailed: "Attēls netika saglabāts",
    undrawn: "Diagrammu šeit nevar uzzīmēt, tāpēc tās skaitļi ir tabulā.",
  },
  since: {
    title: "Kopš pēdējās atsvaidzināšanas",
    when: (from, to) => `Kopš ${since(weekday(from))} (${stretch(from, to)})`,
    nobody: "Neviens nav pievienojies, aizgājis vai mainījies.",
    one: "Pagaidām ir tikai viens saraksts. Pēc nākamās atsvaidzināšanas šeit būs redzams, kas pievienojies, aizgājis un mainījies.",
  },
  reviews: {
    title: "Gaidošās piekļuves pārskatīšanas",
    going: (done, all) => `izlemts: ${count(done)} no ${count(all)}`,
    due: (on) => `Jāatkārto kopš ${day(on)}`,
  },
  runs: { title: "Nepabeigtās izsūtīšanas", none: "Visas izsūtīšanas ir pabeigtas." },
};
