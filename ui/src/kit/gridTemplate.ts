import type { CSSProperties } from "react";

type Sized = { size: number; grow?: number | undefined; pin?: "start" | "end" | undefined };

/** Pixels of all columns that precede each. */
function before(columns: readonly Sized[]): number[] {
  let sum = 0;
  return columns.map(({ size }) => {
    sum += size;
    return sum - size;
  });
}

const total = (columns: readonly Sized[]) => columns.reduce((sum, { size }) => sum + size, 0);

/** The room that the columns pinned to an edge take. */
export const pinnedWidth = (columns: readonly Sized[], edge: "start" | "end"): number =>
  total(columns.filter((column) => column.pin === edge));

/**
 * How wide a row's columns are. Each row says so for itself: of a variable of the grid, which everything inside would inherit,
 * WebKit keeps the styles that were made below it, for each grid that ever stood.
 */
export const rowStyle = (columns: readonly Sized[]) => ({
  gridTemplateColumns: columns.map((c) => (c.grow ? `minmax(${c.size}px, ${c.grow}fr)` : `${c.size}px`)).join(" "),
  ...wholeStyle(columns),
});

/** The least width of what holds rows. */
export const wholeStyle = (columns: readonly Sized[]) => ({ minWidth: `${total(columns)}px` });

/** Where the cells of each pinned column stick; nothing for the others, which stand where their row puts them. */
export function pinnedStyles(columns: readonly Sized[]): (CSSProperties | undefined)[] {
  const all = total(columns);
  const starts = before(columns);
  return columns.map(({ pin, size }, place) => {
    const start = starts[place] ?? 0;
    if (pin === "start") return { insetInlineStart: `${start}px` };
    return pin === "end" ? { insetInlineEnd: `${all - start - size}px` } : undefined;
  });
}
