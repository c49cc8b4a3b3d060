import { count, plural } from "../format";
import type { since as english } from "../since";

export const since: typeof english = {
  title: "Was aus ihnen wurde",
  of: (n) => `Von ${plural(n, "eingeladenen Person", "eingeladenen Personen")}:`,
  accepted: (n) => plural(n, "hat angenommen", "haben angenommen"),
  waits: (n) => plural(n, "wartet", "warten"),
  soon: (n) => `(${plural(n, "verfällt", "verfallen")} innerhalb von 2 Tagen)`,
  lapsed: (n) => `${count(n)} verfallen`,
  notListed: (n) => `${count(n)} nicht mehr gelistet`,
  blocked: (n) => `${count(n)} blockiert`,
  other: (n) => `${count(n)} in einem anderen Status`,
  asOf: (when) => `Stand der Liste: ${when}.`,
  notKnown: "Noch nicht bekannt: Von der Plattform, an die dieser Lauf ging, gibt es keine vollständige Liste.",
  refresh: "Liste aktualisieren",
  refreshing: "Die Liste wird neu gelesen…",
  byOrganization: "Nach Organisation",
  organization: "Organisation",
  column: {
    invited: "Eingeladen",
    accepted: "Angenommen",
    waits: "Warten",
    lapsed: "Verfallen",
    notListed: "Nicht gelistet",
    blocked: "Blockiert",
    other: "Andere",
  },
  inSeveral: "Wer in zwei Organisationen ist, zählt in beiden.",
  more: (n) =>
    `Und ${plural(n, "weitere Organisation", "weitere Organisationen")}; die gespeicherte Liste enthält alle.`,
  who: "Wen",
  choice: {
    lapsed: (n) => `${count(n)} verfallen`,
    waits: (n) => plural(n, "wartet", "warten"),
    both: (n) => `${count(n)} wartend oder verfallen`,
    "not-listed": (n) => `${count(n)} nicht mehr gelistet`,
  },
  invite: (n) => (n === 1 ? "Diese Person erneut einladen…" : `Diese ${count(n)} erneut einladen…`),
  inviteOne: "Diese Person erneut einladen…",
  notListedOff:
    "Sie sind nicht mehr gelistet. Speichern Sie sie und klären Sie mit der Stelle, die die Plattform betreut, warum.",
  save: "Diese speichern…",
  saved: (name) => `Gespeichert als ${name}.`,
  format: { xlsx: "Excel", csv: "CSV", json: "JSON" },
  saveAs: (what) => `Wie speichern: ${what}`,
};
