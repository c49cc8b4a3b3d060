import type { palette as english } from "../palette";

export const palette: typeof english = {
  open: "Jemanden finden",
  title: "Personen auf allen Plattformen finden und zu jedem Bildschirm gehen",
  field: "Wen oder was Sie suchen",
  hint: "Name, Adresse, ID oder Bildschirm…",
  results: "Gefunden",
  group: {
    recent: "Zuletzt gewählt",
    people: "Personen",
    screens: "Gehe zu",
    platforms: "Plattformen",
    views: "Gespeicherte Ansichten",
  },
  searching: "Wird auf allen Plattformen gesucht…",
  nothing: (text) => `Niemand und nichts heißt „${text}“.`,
  keys: "↑ ↓ zum Wählen, Eingabe zum Öffnen, Esc zum Schließen",
  switch: (first, last) => `${first} bis ${last} wechseln von überall die Plattform`,
};
