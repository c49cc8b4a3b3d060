import type { ChangeKind } from "@/ipc";
import type { changes as english } from "../changes";
import { count } from "../format";
import { people } from "./counted";

const kind: Record<ChangeKind, string> = {
  joined: "Dazugekommen",
  left: "Weggefallen",
  state: "Status",
  role: "Rolle",
  provider: "Identitätsanbieter",
  organization: "Organisation",
  other: "Anderes",
};

const counted: Record<ChangeKind, (n: number) => string> = {
  joined: (n) => `${count(n)} dazugekommen`,
  left: (n) => `${count(n)} weggefallen`,
  state: (n) => `${count(n)} mit anderem Status`,
  role: (n) => `${count(n)} mit anderer Rolle`,
  provider: (n) => `${count(n)} mit anderem Identitätsanbieter`,
  organization: (n) => `${count(n)} mit anderer Organisation`,
  other: (n) => `${count(n)} anders geändert`,
};

const field = {
  email: "E-Mail",
  firstName: "Vorname",
  lastName: "Nachname",
  created: "Angelegt",
  accessibility: "Zugänglichkeit",
  externalId: "Externe ID",
};

export const changes: typeof english = {
  title: "Änderungen",
  note: people,
  search: "Änderungen durchsuchen",
  searchHint: "Name, Adresse, ID suchen…",
  from: "Von der Liste vom",
  to: "Bis zur Liste vom",
  listNote: (n, joined, left) => `${people(n)}, +${count(joined)} −${count(left)}`,
  sinceLastWeek: "Seit letzter Woche",
  since: (from, passed) => `Seit ${from} (${passed}):`,
  between: (from, to, passed) => `Von ${from} bis ${to} (${passed}):`,
  nobody: "niemand kam dazu, fiel weg oder änderte sich",
  kinds: "Art der Änderung",
  kind,
  counted,
  field,
  export: "Exportieren…",
  saved: (name) => `Gespeichert als ${name}.`,
  exportFailed: "Die Änderungen wurden nicht geschrieben",
  grid: "Personen, die dazukamen, wegfielen oder sich änderten",
  column: { person: "Person", email: "E-Mail", what: "Was sich änderte", listed: "Jetzt" },
  changed: (what, before, after) => `${what}: ${before} → ${after}`,
  nothing: "nichts",
  listed: "Gelistet",
  notListed: "Nicht mehr gelistet",
  openPerson: "Unter Benutzer öffnen",
  openLeft: "Zeigen, was bekannt ist",
  none: {
    title: "Niemand kam dazu, fiel weg oder änderte sich",
    text: "Zwischen diesen beiden Listen ist alles gleich geblieben. Mit einer älteren Liste sehen Sie weiter zurück.",
  },
  noMatch: {
    title: "Keine Treffer",
    text: "Zwischen diesen beiden Listen gibt es Änderungen, aber keine, die zur Suche und zu den gewählten Arten passt.",
    clear: "Suche und Arten leeren",
  },
  oneList: {
    title: "Bisher gibt es eine Liste",
    text: "Nach dem nächsten Aktualisieren steht hier, wer dazukam, wegfiel und sich änderte.",
    refresh: "Aktualisieren",
  },
  noList: {
    title: "Die Personenliste wurde noch nicht gelesen",
    text: "Um Änderungen zu zeigen, braucht es zwei Listen. Die erste wird von der Plattform gelesen und auf diesem Computer aufbewahrt.",
    read: "Liste lesen",
  },
  person: {
    region: (name) => `Was aus ${name} wurde`,
    between: "Zwischen den beiden Listen",
    before: "Schritt für Schritt",
    copyId: "ID kopieren",
    gone: "Zwischen diesen beiden Listen ist über diese Person nichts bekannt.",
  },
  history: {
    title: "Was sich änderte",
    none: "Nichts hat sich geändert, seit Rollcall diese Liste zum ersten Mal gelesen hat.",
    failed: "Der Verlauf konnte nicht gelesen werden",
  },
};
