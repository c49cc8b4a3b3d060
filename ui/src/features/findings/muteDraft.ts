import { day, yearsAfter } from "@/data/days";
import type { Mute } from "@/data/findings";

/** What was typed into the question before a finding is muted. */
export type MuteDraft = { reason: string; until: string; by: string };

/** How far ahead a mute may end. */
const MOST_YEARS = 2;

/** What is said by it, if it makes sense, and what does not. `today` is a day in UTC. */
export function checkedMute(draft: MuteDraft, today: string) {
  const reason = draft.reason.trim();
  const until = day(draft.until, "last");
  const wrong = {
    reason: reason === "",
    until: until === undefined || until < today || until > yearsAfter(today, MOST_YEARS),
  };
  const said: Omit<Mute, "rule"> | null =
    wrong.reason || wrong.until || until === undefined ? null : { reason, until, by: draft.by.trim() || null };
  return { said, wrong };
}
