import type { ApiCall } from "@/ipc";
import type { connectionsMatch as english } from "../connectionsMatch";

const call: Record<Exclude<ApiCall, "invite">, string> = {
  users: "Ein Benutzer",
  roles: "Eine Rolle",
  "identity-providers": "Ein Identitätsanbieter",
  organizations: "Eine Organisation",
};

export const connectionsMatch: typeof english = {
  call,
  open: "Antwort zuordnen…",
  saveFirst: "Speichern Sie zuerst: Die Beschreibung wurde hier geändert.",
  title: (platform) => `Zuordnen, was ${platform} antwortet`,
  text: "Der erste Datensatz, den die Plattform listet, so wie er kam, und wo Rollcall jedes Feld darin liest.",
  tabs: "Arten von Datensätzen",
  asking: "Die Plattform wird nach einem Datensatz gefragt. Dort wird nichts geändert.",
  record: "Der Datensatz, wie er kam",
  fields: "Wo Rollcall liest",
  field: "Feld",
  place: "Stelle im Datensatz",
  value: "Gelesen als",
  note: "Stand",
  placeFor: (field) => `Stelle für ${field}`,
  byDescription: "Wie in der Beschreibung",
  unread: "nichts",
  afterSaving: "nach dem Speichern",
  needed: "nötig",
  absent: "nicht da",
  found: "gefunden",
  changed: "Ihre Wahl",
  save: "Diese Stellen speichern",
  saved: "Gespeichert. Ab dem nächsten Aktualisieren wird die Personenliste so gelesen.",
  nothing: "Ändern Sie zuerst eine Stelle.",
  close: "Schließen",
};
