import type { RunState } from "@/ipc";
import { count, form, plural } from "../format";
import type { runs as english } from "../runs";
import { people, rows } from "./counted";

const outcome: typeof english.outcome = {
  invited: "Eingeladen",
  refused: "Abgelehnt",
  checking: "In Prüfung",
  "needs-you": "Braucht Sie",
  "to-go": "Noch offen",
  sending: "Unterwegs",
  "not-sent": "Nicht gesendet",
  there: "Schon da",
  part: "Teil einer anderen Zeile",
  settled: "Von Hand entschieden",
};

const state: Record<RunState, string> = {
  running: "Wird gesendet",
  paused: "Wartet",
  stopped: "Angehalten",
  finished: "Beendet",
};

const needsYou = (n: number) => plural(n, "braucht Sie", "brauchen Sie");

/** `3 werden um 14:09 Uhr nachgeschlagen`. */
const lookedUp = (n: number, at: string) => `${plural(n, "wird", "werden")} um ${at} Uhr nachgeschlagen`;

export const runs: typeof english = {
  title: "Läufe",
  outcome,
  state,
  interruptedState: "Unterbrochen",
  partOf: (row) => `Teil von Zeile ${row}`,
  sameAs: (row) => `Gleich wie Zeile ${row}`,

  list: {
    count: (n) => plural(n, "Lauf", "Läufe"),
    unfinished: "Nicht beendet",
    finished: "Beendet",
    by: (when, who) => `${when} von ${who}`,
    goOn: "Fortsetzen",
    goOnWith: (title) => `${title} fortsetzen`,
    needsYou,
    invited: (n) => `${count(n)} eingeladen`,
    refused: (n) => `${count(n)} abgelehnt`,
    checking: (n) => `${count(n)} in Prüfung`,
    toGo: (n) => `${count(n)} noch offen`,
    settled: (n) => `${count(n)} von Hand entschieden`,
    nobody: "niemand eingeladen",
    emptyTitle: "Noch keine Läufe",
    emptyText:
      "Jedes Mal, wenn Personen eingeladen werden, bleibt der Lauf hier stehen: wer eingeladen wurde, wer nicht, und warum.",
    emptyDo: "Personen einladen",
    copyTitle: "Namen kopieren",
    progress: (title) => `Wie weit „${title}“ ist`,
  },

  head: {
    title: "Lauf",
    sub: (title, when, who) => `${title} · begonnen ${when} von ${who} auf diesem Computer`,
    stop: "Nach diesem Paket anhalten",
    stopHere: "Hier anhalten",
    stopping: "Hält nach diesem Paket an…",
    goOn: "Fortsetzen",
    callOff: "Rest streichen…",
    sendRest: (n) => `Rest senden, ${people(n)}`,
    all: "Alle Läufe",
  },

  figure: {
    invited: "eingeladen",
    refused: "abgelehnt",
    refusedBelow: "abgelehnt, Gründe unten",
    checking: "in Prüfung",
    needsYou: (n) => `in Prüfung; ${needsYou(n)}`,
    needYou: (n) => form(n, "braucht Sie", "brauchen Sie"),
    yourWord: "wartet auf Ihre Entscheidung",
    toGo: "noch offen",
    left: "Restzeit",
    leftUnknown: "Restzeit noch nicht bekannt",
    leftNone: "nichts unterwegs",
    lookedUp,
    leftLookedUp: (n, at) => `Restzeit; ${lookedUp(n, at)}`,
    done: "Fertig",
    allOutcomes: "jede Zeile hat ein Ergebnis",
    none: "–",
  },

  perMinute: (n) => `${people(n)} pro Minute`,

  banner: {
    waitsText: "Nichts ist verloren; der Lauf geht von selbst weiter.",
    waitsIn: (time) => `Geht in ${time} weiter.`,
    waitsNow: "Geht jetzt weiter.",
    unclear: (n) =>
      plural(
        n,
        "Person war in einem Aufruf, der ohne Antwort blieb: Sie wird nachgeschlagen, bevor etwas erneut gesendet wird.",
        "Personen waren in einem Aufruf, der ohne Antwort blieb: Sie werden nachgeschlagen, bevor etwas erneut gesendet wird.",
      ),
    yoursTitle: "Der Lauf wartet auf Sie.",
    yoursText: (n) => `${plural(n, "Person ist", "Personen sind")} noch offen.`,
    stoppedTitle: "Der Lauf wurde angehalten.",
    stoppedToGo: (n) => `An ${people(n)} wurde noch nicht gesendet. Nichts ist verloren.`,
    stoppedUnclear: (n) =>
      plural(
        n,
        "Person muss noch nachgeschlagen werden, bevor klar ist, ob die E-Mail hinausging.",
        "Personen müssen noch nachgeschlagen werden, bevor klar ist, ob die E-Mails hinausgingen.",
      ),
    interruptedTitle: "Der Lauf wird nicht aus diesem Fenster gesendet.",
    interruptedText:
      "Er wurde unterbrochen, oder ein anderes Fenster oder ein Befehl sendet ihn. Nichts ist verloren, und durch das Fortsetzen wird niemand doppelt eingeladen.",
    reviewTitle: (n) => plural(n, "Person braucht Ihre Entscheidung.", "Personen brauchen Ihre Entscheidung."),
    reviewText:
      "Der Aufruf erhielt keine eindeutige Antwort, und die Liste klärt es nicht. Bis Sie entscheiden, wird an sie nichts gesendet.",
    stoppingTitle: "Hält nach diesem Paket an.",
    stoppingText: "Was unterwegs ist, endet von selbst; Weiteres wird nicht begonnen.",
  },

  over: {
    clean: (n) =>
      n === 0 ? "Der Lauf ist beendet. Niemand wurde eingeladen." : `Der Lauf ist beendet. ${people(n)} eingeladen.`,
    refused: (n) => plural(n, "wurde abgelehnt; der Grund steht unten.", "wurden abgelehnt; die Gründe stehen unten."),
    none: "Niemand wurde abgelehnt.",
    leftOut: (n) => `${rows(n)} ${form(n, "wurde", "wurden")} nicht gesendet; die Gründe stehen unten.`,
    mail: "Der Link in jeder E-Mail funktioniert 7 Tage lang.",
    saveFailed: "Fehlschläge speichern…",
    saveAll: "Bericht speichern…",
    copy: "Kurzfassung kopieren",
    saved: (name) => `Gespeichert als ${name}.`,
    summary: (title, platform, when, counts) => `${title} an ${platform}, ${when}: ${counts}.`,
  },

  rows: {
    label: "Zeilen des Laufs",
    filter: "Zeilen filtern",
    all: "Alle",
    row: "Zeile",
    email: "E-Mail",
    result: "Ergebnis",
    detail: "Einzelheit",
    at: "Zeit",
    attempts: (n) => (n === 1 ? "einmal gesendet" : `${count(n)}-mal gesendet`),
    byList: "In der Personenliste gesehen",
    emptyTitle: "Keine Zeilen hier",
    emptyText: (label) => `Keine Zeile steht unter „${label}“.`,
    clear: "Alle Zeilen zeigen",
    help: "Eingabe zeigt, was mit einer Zeile geschah.",
    open: "Zeigen, was geschah",
  },

  row: {
    title: (row) => `Zeile ${row}`,
    carried: (row) => `Die Einladung steht in Zeile ${row}, und dort steht auch, was aus ihr wurde.`,
    show: (row) => `Zeile ${row} zeigen`,
  },

  callOff: {
    title: "Rest streichen?",
    text: (n) =>
      plural(
        n,
        "Person wird durch diesen Lauf nicht eingeladen.",
        "Personen werden durch diesen Lauf nicht eingeladen.",
      ),
    checked: (n) =>
      plural(
        n,
        "Person in Prüfung wird trotzdem nachgeschlagen, wenn der Lauf weitergeht, und eingeladen, falls nichts gesendet wurde.",
        "Personen in Prüfung werden trotzdem nachgeschlagen, wenn der Lauf weitergeht, und eingeladen, falls an sie nichts gesendet wurde.",
      ),
    forGood: "Dies lässt sich nicht rückgängig machen; in einem neuen Lauf können sie eingeladen werden.",
    keep: "Behalten",
    go: (n) => `${people(n)} streichen`,
  },

  review: {
    done: "Ging durch",
    send: "Erneut senden",
    drop: "So lassen",
    label: (email) => `Was mit ${email} geschehen soll`,
    sendTitle: "An diese Person erneut senden?",
    sendText: (email) =>
      `${email} erhält vielleicht eine zweite E-Mail: Der erste Aufruf erhielt keine eindeutige Antwort. E-Mails lassen sich nicht zurückrufen.`,
    sendDo: "Erneut senden",
    row: (row) => `Zeile ${row}`,
    knownOf: (email) => `Was mit ${email} geschah`,
    others: (n) => `${count(n)} weitere zeigen`,
    more: (n) => `Und ${count(n)} weitere: Sie erscheinen, während Sie über diese entscheiden.`,
    cancel: "Abbrechen",
  },

  bulk: {
    label: (n) => `Was mit allen ${count(n)} geschehen soll`,
    done: (n) => `Ging bei allen ${count(n)} durch…`,
    send: (n) => `An alle ${count(n)} erneut senden…`,
    drop: (n) => `Alle ${count(n)} so lassen…`,
    title: {
      done: (n) => `Ging es bei allen ${people(n)} durch?`,
      send: (n) => `An ${people(n)} erneut senden?`,
      drop: (n) => `Alle ${people(n)} so lassen?`,
    },
    text: {
      done: "Sie gelten auf Ihr Wort hin als eingeladen. An sie wird nichts gesendet, und dies lässt sich nicht rückgängig machen.",
      send: "Jede von ihnen erhält vielleicht eine zweite E-Mail: Der erste Aufruf erhielt keine eindeutige Antwort. E-Mails lassen sich nicht zurückrufen.",
      drop: "An sie wird nichts mehr gesendet, und ob der erste Aufruf sie eingeladen hat, bleibt offen. Dies lässt sich nicht rückgängig machen.",
    },
    go: {
      done: (n) => `Ging bei ${people(n)} durch`,
      send: (n) => `An ${people(n)} erneut senden`,
      drop: (n) => `${people(n)} so lassen`,
    },
    partly: (taken, not) =>
      `${rows(taken)} ${form(taken, "hat", "haben")} Ihre Antwort übernommen, ${rows(not)} nicht.`,
    notTaken: (row) => `Zeile ${row}:`,
    moreNotTaken: (n) => `Und ${plural(n, "weitere Zeile", "weitere Zeilen")}.`,
  },

  unknown: {
    title: "Diesen Lauf gibt es hier nicht",
    text: "Vielleicht gehört er zu einer anderen Plattform.",
  },

  announce: (invited, refused, checking, waiting, toGo) =>
    `${count(invited)} eingeladen, ${count(refused)} abgelehnt, ${count(checking)} in Prüfung, ${
      waiting > 0 ? `${needsYou(waiting)}, ` : ""
    }${count(toGo)} noch offen.`,
};
