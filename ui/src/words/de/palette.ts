import type { palette as english } from "../palette";
import { people } from "./counted";

export const palette: typeof english = {
  open: "Finden oder tun",
  title: "Personen auf allen Plattformen finden, zu jedem Bildschirm gehen und tun, was sich tun lässt",
  field: "Wen oder was Sie suchen, oder was zu tun ist",
  hint: "Name, Adresse, Rolle, Bildschirm oder was zu tun ist…",
  results: "Gefunden",
  group: {
    recent: "Zuletzt gewählt",
    people: "Personen",
    here: "Auf diesem Bildschirm",
    screens: "Gehe zu",
    platforms: "Plattformen",
    views: "Gespeicherte Ansichten",
    anywhere: "Tun",
    roles: "Rollen",
    runs: "Läufe",
    reviews: "Zugriffsprüfungen",
    organizations: "Organisationen",
  },
  searching: "Wird auf allen Plattformen gesucht…",
  nothing: (text) => `Niemand und nichts heißt „${text}“.`,
  keys: "↑ ↓ zum Wählen, Eingabe zum Öffnen, Esc zum Schließen",
  people,
  allKeys: (key) => `${key} zeigt alle Tasten`,
  switch: (first, last) => `${first} bis ${last} wechseln von überall die Plattform`,
};
