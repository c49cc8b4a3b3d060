import type { RemovalStands, ReviewChange, ReviewCounts, ReviewDecision, ReviewRow } from "@/ipc";
import type { Tone } from "@/kit/Badge";
import { reviews as words } from "@/words/reviews";

/** The colour of a decision's word. */
export const DECISION_TONE: Record<ReviewDecision, Tone> = { keep: "ok", remove: "bad", ask: "warn" };

/** The colour of what became of a removal. */
export const STANDS_TONE: Record<RemovalStands, Tone> = {
  gone: "ok",
  blocked: "ok",
  partly: "warn",
  "still-there": "bad",
  "another-account": "warn",
};

/** A person's name, or the address where no name is known. */
export const nameOf = (row: { name: string; email: string }): string => row.name || row.email;

/** Whether the review can decide on somebody: not on who came after its start. */
export const canDecide = (row: ReviewRow): boolean => !row.flags.includes("appeared");

/** People of whom something is decided. */
export const decidedOf = ({ people, undecided }: ReviewCounts): number => people - undecided;

/** `Roles: Customer → Distributor Admin`. */
export const changeSaid = ({ what, before, after }: ReviewChange): string =>
  words.people.changed(what, namesOf(before), namesOf(after));

/** Names one after the other; a word where there are none. */
export const namesOf = (names: string[]): string => (names.length > 0 ? names.join(", ") : words.people.nothing);

/** What is to be known of a row, a few words each: that it gives power, its flags, what changed, whom it was given to. */
export function toKnow(row: ReviewRow): string[] {
  const flags = row.flags.map((flag) =>
    flag === "changed" && row.changes.length > 0 ? row.changes.map(changeSaid).join(" · ") : words.people.flag[flag],
  );
  return [
    ...(row.privileged.length > 0 ? [words.people.filters.privileged] : []),
    ...flags,
    ...(row.handedTo === null ? [] : [words.people.with(row.handedTo)]),
  ];
}

/** `57 keep, 3 remove`; what nobody stands for is left out. */
export function outcomeSaid(counts: ReviewCounts): string {
  const parts = (["keep", "remove", "ask", "undecided"] as const).filter((part) => counts[part] > 0);
  return parts.map((part) => words.outcome[part](counts[part])).join(", ");
}
