import { count, date, plural } from "./format";
import { said } from "./said";

const people = (n: number) => plural(n, "person", "people");
const rows = (n: number) => plural(n, "row", "rows");

/** What the review says where rows are put right. */
export const repair = said("repair", {
  cell: {
    changed: "changed",
    warning: "Worth a look:",
    keys: "Enter or F2 edits a cell, Delete empties it, the space bar tells about the row, Ctrl+Delete skips it.",
    rowName: (row: number) => `row ${count(row)}`,
  },

  group: {
    use: (value: string, n: number) => (n === 1 ? `Use ${value}` : `Use ${value} for all ${count(n)}`),
    choose: "Choose…",
    chooseAnother: "Choose another…",
    chooseForAll: "Choose for all rows…",
    chooseOf: (n: number) => `Choose from ${count(n)}…`,
    skip: (n: number) => (n === 1 ? "Skip this row" : `Skip ${rows(n)}`),
    skipThese: (n: number) => (n === 1 ? "Skip this row" : "Skip these rows"),
    show: (n: number) => (n === 1 ? "Show row" : "Show rows"),
    more: (message: string) => `More for: ${message}`,
  },

  choose: {
    role: "Choose a role",
    identityProvider: "Choose a way to sign in",
    organizations: "Choose an organization",
    other: "Choose one of these",
    field: { role: "Role", identityProvider: "Sign-in", organizations: "Organization", other: "Meant is" },
    remember: "Remember this for files to come",
    power: "This role gives power over others, so it is not remembered.",
    use: (name: string, n: number) => (n === 1 ? `Use ${name}` : `Use ${name} for ${rows(n)}`),
    without: (n: number) => (n === 1 ? "Use it" : `Use it for ${rows(n)}`),
    cancel: "Cancel",
    search: "Search organizations",
  },

  conflict: {
    people: (n: number) => people(n),
    roles: "One person, two different roles",
    asks: "One person, rows that contradict each other",
    hint: "Decide once for each person; nothing is sent for them until then.",
    review: (n: number) => `Review ${count(n)}…`,
    title: "Rows that contradict each other",
    text: "Choose for each person what all of their rows shall ask for. It can be undone.",
    first: (shown: number, all: number) =>
      `These are the first ${count(shown)} of ${people(all)}; the others follow once these are decided.`,
    keep: (row: number) => `Row ${count(row)}`,
    keepLabel: (email: string, row: number, asks: string) => `For ${email} keep row ${count(row)}: ${asks}`,
    noRole: "no role",
    power: "power over others",
    kept: (row: number, asks: string) => `Keeps row ${count(row)}: ${asks}`,
    left: (n: number) => (n === 0 ? "All are decided." : `${people(n)} to decide`),
    done: "Done",
  },

  sent: {
    title: "This draft was sent.",
    text: "The rows stand as they were then, and can’t be changed any more.",
    link: "See what became of them",
    openRun: "Open the run",
  },

  undo: {
    undo: "Undo",
    redo: "Redo",
    undoWhat: (what: string) => `Undo: ${what}`,
    redoWhat: (what: string) => `Redo: ${what}`,
    nothingToUndo: "Nothing to undo",
    nothingToRedo: "Nothing to redo",
    undone: (what: string) => `Undone: ${what}`,
    redone: (what: string) => `Done again: ${what}`,
  },

  find: {
    open: "Find and replace",
    find: "Find",
    with: "Replace with",
    field: "Look in",
    allFields: "All columns",
    matchCase: "Match case",
    wholeCell: "Whole cell",
    found: (cells: number, inRows: number) =>
      cells === 0 ? "Found nowhere" : `${plural(cells, "cell", "cells")} in ${rows(inRows)}`,
    at: (found: string, row: number) => `${found} · now in row ${count(row)}`,
    nothingAsked: "Type what to look for. Enter goes from one to the next.",
    looking: "Looking…",
    replaceAll: (n: number) => `Replace all ${count(n)}`,
    replaceNone: "Replace all",
    offNothing: "Nothing is found that could be replaced",
    replaced: (n: number) => `Replaced in ${plural(n, "cell", "cells")}`,
    close: "Close find and replace",
    scope: (group: string) => `Only rows in “${group}”`,
  },

  row: {
    skip: "Skip this row",
    take: "Take this row in",
    about: "Tell about this row",
    use: (value: string, found: string) => (found === "" ? `Use ${value}` : `Use ${value} for every “${found}”`),
    look: "Worth a look",
  },

  books: {
    attention: "Export rows that need attention…",
    attentionShort: "Export rows…",
    differing: (n: number) => `Export ${count(n)} to change in the portal…`,
    more: "More exports",
    saved: (name: string) => `Saved as “${name}”.`,
    template: "Get a template with this platform’s roles and organizations…",
  },

  drafts: {
    title: "Go on where you left off",
    typed: "People typed by hand",
    facts: (n: number, changes: number, when: string) =>
      [rows(n), changes === 0 ? "no changes" : plural(changes, "change", "changes"), when].join(" · "),
    goOn: "Go on",
    goOnWith: (name: string) => `Go on with ${name}`,
    discard: (name: string) => `Discard ${name}`,
  },

  paste: {
    open: "Paste a table…",
    title: "Paste a table",
    text: "Copy the rows in a spreadsheet, with their header if there is one, and paste them here. Nothing is sent yet.",
    field: "The table",
    check: "Check it",
    empty: "Paste something first",
    cancel: "Cancel",
    reading: "Reading what was pasted…",
  },

  remembered: {
    open: "What is remembered…",
    title: "What Rollcall remembers of files",
    text: "So that a file of the same shape, or a word that was explained once, need not be explained again. Roles with power over others are never remembered.",
    mappings: "Columns",
    answers: "Words",
    nothing: "Nothing yet. What columns and words meant is remembered as files are checked.",
    columns: (columns: string[]) => columns.join(" · "),
    column: (header: string, field: string) => `“${header}” is ${field}`,
    means: (found: string, means: string) => `“${found}” means ${means}`,
    used: (when: string) => `last used ${when}`,
    forget: "Forget",
    ask: {
      title: "Forget this?",
      text: "It can’t be brought back; the next file teaches it anew.",
      keep: "Keep it",
    },
    forgetWhat: (what: string) => `Forget ${what}`,
    close: "Close",
    since: (iso: string) => `Remembered from ${date(iso)}.`,
    sinceHint: "Change any; the rows are checked again at once.",
  },

  power: {
    title: (n: number, role: string) => `${n === 1 ? "1 person gets" : `${people(n)} get`} ${role}.`,
    text: "It gives power over others.",
    severalTitle: "Some get power over others.",
  },
} as const);
