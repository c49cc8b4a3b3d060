import type { RunView } from "@/ipc";
import { runs as words } from "@/words/runs";
import { tally } from "./outcome";

/** The counts in words, the ones that ask for something first. */
export function countsOf(run: RunView): string {
  const sums = tally(run.counts);
  const toGo = sums["to-go"] + sums.sending;
  const parts = [
    sums["needs-you"] > 0 ? words.list.needsYou(sums["needs-you"]) : null,
    sums.invited > 0 ? words.list.invited(sums.invited) : null,
    sums.refused > 0 ? words.list.refused(sums.refused) : null,
    sums.checking > 0 ? words.list.checking(sums.checking) : null,
    toGo > 0 ? words.list.toGo(toGo) : null,
    sums.settled > 0 ? words.list.settled(sums.settled) : null,
  ].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(", ") : words.list.nobody;
}
