import type { filters as english } from "../filters";
import { count, day, form, list, month } from "../format";
import { on, since, until } from "./dates";
import { people, told } from "./forms";

type Days = Parameters<typeof english.days>[0];

/** `2024. gadā`, `2024. g. maijā`, `no 2024. g. 3. maija`, `no 2024. g. 3. maija līdz 2025. g. 1. janvārim`. */
function days({ from, until: last }: Days): string {
  if (from === null) return `līdz ${until(day(last ?? ""))}`;
  if (last === null) return `no ${since(day(from))}`;
  if (from === last) return on(day(from));
  const year = from.slice(0, 4);
  if (from === `${year}-01-01` && last === `${year}-12-31`) return `${year}. gadā`;
  const wholeMonth = from.endsWith("-01") && from.slice(0, 7) === last.slice(0, 7) && lastDay(last);
  return wholeMonth ? on(month(from)) : `no ${since(day(from))} līdz ${until(day(last))}`;
}

const lastDay = (iso: string) => new Date(Date.parse(iso) + 86_400_000).getUTCDate() === 1;

const either = (names: string[]) => list(names, "or");

export const filters: typeof english = {
  label: "Filtri",
  add: "Filtrs",
  addLabel: "Pievienot filtru",
  clear: "Notīrīt",
  remove: (chip) => `Noņemt: ${chip}`,
  chip: (what, names) => `${what}: ${either(names)}`,
  chosen: "Izvēlētie cilvēki",
  chosenCount: people,
  unknown: "vairs nav sarakstā",
  onTheWay: "…",
  failed: "Skaitļus pie filtriem nevar parādīt",
  title: {
    state: "Stāvoklis",
    queue: "Uzaicinājums",
    role: "Loma",
    roleCount: "Lomu skaits",
    provider: "Identitātes nodrošinātājs",
    organization: "Organizācija",
    domain: "E-pasta domēns",
    created: "Izveidots",
    access: "Pieejamība",
  },
  nothing: {
    provider: "bez identitātes nodrošinātāja",
    organization: "bez organizācijas",
    domain: "bez adreses",
    access: "bez norādes",
  },
  queue: {
    waiting: "Gaida",
    "lapses-tomorrow": "Beidzas rīt",
    lapsed: "Beidzies",
    "older-than30-days": "Vecāks par 30 dienām",
  },
  queueNote: {
    waiting: "Saite vēstulē vēl darbojas",
    "lapses-tomorrow": "Saite vēstulē darbojas vēl mazāk nekā divas dienas",
    lapsed: "Saite vēstulē vairs nedarbojas",
    "older-than30-days": "Uzaicināts pirms vairāk nekā 30 dienām un nav pieņēmis",
  },
  queues: "Uzaicinājumi, kam vajag uzmanību",
  roleCount: { none: "Bez lomas", one: "Viena loma", several: "Vairākas lomas" },
  sentence: {
    people: "Cilvēki",
    chosen: (n) => `${count(n)} ${form(n, "izvēlēts cilvēks", "izvēlēti cilvēki", "izvēlētu cilvēku")}`,
    inState: (states) => `Cilvēki stāvoklī ${either(states)}`,
    lapsedPeople: "Cilvēki ar beigušos uzaicinājumu",
    queue: {
      waiting: "ar vēl derīgu uzaicinājumu",
      "lapses-tomorrow": "ar tikai līdz rītdienai derīgu uzaicinājumu",
      lapsed: "ar beigušos uzaicinājumu",
      "older-than30-days": "ar vairāk nekā 30 dienas vecu uzaicinājumu",
    },
    roles: (names) => `ar lomu ${either(names)}`,
    roleCount: { none: "bez lomas", one: "ar vienu lomu", several: "ar vairākām lomām" },
    providers: (names) => `ar pierakstīšanos caur ${either(names)}`,
    organizations: (names) => `organizācijā ${either(names)} un zemāk`,
    noOrganization: "bez organizācijas",
    domains: (names) => `ar e-pasta domēnu ${either(names)}`,
    access: (names) => `ar pieejamību ${either(names)}`,
    created: (range) => `izveidoti ${days(range)}`,
    search: (text) => `atrasti pēc „${text}”`,
  },
  days,
  groupNote: (n) => told(n, "izvēlēts", "izvēlēti"),
  more: (n) => `vēl ${count(n)}…`,
  fewer: "Mazāk",
  searchIn: (what) => `Meklēt: ${what.toLowerCase()}`,
  noneFound: "Nekas nav atrasts",
  domainsMore: (n) => `Vēl ${count(n)}. Rakstiet, lai atrastu.`,
  peopleIn: (label, n) => `${label}, ${people(n)}`,
  tree: {
    label: "Organizācijas",
    none: "Sarakstā nav nevienas organizācijas.",
    found: (n) => `${form(n, "Atrasta organizācija", "Atrastas organizācijas")}: ${count(n)}`,
  },
  created: {
    usual: { "this-month": "Šomēnes", "last-30-days": "Pēdējās 30 dienās", "this-year": "Šogad" },
    from: "No",
    until: "Līdz",
    dayHint: "2024-05-03",
    badDay: "Rakstiet dienu kā 2024-05-03 vai tikai mēnesi vai gadu.",
    histogram: "Izveidotie cilvēki pa laikiem",
    brush: "Bulttaustiņi pārvieto, Shift un bulttaustiņi paplašina, Enter filtrē pēc iezīmētā, Esc noņem iezīmējumu.",
    bar: (when, n) => `${when}: ${people(n)}`,
    marked: (range, n) => `Iezīmēts: ${range}, ${people(n)}`,
    summary: (from, to, most, n) => `No ${since(from)} līdz ${until(to)}. Visvairāk: ${most} (${count(n)}).`,
    unknown: (n) => `${people(n)} bez izveides datuma`,
    inMonths: (from, to) => (from === to ? from : `no ${since(from)} līdz ${until(to)}`),
  },
};
