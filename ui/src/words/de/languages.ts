import type { languages as english } from "../languages";

export const languages: typeof english = {
  label: "Sprache",
  names: { en: "English", de: "Deutsch", lv: "Latviešu" },
  system: "Wie das System",
  saveFailed: "Die Sprache konnte nicht geändert werden",
  ask: {
    title: "Die Sprache jetzt ändern?",
    text: "Dafür wird das Fenster neu geladen. Was hier eingetippt und nicht gespeichert wurde, ginge verloren, ebenso eine Datei, die wartet.",
    change: "Jetzt ändern",
    keep: "Noch nicht",
  },
};
