/** Pages that are in sight, and the way they are gone through: 1 down, -1 up. */
export type Seen = { first: number; last: number; way: 1 | -1 };

/** How many pages are fetched before they come into sight. */
export const AHEAD = 2;

/** The pages to have: those in sight, then those that come next. `total` rows, where that is known. */
export function wantedPages({ first, last, way }: Seen, pageSize: number, total: number | undefined): number[] {
  const pages = Array.from({ length: last - first + 1 }, (_, step) => first + step);
  if (total === undefined) return pages;
  const end = Math.ceil(total / pageSize) - 1;
  for (let step = 1; step <= AHEAD; step += 1) {
    const page = way > 0 ? last + step : first - step;
    if (page >= 0 && page <= end) pages.push(page);
  }
  return pages;
}

/** Whether one goes on from those pages to these, and doesn't jump. */
export const isNear = (from: Seen, to: Omit<Seen, "way">): boolean =>
  to.first <= from.last + 1 && to.last >= from.first - 1;

/** The pages that were used last, most recent last, and those that are too many to keep. */
export function remembered(used: readonly number[], wanted: readonly number[], most: number) {
  const now = [...used.filter((page) => !wanted.includes(page)), ...wanted];
  const excess = Math.max(0, now.length - Math.max(most, wanted.length));
  return { used: now.slice(excess), forgotten: now.slice(0, excess) };
}
