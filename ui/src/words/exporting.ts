import type { Encoding, ExportFormat, Separator } from "@/ipc";
import { count, duration, form, plural } from "./format";
import { said } from "./said";

const people = (n: number) => plural(n, "person", "people");

/** Taking people out of Rollcall: into a file, onto the clipboard. */
export const exporting = said("exporting", {
  open: "Export",
  title: "Export people",
  what: {
    label: "Who",
    picked: (n: number) => `The ${people(n)} selected`,
    matching: (n: number) => `The ${people(n)} who ${form(n, "matches", "match")} the filters`,
    everyone: (n: number) => (n === 1 ? "The one person on the platform" : `All ${people(n)} on the platform`),
  },
  columns: {
    label: "Columns",
    visible: (n: number) => `The ${plural(n, "column", "columns")} shown, in this order`,
    all: "All columns, also those that are hidden",
  },
  format: {
    label: "Format",
    name: { xlsx: "Excel workbook", csv: "CSV", json: "JSON" } satisfies Record<ExportFormat, string>,
    note: {
      xlsx: "Dates are dates; the first row stays in sight and filters.",
      csv: "For every spreadsheet program.",
      json: "For programs.",
    } satisfies Record<ExportFormat, string>,
  },
  separator: {
    label: "Separator",
    name: { comma: "Comma", semicolon: "Semicolon", tab: "Tab" } satisfies Record<Separator, string>,
  },
  encoding: {
    label: "Encoding",
    name: {
      "utf8-bom": "UTF-8 for Excel",
      utf8: "UTF-8",
      "utf16-le": "UTF-16",
      windows1252: "Windows-1252",
    } satisfies Record<Encoding, string>,
    windowsNote: "Holds western European letters only. If somebody’s name needs others, nothing is written.",
  },
  cancel: "Cancel",
  start: (n: number) => `Export ${people(n)}…`,
  progress: {
    label: "Writing people",
    starting: "Waiting for a file name",
    written: (done: number, total: number) => `${count(done)} of ${people(total)} written`,
    left: (seconds: number) => `${duration(seconds)} left`,
    stop: "Stop",
  },
  nobody: "nobody is listed",
  saved: (name: string, rows: number) => `Saved as ${name}: ${people(rows)}.`,
  stopped: "The export was stopped. No file was left behind.",
  failed: "Nothing was exported",
  selection: {
    label: "Selected people",
    people: (n: number) => `${people(n)} selected`,
    copy: "Copy",
    copyHint: "Copy the selected cells with their headers",
    copied: (rows: number, columns: number) =>
      `Copied ${plural(rows, "row", "rows")} of ${plural(columns, "column", "columns")}.`,
    between: "The cells between that were not marked came along.",
    uneven: (rows: number, columns: number) =>
      `Copying takes along the cells between: ${plural(rows, "row", "rows")} of ${plural(columns, "column", "columns")}.`,
    copyFailed: "Nothing was copied",
    exportOf: (n: number) => `Export ${people(n)}…`,
    inviteOf: (n: number) => `Invite ${people(n)} again…`,
    exportSome: "Export…",
    invite: "Invite again…",
    inviteHint: "Makes a draft of those among them who have not accepted. Nothing is sent yet.",
    clear: "Clear",
  },
  again: {
    failed: "No draft was made",
    leftOut: (kept: number, leftOut: number) =>
      `The draft holds ${people(kept)}. ${plural(leftOut, "other was", "others were")} left out: by the current list they are not New, so they have no invitation to accept. Nothing was sent.`,
    open: "Open the draft",
  },
  queue: {
    invite: (n: number) => `Invite ${people(n)} again…`,
    hint: "Makes a draft of exactly these people, as they are listed. Nothing is sent yet.",
  },
});
