import type { FindingSeverity } from "@/ipc";
import type { findings as english } from "../findings";
import { count, date, dateTime, day, list } from "../format";
import { people } from "./counted";

const severity: Record<FindingSeverity, string> = { high: "Hoch", medium: "Mittel", low: "Niedrig" };

export const findings: typeof english = {
  title: "Befunde",
  note: "Was in der Personenliste auffällt und angesehen werden sollte. Alles stammt aus der Liste auf diesem Computer; die Plattform wird nicht gefragt.",
  judged: (n, asOf) => `${people(n)} durchgesehen, Liste vom ${dateTime(asOf)}`,
  judging: "Die Liste wird durchgesehen",
  partialTitle: "In dieser Liste können Personen fehlen.",
  partial: "Wer darin fehlt, wurde nicht angesehen. Aktualisieren Sie die Liste, um sicher zu sein.",
  open: "Befunde öffnen",
  severity,
  show: (n) => (n === 1 ? "Die Person zeigen" : `Die ${people(n)} zeigen`),
  showOf: (n, title) => `${n === 1 ? "Die Person zeigen" : `Die ${people(n)} zeigen`}: ${title}`,
  toProviders: "Identitätsanbieter ansehen",
  meaning: "Was es bedeutet",
  toDo: "Was zu tun ist",
  where: "Wo",
  parts: (parts, more) =>
    list([
      ...parts.map((part) => (part.people > 0 ? `${part.label} (${count(part.people)})` : part.label)),
      ...(more > 0 ? [`${count(more)} weitere`] : []),
    ]),
  moreParts: (n) => `und ${count(n)} weitere`,
  basis: "Grundlage",
  mute: {
    open: "Zurückstellen…",
    openOf: (title) => `Zurückstellen… ${title}`,
    title: (title) => `„${title}“ zurückstellen?`,
    text: "Der Befund steht bis zum Ende des gewählten Tages getrennt und wird danach von selbst wieder gemeldet, ebenso sobald er jemand Neues betrifft.",
    reason: "Warum er unbeachtet bleiben kann",
    reasonHelp: "Bis zu 500 Zeichen. Wer die Befunde später ansieht, liest es.",
    noReason: "Sagen Sie in wenigen Worten, warum er unbeachtet bleiben kann.",
    until: "Letzter Tag",
    untilHelp: "Ein Tag wie 2027-03-31, höchstens zwei Jahre voraus.",
    badDay: "Ein Tag ab heute und höchstens zwei Jahre voraus, etwa 2027-03-31.",
    by: "Ihr Name",
    byHelp: "Bleibt das Feld leer, wird das Konto dieses Computers vermerkt.",
    cancel: "Weiter zeigen",
    confirm: "Zurückstellen",
    failed: "Der Befund wurde nicht zurückgestellt",
  },
  muted: {
    title: "Zurückgestellt",
    by: (by, at, until) => `Zurückgestellt von ${by} am ${date(at)}, bis zum Ende des ${day(until)}.`,
    reason: (reason) => `Grund: ${reason}`,
    newSince: (n) => `Seither ${n === 1 ? "ist" : "sind"} ${count(n)} dazugekommen, deshalb wird es wieder gemeldet.`,
    unmute: "Wieder melden",
    unmuteOf: (title) => `Wieder melden: ${title}`,
    failed: "Der Befund ist noch zurückgestellt",
    done: (title) => `Zurückgestellt: ${title}.`,
    undone: (title) => `Wird wieder gemeldet: ${title}.`,
  },
  clear: (titles) => `Nichts gefunden: ${titles.join("; ")}.`,
  allClear: {
    title: "Es wurde nichts gefunden",
    thresholds: "Ansehen, wann etwas zum Befund wird",
    text: (n) => `Alle Regeln wurden auf ${people(n)} angewandt, und keine ergab einen Befund.`,
  },
  allMuted: {
    title: "Nichts ist mehr offen",
    text: "Was gefunden wurde, ist zurückgestellt. Es steht unten, mit dem Namen und bis wann.",
  },
  notRead: {
    title: "Die Personenliste wurde noch nicht gelesen",
    text: "Befunde stammen aus der Personenliste. Sie wird von der Plattform gelesen und auf diesem Computer aufbewahrt.",
  },
  grid: (title) => `Personen: ${title}`,
  showMeaning: "Bedeutung zeigen",
  hideMeaning: "Bedeutung ausblenden",
  nobodyLeft: "In diesem Befund ist niemand mehr. Vielleicht wurde die Liste inzwischen aktualisiert.",
  close: "Schließen",
};
