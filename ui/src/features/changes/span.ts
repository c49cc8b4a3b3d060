import { CHANGE_KINDS, type ChangesSearch } from "@/data/addresses";
import { SINCE_LAST_WEEK } from "@/data/changes";
import type { ChangeSpan, ChangesView, RefreshView } from "@/ipc";
import { changes as words } from "@/words/changes";
import { dateTime, stretch, weekday } from "@/words/format";

/** The two lists that the address names; without them, or where one is no longer kept, those since last week. */
export function spanOf({ from, to }: ChangesSearch, kept: RefreshView[]): ChangeSpan {
  const known = (number: number | undefined) => number === undefined || kept.some((one) => one.number === number);
  if (!known(from) || !known(to)) return SINCE_LAST_WEEK;
  if (from !== undefined && to !== undefined && from >= to) return SINCE_LAST_WEEK;
  return { from: from ?? null, to: to ?? null };
}

/** `Since Tuesday 17 November (8 days): 14 joined, 3 left.` */
export function sentenceOf({ from, to, counts }: ChangesView, newest: number): string {
  const short = new Date(to.at).getTime() - new Date(from.at).getTime() < 86_400_000;
  // Of two lists of a day the day says nothing.
  const when = short ? dateTime : weekday;
  const passed = stretch(from.at, to.at);
  const head =
    to.number === newest ? words.since(when(from.at), passed) : words.between(when(from.at), when(to.at), passed);
  const told = CHANGE_KINDS.flatMap((kind) => {
    const people = counts.find((one) => one.kind === kind)?.people ?? 0;
    return people > 0 ? [words.counted[kind](people)] : [];
  });
  return `${head} ${told.length > 0 ? told.join(", ") : words.nobody}.`;
}
