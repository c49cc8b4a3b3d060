import { count, date, plural } from "../format";
import type { repair as english } from "../repair";
import { cells, people, rows } from "./counted";

export const repair: typeof english = {
  cell: {
    changed: "geändert",
    warning: "Einen Blick wert:",
    keys: "Eingabe oder F2 bearbeitet eine Zelle, Entf leert sie, die Leertaste sagt mehr zur Zeile, Strg+Entf lässt sie aus.",
    rowName: (row) => `Zeile ${count(row)}`,
  },

  group: {
    use: (value, n) => (n === 1 ? `${value} verwenden` : `${value} für alle ${count(n)} verwenden`),
    choose: "Wählen…",
    chooseAnother: "Anderes wählen…",
    chooseForAll: "Für alle Zeilen wählen…",
    chooseOf: (n) => `Aus ${count(n)} wählen…`,
    skip: (n) => (n === 1 ? "Zeile auslassen" : `${rows(n)} auslassen`),
    skipThese: (n) => (n === 1 ? "Zeile auslassen" : "Zeilen auslassen"),
    show: (n) => (n === 1 ? "Zeile zeigen" : "Zeilen zeigen"),
    more: (message) => `Mehr zu: ${message}`,
  },

  choose: {
    role: "Rolle wählen",
    identityProvider: "Anmeldung wählen",
    organizations: "Organisation wählen",
    other: "Eines davon wählen",
    field: { role: "Rolle", identityProvider: "Anmeldung", organizations: "Organisation", other: "Gemeint ist" },
    remember: "Für künftige Dateien merken",
    power: "Diese Rolle gibt Befugnisse über andere, darum merkt Rollcall sie sich nicht.",
    use: (name, n) => (n === 1 ? `${name} verwenden` : `${name} für ${rows(n)} verwenden`),
    without: (n) => (n === 1 ? "Verwenden" : `Für ${rows(n)} verwenden`),
    cancel: "Abbrechen",
    search: "Organisationen suchen",
  },

  conflict: {
    people,
    roles: "Eine Person, zwei verschiedene Rollen",
    asks: "Eine Person, Zeilen mit Widersprüchen",
    hint: "Entscheiden Sie einmal für jede Person; bis dahin wird für sie nichts gesendet.",
    review: (n) => `${count(n)} ansehen…`,
    title: "Zeilen, die sich widersprechen",
    text: "Wählen Sie für jede Person, was alle ihre Zeilen verlangen sollen. Es lässt sich rückgängig machen.",
    first: (shown, all) =>
      `Dies sind die ersten ${count(shown)} von ${people(all)}; die übrigen folgen, sobald diese entschieden sind.`,
    keep: (row) => `Zeile ${count(row)}`,
    keepLabel: (email, row, asks) => `Für ${email} Zeile ${count(row)} behalten: ${asks}`,
    noRole: "ohne Rolle",
    power: "Befugnisse über andere",
    kept: (row, asks) => `Behält Zeile ${count(row)}: ${asks}`,
    left: (n) => (n === 0 ? "Alle sind entschieden." : `Noch ${people(n)} zu entscheiden`),
    done: "Fertig",
  },

  sent: {
    title: "Dieser Entwurf wurde gesendet.",
    text: "Die Zeilen stehen, wie sie damals waren, und lassen sich nicht mehr ändern.",
    link: "Sehen, was daraus wurde",
    openRun: "Lauf öffnen",
  },

  undo: {
    undo: "Rückgängig",
    redo: "Wiederholen",
    undoWhat: (what) => `Rückgängig machen: ${what}`,
    redoWhat: (what) => `Wiederholen: ${what}`,
    nothingToUndo: "Nichts rückgängig zu machen",
    nothingToRedo: "Nichts zu wiederholen",
    undone: (what) => `Rückgängig gemacht: ${what}`,
    redone: (what) => `Wiederholt: ${what}`,
  },

  find: {
    open: "Suchen und ersetzen",
    find: "Suchen",
    with: "Ersetzen durch",
    field: "Suchen in",
    allFields: "Alle Spalten",
    matchCase: "Groß/klein beachten",
    wholeCell: "Ganze Zelle",
    found: (n, inRows) => (n === 0 ? "Nirgends gefunden" : `${cells(n)} in ${rows(inRows)}`),
    at: (found, row) => `${found} · jetzt in Zeile ${count(row)}`,
    nothingAsked: "Tippen Sie ein, wonach gesucht wird. Eingabe geht zum nächsten Fund.",
    looking: "Wird gesucht…",
    replaceAll: (n) => `Alle ${count(n)} ersetzen`,
    replaceNone: "Alle ersetzen",
    offNothing: "Es wurde nichts gefunden, was sich ersetzen ließe",
    replaced: (n) => `In ${cells(n)} ersetzt`,
    close: "Suchen und ersetzen schließen",
    scope: (group) => `Nur Zeilen unter „${group}“`,
  },

  row: {
    skip: "Diese Zeile auslassen",
    take: "Diese Zeile aufnehmen",
    about: "Mehr zu dieser Zeile",
    use: (value, found) => (found === "" ? `${value} verwenden` : `${value} für jedes „${found}“ verwenden`),
    look: "Einen Blick wert",
  },

  books: {
    attention: "Zeilen exportieren, die zu beachten sind…",
    attentionShort: "Zeilen exportieren…",
    differing: (n) => `${count(n)} zum Ändern im Portal exportieren…`,
    more: "Weitere Exporte",
    saved: (name) => `Gespeichert als „${name}“.`,
    template: "Vorlage mit den Rollen und Organisationen dieser Plattform speichern…",
  },

  drafts: {
    title: "Weitermachen, wo Sie aufgehört haben",
    typed: "Von Hand eingetippte Personen",
    facts: (n, changes, when) =>
      [rows(n), changes === 0 ? "keine Änderungen" : plural(changes, "Änderung", "Änderungen"), when].join(" · "),
    goOn: "Weiter",
    goOnWith: (name) => `Weiter mit ${name}`,
    discard: (name) => `${name} verwerfen`,
  },

  paste: {
    open: "Tabelle einfügen…",
    title: "Tabelle einfügen",
    text: "Kopieren Sie die Zeilen in einem Tabellenprogramm, mit ihrer Kopfzeile, falls es eine gibt, und fügen Sie sie hier ein. Noch wird nichts gesendet.",
    field: "Die Tabelle",
    check: "Prüfen",
    empty: "Fügen Sie zuerst etwas ein",
    cancel: "Abbrechen",
    reading: "Das Eingefügte wird gelesen…",
  },

  remembered: {
    open: "Was Rollcall sich merkt…",
    title: "Was Rollcall sich aus Dateien merkt",
    text: "Damit eine gleich aufgebaute Datei oder ein schon erklärtes Wort nicht noch einmal erklärt werden muss. Rollen mit Befugnissen über andere merkt sich Rollcall nie.",
    mappings: "Spalten",
    answers: "Wörter",
    nothing: "Noch nichts. Was Spalten und Wörter bedeuten, merkt sich Rollcall, wenn Dateien geprüft werden.",
    columns: (columns) => columns.join(" · "),
    column: (header, field) => `„${header}“ ist ${field}`,
    means: (found, means) => `„${found}“ bedeutet ${means}`,
    used: (when) => `zuletzt verwendet ${when}`,
    forget: "Vergessen",
    ask: {
      title: "Das vergessen?",
      text: "Es lässt sich nicht zurückholen; aus der nächsten Datei lernt Rollcall es neu.",
      keep: "Behalten",
    },
    forgetWhat: (what) => `${what} vergessen`,
    close: "Schließen",
    since: (iso) => `Gemerkt am ${date(iso)}.`,
    sinceHint: "Ändern Sie, was nicht stimmt; die Zeilen werden sofort neu geprüft.",
  },

  power: {
    title: (n, role) => `${people(n)} ${n === 1 ? "erhält" : "erhalten"} ${role}.`,
    text: "Das gibt Befugnisse über andere.",
    severalTitle: "Einige erhalten Befugnisse über andere.",
  },
};
