import { alongText } from "./direction";

/** A cell by row and column; row -1 is the header. */
export type Place = { row: number; column: number };

type Extent = { rows: number; columns: number; page: number };

const clamp = (n: number, low: number, high: number) => Math.min(Math.max(n, low), high);

/** Where a key leads from a cell (the grid pattern of the ARIA Authoring Practices), or nothing. */
export function placeAfter(key: string, whole: boolean, from: Place, { rows, columns, page }: Extent): Place | null {
  const to = (row: number, column: number): Place => ({
    row: clamp(row, -1, rows - 1),
    column: clamp(column, 0, columns - 1),
  });
  switch (alongText(key)) {
    case "ArrowDown":
      return to(from.row + 1, from.column);
    case "ArrowUp":
      return to(from.row - 1, from.column);
    case "ArrowRight":
      return to(from.row, from.column + 1);
    case "ArrowLeft":
      return to(from.row, from.column - 1);
    case "PageDown":
      return to(from.row + page, from.column);
    case "PageUp":
      return to(Math.max(from.row - page, 0), from.column);
    case "Home":
      return whole ? to(0, 0) : to(from.row, 0);
    case "End":
      return whole ? to(rows - 1, columns - 1) : to(from.row, columns - 1);
    default:
      return null;
  }
}

/** Where Ctrl and an arrow lead: the grid's edge in that direction. */
export function edgeAfter(key: string, from: Place, { rows, columns }: Omit<Extent, "page">): Place | null {
  switch (alongText(key)) {
    case "ArrowDown":
      return { ...from, row: rows - 1 };
    case "ArrowUp":
      return { ...from, row: 0 };
    case "ArrowRight":
      return { ...from, column: columns - 1 };
    case "ArrowLeft":
      return { ...from, column: 0 };
    default:
      return null;
  }
}
