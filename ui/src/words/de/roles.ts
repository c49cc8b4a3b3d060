import type { WeightDirection } from "@/ipc";
import { count, dateTime, plural } from "../format";
import type { roles as english } from "../roles";
import { people } from "./counted";

const direction: Record<WeightDirection, string> = {
  "more-is-power": "Je höher das Gewicht einer Rolle, desto mehr darf sie.",
  "less-is-power": "Je niedriger das Gewicht einer Rolle, desto mehr darf sie.",
};

export const roles: typeof english = {
  title: "Rollen",
  ladder: "Rollen",
  column: {
    weight: "Gewicht",
    rung: "Auf dieser Stufe",
    role: "Rolle",
    power: "Befugnisse über andere",
    actions: "Aktionen",
  },
  powerMenu: "Sie gibt Befugnisse über andere",
  noPowerMenu: "Sie gibt keine Befugnisse über andere",
  noWeight: "keines",
  highest: (n) => `höchste Rolle von ${count(n)}`,
  onRung: (n) => `${people(n)} auf dieser Stufe`,
  barNote:
    "Der dunkle Teil jedes Balkens steht für die, deren höchste Rolle es ist; die im hellen Teil haben auch eine höhere.",
  people,
  show: (n, name) => `${n === 1 ? "Die eine Person" : `Die ${people(n)}`} mit der Rolle ${name} zeigen`,
  alone: (n) => plural(n, "hat nur diese Rolle", "haben nur diese Rolle"),
  thanRole: (name) => `(${name})`,
  power: (name) => `${name} gibt Befugnisse über andere`,
  powerFailed: "Nicht gespeichert.",
  powerNote:
    "Eine Rolle mit Befugnissen über andere vermutet Rollcall nie und merkt sie sich nie; vor jedem Senden wird sie genannt. Befunde und Prüfungen verwenden dieselben Häkchen.",
  proposed: "Vorgeschlagen.",
  ticked: (by, at) => `Häkchen gesetzt von ${by}, ${dateTime(at)}`,
  unticked: (by, at) => `Häkchen entfernt von ${by}, ${dateTime(at)}`,
  copyOf: (name) => `ID von ${name} kopieren`,
  invite: "Einladen",
  inviteWith: "Mit dieser Rolle einladen",
  direction: {
    title: "Welches Gewicht mehr darf",
    said: direction,
    at: (at) => `Am ${dateTime(at)}.`,
    note: "Die Plattform sagt nicht, was davon gilt. Wählen Sie eine Rolle nicht allein nach ihrem Gewicht.",
    turn: "Umkehren",
    asAssumed: "Wie angenommen",
    failed: "Die Richtung wurde nicht gespeichert",
  },
  figures: {
    label: "Wer Rollen hat",
    people: (n) => `${people(n)} insgesamt`,
    several: (n) => plural(n, "hat mehrere Rollen", "haben mehrere Rollen"),
    none: (n) => plural(n, "hat keine Rolle", "haben keine Rolle"),
  },
  combinations: {
    title: "Bekannte Kombinationen",
    note: "Rollen, die zusammen etwas anderes bedeuten als jede allein.",
    people: (n) => plural(n, "Person hat sie", "Personen haben sie"),
    source: "Quelle:",
    finding: "Als Befund gemeldet",
  },
  sets: {
    title: "Zusammen vergeben",
    note: "Genau diese Rollen und keine andere daneben.",
    more: (n) =>
      `${plural(n, "weitere Zusammenstellung", "weitere Zusammenstellungen")} von Rollen bei weniger Personen.`,
  },
  emptyTitle: "Noch sind keine Rollen gelistet",
  empty: "Rollen kommen mit der Personenliste. Eine Einladung nennt eine davon.",
};
