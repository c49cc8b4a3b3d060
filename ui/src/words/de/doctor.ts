import type { DoctorState } from "@/ipc";
import type { doctor as english } from "../doctor";
import { count, form, plural } from "../format";

const state: Record<DoctorState, string> = {
  good: "Gut",
  notice: "Hinweis",
  failed: "Fehler",
  skipped: "Ausgelassen",
  unknown: "Unbekannt",
};

const seconds = (ms: number) => (ms / 1000).toFixed(1).replace(".", ",");

export const doctor: typeof english = {
  label: "Was der Test ergab",
  ok: "Alles, was zum Einladen nötig ist, funktioniert.",
  notOk: "Etwas, das zum Einladen nötig ist, funktioniert noch nicht.",
  beginWith: (title) => `Beginnen Sie mit „${title}“:`,
  notes: (n) => `${plural(n, "Hinweis", "Hinweise")} unten.`,
  unneeded: (n) =>
    `${plural(n, "Punkt", "Punkte")}, ${form(n, "der", "die")} zum Einladen nicht nötig ${form(n, "ist, hat", "sind, haben")} nicht funktioniert.`,
  running: "Die Verbindung wird untersucht. Dort wird nichts geändert.",
  looked: (n) => `${plural(n, "Punkt", "Punkte")} untersucht`,
  going: "Wird weiter untersucht",
  state,
  found: (n) => `${count(n)} gefunden`,
  took: (ms) => (ms < 1000 ? `${count(ms)} ms` : `${seconds(ms)} s`),
  facts: (title) => `Einzelheiten zu „${title}“`,
  copy: "Bericht kopieren",
  close: "Bericht schließen",
};
