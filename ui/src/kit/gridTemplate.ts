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
 * The columns' widths as style variables of the grid: rows refer to them, so that a column that is made
 * wider draws no row anew.
 */
export function gridVariables(columns: readonly Sized[]): Record<`--${string}`, string> {
  const all = total(columns);
  const starts = before(columns);
  const variables: Record<`--${string}`, string> = {
    "--columns": columns.map((c) => (c.grow ? `minmax(${c.size}px, ${c.grow}fr)` : `${c.size}px`)).join(" "),
    "--width": `${all}px`,
  };
  columns.forEach(({ pin, size }, place) => {
    const start = starts[place] ?? 0;
    if (pin) variables[offsetName(place)] = `${pin === "start" ? start : all - start - size}px`;
  });
  return variables;
}

const offsetName = (place: number): `--${string}` => `--at-${place}`;

/** Where the cells of a column stand in their row. */
export const cellStyle = (pin: "start" | "end" | undefined, place: number): CSSProperties => ({
  gridColumn: place + 1,
  ...(pin === "start" ? { insetInlineStart: `var(${offsetName(place)})` } : {}),
  ...(pin === "end" ? { insetInlineEnd: `var(${offsetName(place)})` } : {}),
});
