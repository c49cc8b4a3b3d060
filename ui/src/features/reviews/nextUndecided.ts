import type { ReviewRow } from "@/ipc";
import { canDecide } from "./said";

/** Where the next undecided person is, or the next row that has to be looked up first. */
export type Next = { row: number } | { unknown: number } | null;

/** What is at hand of the rows; null where there is no such row any more. */
export type RowAt = (index: number) => ReviewRow | null | undefined;

/**
 * The next undecided person after a row, from the top again after the last; the row itself comes last. `decided` are
 * those whose decision is on its way.
 */
export function nextUndecided(from: number, total: number, rowAt: RowAt, decided: ReadonlySet<string>): Next {
  for (let step = 1; step <= total; step += 1) {
    const index = (from + step) % total;
    const row = rowAt(index);
    if (row === undefined) return { unknown: index };
    if (row !== null && row.decision === null && canDecide(row) && !decided.has(row.userId)) return { row: index };
  }
  return null;
}
