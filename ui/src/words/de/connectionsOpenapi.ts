import type { ApiCall } from "@/ipc";
import type { connectionsOpenapi as english } from "../connectionsOpenapi";
import { list, plural } from "../format";

const call: Record<ApiCall, string> = {
  users: "Benutzer auflisten",
  roles: "Rollen auflisten",
  "identity-providers": "Identitätsanbieter auflisten",
  organizations: "Organisationen auflisten",
  invite: "Benutzer einladen",
};

const missing: Record<ApiCall, string> = {
  users:
    "Vielleicht gehört das Dokument zu einer anderen API der Plattform. Das Portal hat für jede eines: Exportieren Sie das mit den Benutzern.",
  roles: "Vielleicht gehört das Dokument zu einer anderen API der Plattform. Rollen heißen auch Gruppen.",
  "identity-providers": "Einladungen überlassen die Anmeldung dann der Plattform.",
  organizations: "Rollcall kennt die Organisationen der Personen dann nach ihren IDs.",
  invite:
    "Vielleicht gehört das Dokument zu einer anderen API der Plattform. Solange der Aufruf fehlt, kann man Personen ansehen, aber nicht einladen.",
};

export const connectionsOpenapi: typeof english = {
  call,
  missing,
  title: (title) => `Was „${title}“ bietet`,
  note: (version, form) => [version && `Version ${version}`, form].filter(Boolean).join(" · "),
  intro:
    "Rollcall hat nach den Aufrufen gesucht, die es braucht. Sehen Sie nach, was es gewählt hat; noch wird nichts gespeichert oder gesendet.",
  kind: "Art der Plattform",
  kindShown: (title) => `Das Dokument zeigt, dass es zur Art ${title} gehört:`,
  kindUnknown: (title) =>
    `Das Dokument zeigt keine Art, die Rollcall kennt, und wird deshalb mit ${title} verglichen. Wählen Sie eine andere, wenn Sie es besser wissen.`,
  kindChosen: (title) => `Ihre Wahl. Was folgt, sagt das Dokument anders als ${title}.`,
  table: "Die Aufrufe, die Rollcall braucht",
  needs: "Rollcall braucht",
  offers: "In diesem Dokument",
  fields: "Felder",
  why: "Warum",
  operationFor: (name) => `Operation für „${name}“`,
  none: "Keine davon",
  optional: "freiwillig",
  notFound: "nicht gefunden",
  yourChoice: "Ihre Wahl",
  leftOut: "Von Ihnen weggelassen.",
  sure: "sicher",
  likely: "wahrscheinlich",
  guess: "vermutet",
  fieldsFound: (found, all) => `${found} von ${plural(all, "Feld", "Feldern")}`,
  showFields: (name) => `Felder von „${name}“`,
  fieldAt: (title, at) => `${title} ← ${at}`,
  fieldWritten: (title, at) => `${title} → ${at}`,
  fieldMissing: (title) => `${title}: nicht genannt`,
  address: "Wo und wie",
  addressNote: "Was das Dokument über die Adresse und die Anmeldung sagt.",
  baseUrl: "Basis-URL",
  noBaseUrl: "Das Dokument nennt keine Adresse. Sie tragen sie auf der nächsten Seite ein.",
  keyHeader: "Header des Schlüssels",
  tokenUrl: "Token-URL",
  authorizeUrl: "Adresse, unter der sich Personen anmelden",
  issuer: "Aussteller",
  scopes: "Scopes",
  notSaid: "Dazu steht nichts darin.",
  doubts: "Was nicht verstanden wurde",
  changes: "Was sich dadurch in der Beschreibung ändert",
  noChanges: "Nichts: Mit der Plattform wird so gesprochen, wie es die Beschreibung dieser Art sagt.",
  looking: "Wird mit Ihrer Wahl neu durchgesehen…",
  use: "Verwenden",
  useNext: "Als Nächstes kommen ein Name und die geheimen Angaben.",
  stillMissing: (names) =>
    `Nicht gefunden: ${list(names)}. Das Übrige kann verwendet werden; die Beschreibung kann es später ergänzen.`,
};
