import type { RunState } from "@/ipc";
import { count, plural } from "./format";
import { said } from "./said";

const people = (n: number) => plural(n, "person", "people");

const outcome = {
  invited: "Invited",
  refused: "Refused",
  checking: "Being checked",
  "needs-you": "Needs you",
  "to-go": "To go",
  sending: "On its way",
  "not-sent": "Not sent",
  there: "Already there",
  part: "Part of another row",
  settled: "Settled by a person",
} as const;

const state: Record<RunState, string> = {
  running: "Sending",
  paused: "Waiting",
  stopped: "Stopped",
  finished: "Finished",
};

/** Everything that the Runs screens say. */
export const runs = said("runs", {
  title: "Runs",
  outcome,
  state,
  interruptedState: "Interrupted",
  partOf: (row: number) => `Part of row ${row}`,
  sameAs: (row: number) => `Same as row ${row}`,

  list: {
    count: (n: number) => plural(n, "run", "runs"),
    unfinished: "Not finished",
    finished: "Finished",
    by: (when: string, who: string) => `${when} by ${who}`,
    goOn: "Go on",
    goOnWith: (title: string) => `Go on with ${title}`,
    needsYou: (n: number) => plural(n, "needs you", "need you"),
    invited: (n: number) => `${count(n)} invited`,
    refused: (n: number) => `${count(n)} refused`,
    checking: (n: number) => `${count(n)} being checked`,
    toGo: (n: number) => `${count(n)} to go`,
    settled: (n: number) => `${count(n)} settled by a person`,
    nobody: "nobody invited",
    emptyTitle: "No runs yet",
    emptyText: "Every time people are invited, the run is kept here: who was invited, who was not, and why.",
    emptyDo: "Invite people",
    copyTitle: "Copy its name",
    progress: (title: string) => `How far “${title}” is`,
  },

  head: {
    title: "Run",
    sub: (title: string, when: string, who: string) => `${title} · started ${when} by ${who} on this computer`,
    stop: "Stop after this batch",
    stopHere: "Stop here",
    stopping: "Stopping after this batch…",
    goOn: "Go on",
    callOff: "Call off the rest…",
    sendRest: (n: number) => `Send the rest, ${people(n)}`,
    all: "All runs",
  },

  figure: {
    invited: "invited",
    refused: "refused",
    refusedBelow: "refused, reasons below",
    checking: "being checked",
    needsYou: (n: number) => `being checked; ${plural(n, "needs you", "need you")}`,
    needYou: (n: number) => (n === 1 ? "needs you" : "need you"),
    yourWord: "waits for your word",
    toGo: "to go",
    left: "left",
    leftUnknown: "time left not known yet",
    leftNone: "nothing under way",
    lookedUp: (n: number, at: string) => `${count(n)} looked up at ${at}`,
    leftLookedUp: (n: number, at: string) => `left; ${count(n)} looked up at ${at}`,
    done: "Done",
    allOutcomes: "every row has an outcome",
    none: "–",
  },

  perMinute: (n: number) => `${people(n)} a minute`,

  banner: {
    waitsText: "Nothing is lost; the run goes on by itself.",
    waitsIn: (time: string) => `Goes on in ${time}.`,
    waitsNow: "Goes on now.",
    unclear: (n: number) =>
      plural(
        n,
        "person was in a call that got no answer: they are looked up before anything is sent again.",
        "people were in a call that got no answer: they are looked up before anything is sent again.",
      ),
    yoursTitle: "The run waits for you.",
    yoursText: (n: number) => `${plural(n, "person is", "people are")} still to go.`,
    stoppedTitle: "The run was stopped.",
    stoppedToGo: (n: number) =>
      plural(n, "person was not sent to. Nothing is lost.", "people were not sent to. Nothing is lost."),
    stoppedUnclear: (n: number) =>
      plural(
        n,
        "person still has to be looked up before it is clear whether the mail went out.",
        "people still have to be looked up before it is clear whether the mails went out.",
      ),
    interruptedTitle: "The run is not being sent from this window.",
    interruptedText:
      "It was cut off, or another window or command is sending it. Nothing is lost, and nobody is invited twice by going on.",
    reviewTitle: (n: number) => plural(n, "person needs your word.", "people need your word."),
    reviewText: "The call got no clear answer and the list does not settle it. Nothing is sent to them until you say.",
    stoppingTitle: "Stopping after this batch.",
    stoppingText: "What is under way ends by itself; nothing more is started.",
  },

  over: {
    clean: (n: number) =>
      n === 0 ? "The run is finished. Nobody was invited." : `The run is finished. ${people(n)} invited.`,
    refused: (n: number) => plural(n, "was refused; the reason is below.", "were refused; the reasons are below."),
    none: "Nobody was refused.",
    leftOut: (n: number) => `${plural(n, "row was", "rows were")} not sent; the reasons are below.`,
    mail: "The link in each mail works for 7 days.",
    saveFailed: "Save what failed…",
    saveAll: "Save the report…",
    copy: "Copy summary",
    saved: (name: string) => `Saved as ${name}.`,
    summary: (title: string, platform: string, when: string, counts: string) =>
      `${title} to ${platform}, ${when}: ${counts}.`,
  },

  rows: {
    label: "Rows of the run",
    filter: "Filter rows",
    all: "All",
    row: "Row",
    email: "E-mail",
    result: "Result",
    detail: "Detail",
    at: "At",
    attempts: (n: number) => (n === 1 ? "sent once" : `sent ${count(n)} times`),
    byList: "Seen on the list of people",
    emptyTitle: "No rows here",
    emptyText: (label: string) => `No row is “${label}”.`,
    clear: "Show all rows",
    help: "Enter shows what happened to a row.",
    open: "Show what happened",
  },

  row: {
    title: (row: number) => `Row ${row}`,
    carried: (row: number) => `Its invitation is in row ${row}, and so is what became of it.`,
    show: (row: number) => `Show row ${row}`,
  },

  callOff: {
    title: "Call off the rest?",
    text: (n: number) =>
      plural(n, "person will not be invited by this run.", "people will not be invited by this run."),
    checked: (n: number) =>
      plural(
        n,
        "person being checked is still looked up when the run goes on, and invited if nothing was sent.",
        "people being checked are still looked up when the run goes on, and invited if nothing was sent to them.",
      ),
    forGood: "This can’t be taken back; they can be invited in a new run.",
    keep: "Keep them",
    go: (n: number) => `Call off ${people(n)}`,
  },

  review: {
    done: "It went through",
    send: "Send again",
    drop: "Leave it",
    label: (email: string) => `What to do about ${email}`,
    sendTitle: "Send to this person again?",
    sendText: (email: string) =>
      `${email} may get a second mail: the first call got no clear answer. Mails can’t be called back.`,
    sendDo: "Send again",
    row: (row: number) => `row ${row}`,
    knownOf: (email: string) => `What happened to ${email}`,
    others: (n: number) => `Show ${count(n)} more`,
    more: (n: number) => `And ${count(n)} more: they come up as you settle these.`,
    cancel: "Cancel",
  },

  /** One answer for all who wait for the same reason. */
  bulk: {
    label: (n: number) => `What to do about all ${count(n)}`,
    done: (n: number) => `It went through for all ${count(n)}…`,
    send: (n: number) => `Send again to all ${count(n)}…`,
    drop: (n: number) => `Leave all ${count(n)}…`,
    title: {
      done: (n: number) => `It went through for all ${people(n)}?`,
      send: (n: number) => `Send to ${people(n)} again?`,
      drop: (n: number) => `Leave all ${people(n)}?`,
    },
    text: {
      done: "They count as invited by your word. Nothing is sent to them, and this can’t be taken back.",
      send: "Each of them may get a second mail: the first call got no clear answer. Mails can’t be called back.",
      drop: "Nothing more is sent to them, and whether the first call invited them stays open. This can’t be taken back.",
    },
    go: {
      done: (n: number) => `It went through for ${people(n)}`,
      send: (n: number) => `Send again to ${people(n)}`,
      drop: (n: number) => `Leave ${people(n)}`,
    },
    partly: (taken: number, not: number) =>
      `${plural(taken, "row", "rows")} took your answer, ${plural(not, "row", "rows")} did not.`,
    notTaken: (row: number) => `Row ${row}:`,
    moreNotTaken: (n: number) => `And ${plural(n, "more row", "more rows")}.`,
  },

  unknown: {
    title: "There is no such run here",
    text: "It may belong to another platform.",
  },

  announce: (invited: number, refused: number, checking: number, needsYou: number, toGo: number) =>
    `${count(invited)} invited, ${count(refused)} refused, ${count(checking)} being checked, ${
      needsYou > 0 ? `${plural(needsYou, "needs you", "need you")}, ` : ""
    }${count(toGo)} to go.`,
} as const);
