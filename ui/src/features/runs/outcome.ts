import type { RowState, RowStateCount, RunView } from "@/ipc";
import type { Tone } from "@/kit/Badge";

/** What became of a row, in the person's words. */
export type Outcome =
  | "invited"
  | "refused"
  | "checking"
  | "needs-you"
  | "to-go"
  | "sending"
  | "not-sent"
  | "there"
  | "part"
  | "settled";

/** Every state has an outcome; a new state does not compile without one. */
export const OUTCOME: Record<RowState, Outcome> = {
  rejected: "not-sent",
  duplicate: "part",
  folded: "part",
  conflict: "not-sent",
  "already-present": "there",
  ready: "to-go",
  cancelled: "not-sent",
  "in-flight": "sending",
  confirmed: "invited",
  "confirmed-by-list": "invited",
  refused: "refused",
  unknown: "checking",
  "needs-review": "needs-you",
  resolved: "settled",
};

/** Every outcome has a tone. */
export const OUTCOME_TONE: Record<Outcome, Tone> = {
  invited: "ok",
  refused: "bad",
  checking: "warn",
  "needs-you": "warn",
  "to-go": "muted",
  sending: "new",
  "not-sent": "muted",
  there: "muted",
  part: "muted",
  settled: "muted",
};

/** The filter chips from left to right. */
export const OUTCOME_ORDER: readonly Outcome[] = [
  "needs-you",
  "invited",
  "refused",
  "checking",
  "sending",
  "to-go",
  "settled",
  "not-sent",
  "there",
  "part",
];

/** The states that a chip stands for. */
export function statesOf(outcome: Outcome): RowState[] {
  return (Object.keys(OUTCOME) as RowState[]).filter((state) => OUTCOME[state] === outcome);
}

/** Reads an outcome out of an address; absent means all rows. */
export function readOutcome(value: unknown): Outcome | undefined {
  return OUTCOME_ORDER.find((outcome) => outcome === value);
}

/** What the address of a run says. */
export type RunSearch = { rows?: Outcome | undefined; row?: number | undefined };

/** Takes what it understands; an address typed by hand never fails. */
export function runSearch(raw: { rows?: unknown; row?: unknown }): RunSearch {
  const row = typeof raw.row === "number" && Number.isSafeInteger(raw.row) && raw.row > 0 ? raw.row : undefined;
  return { rows: readOutcome(raw.rows), row };
}

/** Rows by outcome; outcomes that do not occur are 0. */
export type Tally = Record<Outcome, number>;

/** Adds up the states of a run. */
export function tally(counts: readonly RowStateCount[]): Tally {
  const sums = Object.fromEntries(OUTCOME_ORDER.map((outcome) => [outcome, 0])) as Tally;
  for (const { state, rows } of counts) sums[OUTCOME[state]] += rows;
  return sums;
}

/** The five figures. `toGo` counts what is on its way too: it has no outcome yet. */
export type Figures = { invited: number; refused: number; checking: number; needsYou: number; toGo: number };

/** What the head of a run says. */
export function figures(run: RunView): Figures {
  const sums = tally(run.counts);
  return {
    invited: sums.invited,
    refused: sums.refused,
    checking: sums.checking,
    needsYou: sums["needs-you"],
    toGo: sums["to-go"] + sums.sending,
  };
}

/** What a run asks of the person who looks at it: exactly one of these. */
export type Standing =
  | { kind: "sending" }
  | { kind: "waits-for-time"; until: string; reason: string }
  | { kind: "waits-for-you"; reason: string; toGo: number }
  | { kind: "interrupted"; toGo: number }
  | { kind: "stopped"; because: string | null; toGo: number; unclear: number }
  | { kind: "finished"; clean: boolean; waiting: boolean };

/** How a run stands. A run that is "running" and not here was cut off, or another process sends it. */
export function standing(run: RunView): Standing {
  const { refused, checking, needsYou, toGo } = figures(run);
  switch (run.state) {
    case "finished":
      return { kind: "finished", clean: refused + needsYou === 0, waiting: needsYou > 0 };
    case "stopped":
      return { kind: "stopped", because: run.stoppedBecause, toGo, unclear: checking };
    case "paused":
      if (run.pause?.until && run.active) {
        return { kind: "waits-for-time", until: run.pause.until, reason: run.pause.reason };
      }
      return run.pause?.until
        ? { kind: "interrupted", toGo }
        : { kind: "waits-for-you", reason: run.pause?.reason ?? "", toGo };
    case "running":
      return run.active ? { kind: "sending" } : { kind: "interrupted", toGo };
  }
}

/** Whether a run was left with something to send or to look up, and nobody is at it. */
export function isLeft(run: RunView): boolean {
  const { checking, toGo } = figures(run);
  const { kind } = standing(run);
  return !run.active && (kind === "stopped" || kind === "waits-for-you") && checking + toGo > 0;
}

/** Whether a run is over. */
export function isOver(run: RunView): boolean {
  return run.state === "finished";
}
