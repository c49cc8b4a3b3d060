import type { ReviewCounts, ReviewDecision } from "@/ipc";
import { ProgressBar } from "@/kit/ProgressBar";
import { DECISION_TONE } from "./said";

const ORDER: readonly ReviewDecision[] = ["keep", "remove", "ask"];

/** How far a review is, by what was decided. The rest of the bar is undecided. */
export function ReviewBar({ label, counts, thin }: { label: string; counts: ReviewCounts; thin?: boolean }) {
  return (
    <ProgressBar
      label={label}
      segments={ORDER.map((one) => ({ tone: DECISION_TONE[one], value: counts[one] }))}
      total={Math.max(counts.people, 1)}
      thin={thin ?? false}
    />
  );
}
