import type { Place } from "./gridKeys";

/** Cells from one corner to the other, both included, in rows and columns of the whole grid. */
export type Rect = { top: number; left: number; bottom: number; right: number };

/** Rows and columns in all. */
export type Extent = { rows: number; columns: number };

/** What is marked. A million rows are one rectangle, and everything is one word. */
export type GridSelection = {
  /** Everything, also what comes later. */
  all: boolean;
  /** What was marked before the stretch; no two share a cell. */
  marked: readonly Rect[];
  /** What Shift and dragging change: from its beginning to `to`. It marks, or takes marks away. */
  stretch: { from: Rect; to: Place; marks: boolean } | null;
};

export type SelectionAction =
  /** Shift and a press or an arrow: the stretch goes as far as that, from the active cell if there is none. */
  | { kind: "extend"; from: Place; to: Place }
  /** Ctrl and a press: another stretch begins, which takes marks away if it begins on a mark. */
  | { kind: "toggle"; from: Place; at: Place }
  /** The stretch over whole rows or columns. */
  | { kind: "rows" | "columns"; from: Place }
  | { kind: "all" }
  | { kind: "drop" }
  /** The columns stand otherwise now; ids in the order in which they stood and stand. */
  | { kind: "rearrange"; before: readonly string[]; now: readonly string[] };

export const NOTHING: GridSelection = { all: false, marked: [], stretch: null };

const cellRect = ({ row, column }: Place): Rect => ({ top: row, left: column, bottom: row, right: column });
const whole = ({ rows, columns }: Extent): Rect => ({ top: 0, left: 0, bottom: rows - 1, right: columns - 1 });
const isEmpty = (rect: Rect) => rect.top > rect.bottom || rect.left > rect.right;
const holds = (rect: Rect, { row, column }: Place) =>
  rect.top <= row && row <= rect.bottom && rect.left <= column && column <= rect.right;

const around = (a: Rect, b: Rect): Rect => ({
  top: Math.min(a.top, b.top),
  left: Math.min(a.left, b.left),
  bottom: Math.max(a.bottom, b.bottom),
  right: Math.max(a.right, b.right),
});
const common = (a: Rect, b: Rect): Rect => ({
  top: Math.max(a.top, b.top),
  left: Math.max(a.left, b.left),
  bottom: Math.min(a.bottom, b.bottom),
  right: Math.min(a.right, b.right),
});

/** What is left of a rectangle without the cells of another: four pieces at most. */
function without(rect: Rect, hole: Rect): Rect[] {
  const cut = common(rect, hole);
  if (isEmpty(cut)) return [rect];
  return [
    { ...rect, bottom: cut.top - 1 },
    { ...rect, top: cut.bottom + 1 },
    { ...cut, left: rect.left, right: cut.left - 1 },
    { ...cut, left: cut.right + 1, right: rect.right },
  ].filter((piece) => !isEmpty(piece));
}

const stretchRect = ({ from, to }: { from: Rect; to: Place }) => around(from, cellRect(to));

/** The marked cells as rectangles that share none, within the grid as it is now. */
export function rectsOf({ all, marked, stretch }: GridSelection, extent: Extent): Rect[] {
  const every = whole(extent);
  if (all) return [every];
  const last = stretch && stretchRect(stretch);
  const rects = last ? marked.flatMap((rect) => without(rect, last)) : [...marked];
  if (last && stretch?.marks) rects.push(last);
  return rects.map((rect) => common(rect, every)).filter((rect) => !isEmpty(rect));
}

export function isMarked(selection: GridSelection, at: Place): boolean {
  const { all, marked, stretch } = selection;
  if (all) return true;
  if (stretch && holds(stretchRect(stretch), at)) return stretch.marks;
  return marked.some((rect) => holds(rect, at));
}

const isNothing = ({ all, marked, stretch }: GridSelection) => !all && marked.length === 0 && stretch === null;

/** The selection after something was done. */
export function select(selection: GridSelection, action: SelectionAction, extent: Extent): GridSelection {
  switch (action.kind) {
    case "all":
      return { ...NOTHING, all: true };
    case "drop":
      return NOTHING;
    case "extend":
      return extended(selection, action.from, action.to);
    case "toggle":
      return toggled(selection, action.from, action.at, extent);
    case "rows":
    case "columns":
      return widened(selection, action.kind, action.from, extent);
    case "rearrange":
      return rearranged(selection, action.before, action.now, extent);
  }
}

function extended({ all, marked, stretch }: GridSelection, from: Place, to: Place): GridSelection {
  if (all || !stretch) return { all: false, marked, stretch: { from: cellRect(from), to, marks: true } };
  return { all, marked, stretch: { ...stretch, to } };
}

function toggled(selection: GridSelection, from: Place, at: Place, extent: Extent): GridSelection {
  // The active cell alone is no selection yet, but a person who goes on with Ctrl means it too.
  const before = isNothing(selection) && from.row >= 0 ? extended(selection, from, from) : selection;
  const stretch = { from: cellRect(at), to: at, marks: !isMarked(before, at) };
  return { all: false, marked: rectsOf(before, extent), stretch };
}

function widened(selection: GridSelection, kind: "rows" | "columns", at: Place, extent: Extent): GridSelection {
  const { all, marked, stretch } = selection;
  const now = stretch && !all ? stretchRect(stretch) : cellRect(at);
  const every = whole(extent);
  const from =
    kind === "rows"
      ? { ...now, left: every.left, right: every.right }
      : { ...now, top: every.top, bottom: every.bottom };
  return { all: false, marked: all ? [] : marked, stretch: { from, to: at, marks: stretch?.marks ?? true } };
}

/** Marks go along with their columns; whole rows stay whole. */
function rearranged(
  selection: GridSelection,
  before: readonly string[],
  now: readonly string[],
  extent: Extent,
): GridSelection {
  if (selection.all || isNothing(selection)) return selection;
  const rects = rectsOf(selection, { ...extent, columns: before.length });
  const marked = rects.flatMap((rect) => {
    if (rect.left === 0 && rect.right === before.length - 1) return [{ ...rect, right: now.length - 1 }];
    const kept = new Set(before.slice(rect.left, rect.right + 1));
    return now.flatMap((id, column) => (kept.has(id) ? [{ ...rect, left: column, right: column }] : []));
  });
  return { all: false, marked, stretch: null };
}
