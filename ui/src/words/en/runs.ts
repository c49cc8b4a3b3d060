import type { RunState } from "@/ipc";
import { count, plural } from "../format";

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
export const runs = {
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
    progress: (title: string) => `How far “${title}” is`,
  },

  head: {
    title: "Run",
    sub: (title: string, when: string, who: string) => `${title} · started ${when} by ${who} on this computer`,
    stop: "Stop after this batch",
    stopHere: "Stop here",
    stopping: "Stopping after this batch…",
    goOn: "Go on",
    sendRest: (n: number) => `Send the rest, ${people(n)}`,
    all: "All runs",
  },

  figure: {
    invited: "invited",
    refused: "refused",
    refusedBelow: "refused, reasons below",
    checking: "being checked",
    needsYou: (n: number) => `being checked; ${plural(n, "needs you", "need you")}`,
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
    more: (n: number) => `And ${count(n)} more: they come up as you settle these.`,
    cancel: "Cancel",
  },

  unknown: {
    title: "There is no such run here",
    text: "It may belong to another platform.",
  },

  announce: (invited: number, refused: number, checking: number, toGo: number) =>
    `${count(invited)} invited, ${count(refused)} refused, ${count(checking)} being checked, ${count(toGo)} to go.`,
} as const;
