import { useLayoutEffect, useRef } from "react";
import type { Place } from "./gridKeys";

/** How far from its old place a row is looked for. */
const NEAR = 400;

/** Where a row is now that was at `around` before, among those at hand; nothing if it is not there. */
export function findNear<Row>(
  getRow: (index: number) => Row | undefined,
  around: number,
  is: (row: Row) => boolean,
): number | null {
  for (let step = 0; step <= NEAR; step += 1) {
    for (const index of step === 0 ? [around] : [around - step, around + step]) {
      const row = index < 0 ? undefined : getRow(index);
      if (row !== undefined && is(row)) return index;
    }
  }
  return null;
}

type KeptPlaceOptions<Row> = {
  here: Place;
  getRow: (index: number) => Row | undefined;
  /** A name of the row that stays when rows come and go; without it the place stays, whatever row is there. */
  rowKey: ((row: Row) => string | number) | undefined;
  setRow: (index: number) => void;
};

/**
 * Keeps the active cell with its row when rows before it go or come. A row that is gone leaves its place to
 * the next one. Call the returned function when a person goes to another row: the cell stays with that one even
 * if others came or went before it is drawn. Without a row it forgets.
 */
export function useKeptPlace<Row>({ here, getRow, rowKey, setRow }: KeptPlaceOptions<Row>): (to?: number) => void {
  const kept = useRef<string | number | null>(null);
  // Not later: an effect that still waits would run between the move and its drawing, and undo it.
  useLayoutEffect(() => {
    const row = here.row < 0 ? undefined : getRow(here.row);
    if (!rowKey || row === undefined) return;
    const before = kept.current;
    kept.current = rowKey(row);
    if (before === null || before === kept.current) return;
    const found = findNear(getRow, here.row, (other) => rowKey(other) === before);
    if (found === null) return;
    kept.current = before;
    setRow(found);
  });
  return (to = -1) => {
    const row = to < 0 ? undefined : getRow(to);
    kept.current = rowKey && row !== undefined ? rowKey(row) : null;
  };
}
