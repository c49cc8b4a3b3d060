import type { RunView } from "@/ipc";
import { ProgressBar } from "@/kit/ProgressBar";
import { runs as words } from "@/words/runs";
import { OUTCOME_TONE, type Outcome, tally } from "./outcome";

/** Left to right: what went well, what did not, what is not clear, what a person settled. */
const SEGMENTS: readonly Outcome[] = ["invited", "refused", "checking", "needs-you", "settled"];

/** How far a run is, by outcome. The rest of the bar is still to go. */
export function OutcomeBar({ run, thin }: { run: RunView; thin?: boolean }) {
  const sums = tally(run.counts);
  return (
    <ProgressBar
      label={words.list.progress(run.title)}
      segments={SEGMENTS.map((outcome) => ({ tone: OUTCOME_TONE[outcome], value: sums[outcome] }))}
      total={Math.max(run.people, 1)}
      thin={thin ?? false}
    />
  );
}
