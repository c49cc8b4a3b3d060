import { useLayoutEffect, useRef, useState } from "react";
import type { Place } from "./gridKeys";

/** More rows than are ever drawn at once. */
const DRAWN_AT_MOST = 256;
const taken = new Set<number>();

/** The least number that no other grid has, for the names of what is in the grid. */
function free(): number {
  let number = 1;
  while (taken.has(number)) number += 1;
  return number;
}

/**
 * What the names of a grid's cells begin with. A grid that comes takes the name of one that went: WebKit keeps every name
 * that an element ever had, and a name of its own for each grid and row would be kept for each that was ever seen.
 */
export function useGridName(): string {
  const [number, setNumber] = useState(free);
  const first = useRef(number).current;
  // Taken once it stands: what is drawn may be given up before. Of two that come at once the second takes another.
  useLayoutEffect(() => {
    const own = taken.has(first) ? free() : first;
    taken.add(own);
    setNumber(own);
    return () => void taken.delete(own);
  }, [first]);
  return `grid-${number}`;
}

/** The id of a drawn cell's element in a grid of that name; rows take it by turns. Row -1 is the header. */
export const cellIdOf = (grid: string, { row, column }: Place): string =>
  `${grid}-${row < 0 ? "head" : row % DRAWN_AT_MOST}-${column}`;

/** The element of a cell, if it is drawn. */
export const cellIn = (grid: ParentNode | null, { row, column }: Place): HTMLElement | null =>
  grid?.querySelector<HTMLElement>(`[aria-rowindex="${row + 2}"] > [aria-colindex="${column + 1}"]`) ?? null;

/** The cell that an element is in. */
export function cellAt(target: EventTarget | null): Place | null {
  const cell = target instanceof Element ? target.closest('[role="gridcell"]') : null;
  const row = cell?.closest('[role="row"]');
  if (!cell || !row) return null;
  return { row: Number(row.getAttribute("aria-rowindex")) - 2, column: Number(cell.getAttribute("aria-colindex")) - 1 };
}
