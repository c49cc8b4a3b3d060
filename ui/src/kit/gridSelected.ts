import { kit } from "@/words/kit";
import { type Extent, type GridSelection, type Rect, rectsOf } from "./gridSelection";

/** Rows of the whole grid, both included. */
export type RowRange = { from: number; to: number };

/** What is marked, for those who act on it. */
export type Selected = {
  /** Everything that matches, however much that is by then. */
  all: boolean;
  /** The rows that hold a mark: ascending, and never one beside the other. */
  ranges: RowRange[];
  /** The columns that hold a mark, in the order in which they stand. */
  columns: string[];
  /** How many rows, and how many cells. */
  rows: number;
  cells: number;
  /** Exactly these rows in exactly these columns are marked. */
  even: boolean;
  /** "1,204 rows × 3 columns". */
  words: string;
};

/** Lets cells be marked. */
export type GridSelecting = {
  /** What the rows are: another value drops the marks. */
  of: string;
  /** Nothing where no more than the active cell is meant. */
  onSelect?: (selected: Selected | null) => void;
  /** Ctrl+C with more than one cell; with Shift the headers are wanted too, also of one cell. */
  onCopy?: (selected: Selected, headers: boolean) => void;
};

/** The marks in rows and columns; nothing if they are one cell or none. */
export function selectedOf(selection: GridSelection, extent: Extent, ids: readonly string[]): Selected | null {
  const rects = rectsOf(selection, extent);
  const selected = selectedIn(rects, ids, selection.all);
  return selected.cells > 1 || (selection.all && selected.cells > 0) ? selected : null;
}

/** The same of some rectangles that share no cell. */
export function selectedIn(rects: readonly Rect[], ids: readonly string[], all = false): Selected {
  const ranges = joined(rects.map(({ top, bottom }) => ({ from: top, to: bottom })));
  const places = joined(rects.map(({ left, right }) => ({ from: left, to: right })));
  const columns = places.flatMap(({ from, to }) => ids.slice(from, to + 1));
  const rows = lengthOf(ranges);
  const cells = rects.reduce((sum, rect) => sum + (rect.bottom - rect.top + 1) * (rect.right - rect.left + 1), 0);
  const even = cells === rows * columns.length;
  const words = even ? kit.rowsByColumns(rows, columns.length) : kit.cells(cells);
  return { all, ranges, columns, rows, cells, even, words };
}

/** The same numbers in as few ranges as there can be. */
function joined(ranges: RowRange[]): RowRange[] {
  const apart: RowRange[] = [];
  for (const { from, to } of ranges.toSorted((a, b) => a.from - b.from)) {
    const last = apart.at(-1);
    if (last && from <= last.to + 1) last.to = Math.max(last.to, to);
    else apart.push({ from, to });
  }
  return apart;
}

const lengthOf = (ranges: RowRange[]) => ranges.reduce((sum, { from, to }) => sum + to - from + 1, 0);

/** The marked columns of a row as text, so that a row that stays as it was is told by comparing: "0-2 5-5". */
export const marksIn = (rects: readonly Rect[], row: number): string =>
  rects
    .filter((rect) => rect.top <= row && row <= rect.bottom)
    .map((rect) => `${rect.left}-${rect.right}`)
    .join(" ");

/** Reads what `marksIn` wrote. */
export function marksAt(marks: string): (column: number) => boolean {
  if (marks === "") return () => false;
  const spans = marks.split(" ").map((span) => span.split("-").map(Number));
  return (column) => spans.some(([left = 0, right = 0]) => left <= column && column <= right);
}
