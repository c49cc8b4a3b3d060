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
    mutate: (file: FileOffer, options: { onSettled: () => void }) => void;
    error: Error | null;
    variables: FileOffer | null | undefined;
    reset: () => void;
  };
};

/** What the window says about a dropped file: exactly one of these. */
export type Drop =
  | { state: "none" }
  /** A file hovers; `kept` is one that was dropped before and still waits. */
  | { state: "over"; kept: FileOffer | null }
  /** No platform was open when the file came; it is offered once one is. */
  | { state: "waits"; file: FileOffer }
  | { state: "reading"; file: FileOffer }
  | { state: "refused"; sentence: string };

/** What moves it. */
export type DropStep =
  | { kind: "event"; event: AppEvent; canCheck: boolean }
  | { kind: "check" }
  | { kind: "done" }
  | { kind: "leave" };

/** All moves in one place. A file being read is not disturbed by the next one hovering. */
export function moveDrop(drop: Drop, step: DropStep): Drop {
  switch (step.kind) {
    case "event":
      return hear(drop, step.event, step.canCheck);
    case "check":
      return drop.state === "waits" ? { state: "reading", file: drop.file } : drop;
    case "done":
      return drop.state === "reading" ? { state: "none" } : drop;
    case "leave":
      return { state: "none" };
  }
}

function hear(drop: Drop, event: AppEvent, canCheck: boolean): Drop {
  if (drop.state === "reading") return drop;
  switch (event.kind) {
    case "file-hover":
      if (event.data) return { state: "over", kept: keptIn(drop) };
      return drop.state === "over" ? rest(drop.kept) : drop;
    case "file-dropped":
      return canCheck ? { state: "reading", file: event.data } : { state: "waits", file: event.data };
    case "drop-refused":
      return { state: "refused", sentence: event.data };
    default:
      return drop;
  }
}

function keptIn(drop: Drop): FileOffer | null {
  if (drop.state === "waits") return drop.file;
  return drop.state === "over" ? drop.kept : null;
}

function rest(kept: FileOffer | null): Drop {
  return kept ? { state: "waits", file: kept } : { state: "none" };
}
