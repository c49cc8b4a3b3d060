import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import { cellIdOf, cellIn, useGridName } from "./gridCells";
import type { Place } from "./gridKeys";
import { useKeptPlace } from "./useKeptPlace";

type GridPlaceOptions<Row> = {
  scroller: RefObject<HTMLDivElement | null>;
  rowCount: number;
  columnCount: number;
  getRow: (index: number) => Row | undefined;
  rowKey: ((row: Row) => string | number) | undefined;
  /** Another value means other rows: back to the top. */
  resetKey: string | undefined;
  /** Scrolls to a row that may not exist yet. */
  reveal: (row: number, where?: "near" | "top") => void;
  onMove: ((row: Row, index: number) => void) | undefined;
};

/** Which cell is the active one, and the ways to another. */
export function useGridPlace<Row>(options: GridPlaceOptions<Row>) {
  const { scroller, rowCount, columnCount, getRow, rowKey, resetKey, reveal, onMove } = options;
  const id = useGridName();
  const [place, setPlace] = useState<Place>({ row: 0, column: 0 });
  const here: Place = { row: Math.min(place.row, rowCount - 1), column: Math.min(place.column, columnCount - 1) };
  // Of two moves before the first is drawn, the second is compared with where the first ended.
  const latest = useRef(here.row);
  useLayoutEffect(() => {
    latest.current = here.row;
  });
  const setRow = (row: number) => {
    latest.current = row;
    setPlace({ ...here, row });
  };
  const forgetRow = useKeptPlace({ here, getRow, rowKey, setRow });

  const latestForget = useRef(forgetRow);
  latestForget.current = forgetRow;
  const before = useRef(resetKey);
  useEffect(() => {
    if (before.current === resetKey) return;
    before.current = resetKey;
    if (scroller.current) scroller.current.scrollTop = 0;
    latestForget.current();
    setPlace({ row: 0, column: 0 });
  }, [resetKey, scroller]);

  useEffect(() => {
    const box = scroller.current;
    const { row, column } = place;
    const cell = row < 0 ? null : cellIn(box, place);
    if (cell) cell.scrollIntoView?.({ block: "nearest", inline: "nearest" });
    else if (box) {
      // Of a row that is far away only the column's header is there yet. It sticks to the top: the rows stay.
      const top = box.scrollTop;
      cellIn(box, { row: -1, column })?.scrollIntoView?.({ block: "nearest", inline: "nearest" });
      box.scrollTop = top;
    }
  }, [place, scroller]);

  /** Goes to a cell that is in sight; whether that is in another row. */
  const take = (next: Place): boolean => {
    const other = next.row !== latest.current;
    if (other) forgetRow(next.row);
    latest.current = next.row;
    setPlace(next);
    return other;
  };
  /** Tells which row is the active one now. */
  const tell = (index: number) => {
    const row = getRow(index);
    if (row !== undefined) onMove?.(row, index);
  };
  /** Goes to any cell, and tells if that is in another row. */
  const moveTo = (next: Place, where?: "near" | "top") => {
    if (next.row >= 0) reveal(next.row, where);
    if (take(next)) tell(next.row);
  };
  return {
    id,
    here,
    take,
    moveTo,
    tell,
    cellId: (at: Place) => cellIdOf(id, at),
    /** The cell's element, if it is drawn. */
    cellOf: (at: Place) => cellIn(scroller.current, at),
  };
}
