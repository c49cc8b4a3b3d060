import type { commands as english } from "../commands";
import { people } from "./counted";

export const commands: typeof english = {
  off: (what, why) => `${what}: ${why}`,
  noPlatform: "Keine Plattform ist offen",
  refresh: (platform) => `Listen von ${platform} aktualisieren`,
  refreshOpen: "Listen aktualisieren",
  refreshing: "Die Listen werden schon gelesen",
  refreshed: (platform, n) => `Die Listen von ${platform} wurden gelesen: ${people(n)}.`,
  listHeld: (platform) => `Die neue Liste von ${platform} sieht falsch aus und wartet auf Sie. Die bisherige bleibt.`,
  notRefreshed: (platform) => `Die Listen von ${platform} konnten nicht gelesen werden. Die bisherigen bleiben.`,
  inviteFile: "Aus einer Datei einladen…",
  invitePerson: "Eine Person einladen…",
  newReview: "Zugriffsprüfung beginnen…",
  connect: "Plattform verbinden…",
  sample: "Beispielplattform öffnen",
  tour: "Rundgang durch die Beispielplattform zeigen",
  light: "Helles Farbschema",
  dark: "Dunkles Farbschema",
  system: "Farbschema wie das System",
  highContrast: "Hoher Kontrast",
  usualContrast: "Kontrast wie das System",
  compact: "Überall kompakte Zeilen",
  comfortable: "Überall luftige Zeilen",
  reduceMotion: "Bildschirm ruhig halten",
  allowMotion: "Bewegung wie das System",
};
