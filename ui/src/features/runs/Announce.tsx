import { useEffect, useRef, useState } from "react";
import type { RunView } from "@/ipc";
import { runs as words } from "@/words/runs";
import { figures } from "./outcome";

/** Milliseconds between two sentences to a screen reader while the run moves: progress that can be listened to. */
const EVERY_MS = 15_000;

/** The least of them when the run comes to stand differently: pauses may come and go within a second. */
const AT_LEAST_MS = 4_000;

/** Says how far the run is: now and then while it moves, soon when it stands differently, at once when it is over. */
export function Announce({ run }: { run: RunView }) {
  const { invited, refused, checking, needsYou, toGo } = figures(run);
  const sentence = `${words.state[run.state]}. ${words.announce(invited, refused, checking, needsYou, toGo)}`;
  const said = useSaid(sentence, `${run.state} ${run.active} ${needsYou > 0}`, run.state === "finished");
  return (
    <p role="status" className="sr-only">
      {said}
    </p>
  );
}

/** What of a sentence that changes all the time is said. Another `turn` is worth one soon; `last` is said at once. */
function useSaid(sentence: string, turn: string, last: boolean): string {
  const [said, setSaid] = useState(sentence);
  const latest = useRef(sentence);
  latest.current = sentence;
  const saidAt = useRef(Number.NEGATIVE_INFINITY);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another turn is what has to be said
  useEffect(() => {
    const say = () => {
      saidAt.current = Date.now();
      setSaid(latest.current);
    };
    const soon = last ? 0 : Math.max(0, saidAt.current + AT_LEAST_MS - Date.now());
    const first = setTimeout(say, soon);
    const timer = setInterval(say, EVERY_MS);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
    };
  }, [turn, last]);
  return said;
}
