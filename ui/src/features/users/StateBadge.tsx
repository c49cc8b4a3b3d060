import type { UserRow } from "@/ipc";
import { Badge } from "@/kit/Badge";
import { people } from "@/words/people";
import { stateTone } from "./states";

/** A person's state; for those who were invited, how their invitation stands. */
export function StateBadge({ user }: { user: Pick<UserRow, "state" | "invitation"> }) {
  const { state, invitation } = user;
  if (!invitation) return <Badge tone={stateTone(state)}>{state}</Badge>;
  const { lapsed, days } = invitation;
  if (lapsed) {
    return <Badge tone="warn">{days === 0 ? people.state.lapsedToday(state) : people.state.lapsed(state, days)}</Badge>;
  }
  return <Badge tone="new">{days === 0 ? people.state.lastDay(state) : people.state.left(state, days)}</Badge>;
}
