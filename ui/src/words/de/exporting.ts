import type { exporting as english } from "../exporting";
import { count, duration, form } from "../format";
import { columns, people, rows } from "./counted";

export const exporting: typeof english = {
  open: "Exportieren",
  title: "Personen exportieren",
  what: {
    label: "Wer",
    picked: (n) => (n === 1 ? "Die eine ausgewählte Person" : `Die ${count(n)} ausgewählten Personen`),
    matching: (n) =>
      n === 1 ? "Die eine Person, die zu den Filtern passt" : `Die ${people(n)}, die zu den Filtern passen`,
    everyone: (n) => (n === 1 ? "Die eine Person auf der Plattform" : `Alle ${people(n)} auf der Plattform`),
  },
  columns: {
    label: "Spalten",
    visible: (n) => (n === 1 ? "Die eine gezeigte Spalte" : `Die ${count(n)} gezeigten Spalten, in dieser Reihenfolge`),
    all: "Alle Spalten, auch die ausgeblendeten",
  },
  format: {
    label: "Format",
    name: { xlsx: "Excel-Arbeitsmappe", csv: "CSV", json: "JSON" },
    note: {
      xlsx: "Datumsangaben sind Datumswerte; die erste Zeile bleibt sichtbar und filtert.",
      csv: "Für jedes Tabellenprogramm.",
      json: "Für Programme.",
    },
  },
  separator: {
    label: "Trennzeichen",
    name: { comma: "Komma", semicolon: "Semikolon", tab: "Tabulator" },
  },
  encoding: {
    label: "Kodierung",
    name: {
      "utf8-bom": "UTF-8 für Excel",
      utf8: "UTF-8",
      "utf16-le": "UTF-16",
      windows1252: "Windows-1252",
    },
    windowsNote: "Enthält nur westeuropäische Buchstaben. Braucht ein Name andere, wird nichts geschrieben.",
  },
  cancel: "Abbrechen",
  start: (n) => `${people(n)} exportieren…`,
  progress: {
    label: "Personen werden geschrieben",
    starting: "Wartet auf einen Dateinamen",
    written: (done, total) => `${count(done)} von ${people(total)} geschrieben`,
    left: (seconds) => `noch ${duration(seconds)}`,
    stop: "Anhalten",
  },
  nobody: "Niemand ist gelistet",
  saved: (name, rowCount) => `Gespeichert als ${name}: ${people(rowCount)}.`,
  stopped: "Der Export wurde angehalten. Es blieb keine Datei zurück.",
  failed: "Nichts wurde exportiert",
  selection: {
    label: "Ausgewählte Personen",
    people: (n) => `${people(n)} ausgewählt`,
    copy: "Kopieren",
    copyHint: "Die ausgewählten Zellen mit ihren Spaltenköpfen kopieren",
    copied: (rowCount, columnCount) => `Kopiert: ${rows(rowCount)} mit ${columns(columnCount)}.`,
    between: "Die nicht markierten Zellen dazwischen sind dabei.",
    uneven: (rowCount, columnCount) =>
      `Beim Kopieren gehen die Zellen dazwischen mit: ${rows(rowCount)} mit ${columns(columnCount)}.`,
    copyFailed: "Nichts wurde kopiert",
    exportOf: (n) => `${people(n)} exportieren…`,
    inviteOf: (n) => `${people(n)} erneut einladen…`,
    exportSome: "Exportieren…",
    invite: "Erneut einladen…",
    inviteHint: "Legt einen Entwurf mit denen an, die noch nicht angenommen haben. Noch wird nichts gesendet.",
    clear: "Aufheben",
  },
  again: {
    failed: "Es wurde kein Entwurf angelegt",
    leftOut: (kept, leftOut) =>
      `Der Entwurf enthält ${people(kept)}. ${count(leftOut)} weitere ${form(leftOut, "wurde", "wurden")} ausgelassen: Nach der jetzigen Liste ${form(leftOut, "ist sie", "sind sie")} nicht New und ${form(leftOut, "hat", "haben")} darum keine Einladung anzunehmen. Nichts wurde gesendet.`,
    open: "Entwurf öffnen",
  },
  queue: {
    invite: (n) => `${people(n)} erneut einladen…`,
    hint: "Legt einen Entwurf mit genau diesen Personen an, so wie sie gelistet sind. Noch wird nichts gesendet.",
  },
};
