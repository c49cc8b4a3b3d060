import type { Contrast, Density, Motion, Theme } from "@/ipc";
import type { settings as english } from "../settings";

const theme: Record<Theme, string> = { system: "Wie das System", light: "Hell", dark: "Dunkel" };
const contrast: Record<Contrast, string> = { system: "Wie das System", high: "Hoch" };
const density: Record<Density, string> = { comfortable: "Luftig", compact: "Kompakt" };
const motion: Record<Motion, string> = { system: "Wie das System", reduced: "Nichts bewegt sich" };

export const settings: typeof english = {
  title: "Einstellungen",
  appearance: "Darstellung",
  theme: "Farbschema",
  themes: theme,
  size: "Größe",
  menuBar: "Menüleiste zeigen",
  on: "eingeschaltet",
  off: "ausgeschaltet",
  menuBarNote: "Sonst öffnet sie sich mit Alt oder F10.",
  contrast: "Kontrast",
  contrastHelp: "Hoch: Jedes Wort ist mindestens siebenmal so hell oder so dunkel wie das, worauf es steht.",
  contrasts: contrast,
  density: "Zeilen",
  densityHelp: "Wo keine gespeicherte Ansicht etwas anderes sagt.",
  densities: density,
  motion: "Bewegung",
  motions: motion,
  kept: (what, chosen) => `${what}: ${chosen}.`,
  learning: "Rollcall kennenlernen",
  saveFailed: "Die Auswahl konnte nicht gespeichert werden",
  chosenSince: "Inzwischen wurde anders gewählt, und dabei bleibt es.",
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
