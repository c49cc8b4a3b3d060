import type { support as english } from "../support";

export const support: typeof english = {
  title: "Hilfe",
  guide: "Benutzerhandbuch",
  guidePage: "Seite des Handbuchs",
  save: "Supportdatei speichern…",
  what: "Ein Text mit Versionen, Einstellungen, dem letzten Test jeder Verbindung, Absturzberichten und dem Protokoll. Keine Zugangsdaten, keine Namen und Adressen von Personen. Er wird niemandem gesendet: Lesen Sie ihn durch und geben Sie ihn dem, der Ihnen hilft.",
  saved: (name) => `${name} ist am gewählten Ort gespeichert. Die Datei wurde niemandem gesendet.`,
  notSaved: "Die Supportdatei konnte nicht gespeichert werden.",
  ended:
    "Rollcall wurde beim letzten Mal unerwartet beendet. Nichts ist verloren: Was gerade gesendet wurde, ist festgehalten, und durch das Fortsetzen wird niemand doppelt eingeladen.",
};
