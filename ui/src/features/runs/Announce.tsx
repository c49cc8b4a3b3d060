import { useEffect, useRef, useState } from "react";
import type { RunView } from "@/ipc";
import { runs as words } from "@/words/en/runs";
import { figures } from "./outcome";

/** Seconds between two sentences to a screen reader: progress that can be listened to. */
const EVERY_MS = 15_000;

/** Says how far the run is: now and then while it moves, and at once when it stands differently. */
export function Announce({ run }: { run: RunView }) {
  const { invited, refused, checking, needsYou, toGo } = figures(run);
  const sentence = `${words.state[run.state]}. ${words.announce(invited, refused, checking + needsYou, toGo)}`;
  const [said, setSaid] = useState(sentence);
  const latest = useRef(sentence);
  latest.current = sentence;
  useEffect(() => {
    const timer = setInterval(() => setSaid(latest.current), EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another state is what has to be said at once
  useEffect(() => setSaid(latest.current), [run.state, run.active]);
  return (
    <p role="status" className="sr-only">
      {said}
    </p>
  );
}
