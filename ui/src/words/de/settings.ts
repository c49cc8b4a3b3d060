import type { Theme } from "@/ipc";
import type { settings as english } from "../settings";

const theme: Record<Theme, string> = { system: "Wie das System", light: "Hell", dark: "Dunkel" };

export const settings: typeof english = {
  title: "Einstellungen",
  appearance: "Darstellung",
  theme: "Farbschema",
  themes: theme,
  saveFailed: "Die Auswahl konnte nicht gespeichert werden",
  data: "Daten auf diesem Computer",
  storage: "Listen und Läufe",
  keychain: "Zugangsdaten",
  keychainOk: "Der Schlüsselbund dieses Computers bewahrt sie auf. Sie stehen nie in einer Datei.",
  leaves: "Was diesen Computer verlässt",
  leavesText: "Aufrufe an die Plattformen, die Sie verbinden, und an deren Anmeldeserver. Sonst nichts.",
  sample: "Beispielplattform",
  sampleText: "Eine erfundene Plattform innerhalb von Rollcall. Sie behält, was Sie dort tun; niemand erhält E-Mails.",
  openSample: "Beispielplattform öffnen",
  about: "Über Rollcall",
  version: "Version",
  licence: "Lizenz",
  licenceText: "MIT oder Apache-2.0",
};
