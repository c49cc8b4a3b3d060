import type { systemWords as english } from "../systemWords";

export const systemWords: typeof english = {
  words: {
    titles: {
      spreadsheet: "Tabelle auswählen",
      document: "Dokument auswählen",
      viewsFile: "Datei mit Ansichten auswählen",
      report: "Bericht speichern",
      thesePeople: "Diese Personen speichern",
      changes: "Änderungen speichern",
      attention: "Zeilen speichern, die Aufmerksamkeit brauchen",
      differing: "Speichern, was im Portal zu ändern ist",
      template: "Vorlage speichern",
      users: "Benutzer exportieren",
      views: "Ansichten exportieren",
      connection: "Verbindung exportieren",
      part: "Teil zum Übergeben speichern",
      removeList: "Entfernungsliste speichern",
      evidence: "Nachweis speichern",
      picture: "Bild speichern",
      supportFile: "Supportdatei speichern",
    },
    kinds: {
      spreadsheets: "Tabellen",
      documents: "Dokumente",
      views: "Ansichten",
      text: "Textdateien",
      all: "Alle Dateien",
    },
    notice: {
      invited: "# eingeladen",
      refused: "# abgelehnt",
      needsYou: "# braucht Sie",
      needYou: "# brauchen Sie",
      checking: "# in Prüfung",
      notSent: "# nicht gesendet",
    },
  },
};
