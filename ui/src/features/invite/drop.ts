import type { AppEvent, FileOffer } from "@/ipc";

/** What becomes of a file that is dropped on the screen that is shown, and what is said of it. */
export type DropTarget = {
  /** It takes a file whether or not a platform is open. */
  anywhere?: boolean;
  words: {
    title: string;
    text: string;
    into: (platform: string) => string;
    reading: (name: string) => string;
    failedTitle: (name: string) => string;
  };
  open: {
    mutate: (file: FileOffer, options: { onSettled: (read: unknown, error: Error | null) => void }) => void;
  };
};

/** What the window says about a dropped file: exactly one of these. */
export type Drop =
  | { state: "none" }
  /** A file hovers; `kept` is one that was dropped before and still waits. */
  | { state: "over"; kept: FileOffer | null }
  /** No platform was open when the file came; it is offered once one is. */
  | { state: "waits"; file: FileOffer }
  /** One is read; whatever came meanwhile comes after it, in order. */
  | { state: "reading"; file: FileOffer; next: readonly Came[] }
  | { state: "refused"; sentence: string; next: readonly Came[] }
  /** It could not be read, which is said until a person has seen it. */
  | { state: "failed"; file: FileOffer; error: Error; next: readonly Came[] };

/** What came from outside: a file, one that still waits for a platform, or why none was taken. */
type Came = { file: FileOffer } | { waits: FileOffer } | { refused: string };

/** What moves it. */
export type DropStep =
  | { kind: "event"; event: AppEvent; canCheck: boolean }
  | { kind: "check" }
  | { kind: "done" }
  | { kind: "failed"; error: Error }
  | { kind: "leave" };

/** All moves in one place. A file being read is not disturbed by the next one, which is read after it. */
export function moveDrop(drop: Drop, step: DropStep): Drop {
  switch (step.kind) {
    case "event":
      return hear(drop, step.event, step.canCheck);
    case "check":
      return drop.state === "waits" ? { state: "reading", file: drop.file, next: [] } : drop;
    case "done":
      return drop.state === "reading" ? comeTo(drop.next) : drop;
    case "failed":
      return drop.state === "reading" ? { ...drop, state: "failed", error: step.error } : drop;
    case "leave":
      return "next" in drop ? comeTo(drop.next) : { state: "none" };
  }
}

function hear(drop: Drop, event: AppEvent, canCheck: boolean): Drop {
  if ("next" in drop) return heardMeanwhile(drop, event, canCheck);
  switch (event.kind) {
    case "file-hover":
      if (event.data) return { state: "over", kept: keptIn(drop) };
      return drop.state === "over" ? rest(drop.kept) : drop;
    case "file-dropped":
      return canCheck ? { state: "reading", file: event.data, next: [] } : { state: "waits", file: event.data };
    case "drop-refused":
      return { state: "refused", sentence: event.data, next: waitingIn(drop) };
    default:
      return drop;
  }
}

function heardMeanwhile(drop: Extract<Drop, { next: readonly Came[] }>, event: AppEvent, canCheck: boolean): Drop {
  switch (event.kind) {
    case "file-dropped":
      return { ...drop, next: [...drop.next, canCheck ? { file: event.data } : { waits: event.data }] };
    case "drop-refused":
      return { ...drop, next: [...drop.next, { refused: event.data }] };
    default:
      return drop;
  }
}

function comeTo([first, ...next]: readonly Came[]): Drop {
  if (first === undefined) return { state: "none" };
  if ("waits" in first) return next.length > 0 ? comeTo(next) : { state: "waits", file: first.waits };
  return "file" in first
    ? { state: "reading", file: first.file, next }
    : { state: "refused", sentence: first.refused, next };
}

function waitingIn(drop: Drop): readonly Came[] {
  const waits = keptIn(drop);
  return waits ? [{ waits }] : [];
}

function keptIn(drop: Drop): FileOffer | null {
  if (drop.state === "waits") return drop.file;
  return drop.state === "over" ? drop.kept : null;
}

function rest(kept: FileOffer | null): Drop {
  return kept ? { state: "waits", file: kept } : { state: "none" };
}
