import type { InvitationQueue, RoleCount } from "@/ipc";
import type { filters as english } from "../filters";
import { count, day, list, month, plural } from "../format";
import { people } from "./counted";

/** Days that people were created on; either end may be open. */
type Days = { from: string | null; until: string | null };

const lastDay = (day: string) => new Date(Date.parse(day) + 86_400_000).getUTCDate() === 1;

const isYear = (from: string, until: string) => {
  const year = from.slice(0, 4);
  return from === `${year}-01-01` && until === `${year}-12-31`;
};

const isMonth = (from: string, until: string) =>
  from.endsWith("-01") && from.slice(0, 7) === until.slice(0, 7) && lastDay(until);

/** `2024`, `Mai 2024`, `ab 3. Mai 2024`, `3. Mai 2024 bis 1. Jan. 2025`. */
function days({ from, until }: Days): string {
  if (from === null) return `bis ${day(until ?? "")}`;
  if (until === null) return `ab ${day(from)}`;
  if (from === until) return `am ${day(from)}`;
  if (isYear(from, until)) return from.slice(0, 4);
  return isMonth(from, until) ? month(from) : `${day(from)} bis ${day(until)}`;
}

/** The same within a sentence: `im Mai 2024`, `vom 3. Mai 2024 bis 1. Jan. 2025`. */
function daysWithin(range: Days): string {
  const { from, until } = range;
  const said = days(range);
  if (from === null || until === null || from === until || isYear(from, until)) return said;
  return isMonth(from, until) ? `im ${said}` : `vom ${said}`;
}

const either = (names: string[]) => list(names, "or");

/** What stands for the empty value of a filter. */
const nothing = {
  provider: "ohne Identitätsanbieter",
  organization: "ohne Organisation",
  domain: "ohne Adresse",
  access: "ohne Angabe",
};

/** `bei A oder B`, and `oder ohne Adresse` where that was chosen too: "bei ohne Adresse" says nobody. */
function orWithout(names: string[], none: string, say: (named: string[]) => string): string {
  const named = names.filter((name) => name !== none);
  if (named.length === 0) return none;
  return named.length === names.length ? say(named) : `${say(named)} oder ${none}`;
}

const queue: Record<InvitationQueue, string> = {
  waiting: "Wartet",
  "lapses-tomorrow": "Verfällt morgen",
  lapsed: "Verfallen",
  "older-than30-days": "Älter als 30 Tage",
};

const roleCount: Record<RoleCount, string> = { none: "Ohne Rolle", one: "Eine Rolle", several: "Mehrere Rollen" };

const sentence: typeof english.sentence = {
  people: "Personen",
  chosen: (n) => plural(n, "gewählte Person", "gewählte Personen"),
  inState: (states) => `Personen im Status ${either(states)}`,
  lapsedPeople: "Personen mit verfallener Einladung",
  queue: {
    waiting: "mit noch gültiger Einladung",
    "lapses-tomorrow": "mit bis morgen verfallender Einladung",
    lapsed: "mit verfallener Einladung",
    "older-than30-days": "mit über 30 Tage alter Einladung",
  },
  roles: (names) => `mit der Rolle ${either(names)}`,
  roleCount: {
    none: "ohne Rolle",
    one: "mit genau einer Rolle",
    several: "mit mehreren Rollen",
  },
  providers: (names) => orWithout(names, nothing.provider, (named) => `mit Anmeldung über ${either(named)}`),
  organizations: (names) => orWithout(names, nothing.organization, (named) => `in ${either(named)} und darunter`),
  noOrganization: nothing.organization,
  domains: (names) => orWithout(names, nothing.domain, (named) => `bei ${either(named)}`),
  access: (names) =>
    names.length === 1 && names[0] === nothing.access
      ? "ohne Angabe zur Zugänglichkeit"
      : orWithout(names, nothing.access, (named) => `mit der Zugänglichkeit ${either(named)}`),
  created: (range) => `angelegt ${daysWithin(range)}`,
  search: (text) => `gefunden mit „${text}“`,
};

export const filters: typeof english = {
  label: "Filter",
  add: "Filter",
  addLabel: "Filter hinzufügen",
  clear: "Leeren",
  remove: (chip) => `Wegnehmen: ${chip}`,
  chip: (what, names) => `${what}: ${either(names)}`,
  chosen: "Gewählte Personen",
  chosenCount: people,
  unknown: "nicht mehr gelistet",
  onTheWay: "…",
  failed: "Die Zahlen neben den Filtern können nicht gezeigt werden",
  title: {
    state: "Status",
    queue: "Einladung",
    role: "Rolle",
    roleCount: "Anzahl der Rollen",
    provider: "Identitätsanbieter",
    organization: "Organisation",
    domain: "E-Mail-Domain",
    created: "Angelegt",
    access: "Zugänglichkeit",
  },
  nothing,
  queue,
  queueNote: {
    waiting: "Der Link in der E-Mail funktioniert noch",
    "lapses-tomorrow": "Der Link in der E-Mail funktioniert noch weniger als zwei Tage",
    lapsed: "Der Link in der E-Mail funktioniert nicht mehr",
    "older-than30-days": "Vor mehr als 30 Tagen eingeladen und nie angenommen",
  },
  queues: "Einladungen, um die sich jemand kümmern muss",
  roleCount,
  sentence,
  days,
  groupNote: (n) => `${count(n)} gewählt`,
  more: (n) => `${count(n)} weitere…`,
  fewer: "Weniger",
  searchIn: (what) => `${what} suchen`,
  noneFound: "Nichts gefunden",
  domainsMore: (n) => `${count(n)} weitere. Zum Finden tippen.`,
  peopleIn: (label, n) => `${label}, ${people(n)}`,
  tree: {
    label: "Organisationen",
    none: "Es sind keine Organisationen gelistet.",
    found: (n) => `${plural(n, "Organisation", "Organisationen")} gefunden`,
  },
  created: {
    usual: { "this-month": "Dieser Monat", "last-30-days": "Letzte 30 Tage", "this-year": "Dieses Jahr" },
    from: "Von",
    until: "Bis",
    dayHint: "2024-05-03",
    badDay: "Schreiben Sie einen Tag als 2024-05-03, oder nur den Monat oder das Jahr.",
    histogram: "Angelegte Personen im Lauf der Zeit",
    brush:
      "Pfeiltasten bewegen, Umschalt und Pfeiltasten verbreitern, Eingabe filtert nach dem Markierten, Esc hebt es auf.",
    bar: (when, n) => `${when}: ${people(n)}`,
    marked: (range, n) => `Markiert: ${range}, ${people(n)}`,
    summary: (from, until, most, n) => `Von ${from} bis ${until}. Am meisten: ${most} mit ${count(n)}.`,
    unknown: (n) => `${people(n)} ohne Anlagedatum`,
    inMonths: (from, until) => (from === until ? from : `${from} bis ${until}`),
  },
};
