/** One thing that a chart shows: its name, how many, and what the axis says below it, where that is less. */
export type ChartMark = { id: string; label: string; value: number; tick?: string };

/** `columns` stand side by side in order of time; `bars` lie below one another, each with its name. */
export type ChartShape = "columns" | "bars";

/** Pixels. What is drawn and what can be pressed have to agree on them. */
export const COLUMNS = { height: 180, left: 40, right: 4, top: 8, bottom: 22 };
export const BAR_HEIGHT = 26;

/** How tall a chart of so many marks is. */
export const heightOf = (shape: ChartShape, marks: number): number =>
  shape === "columns" ? COLUMNS.height : marks * BAR_HEIGHT;

/** Where a key leads from a mark; null where it leads nowhere. */
export function movedTo(key: string, at: number, marks: number): number | null {
  const to = { ArrowLeft: at - 1, ArrowUp: at - 1, ArrowRight: at + 1, ArrowDown: at + 1, Home: 0, End: marks - 1 }[
    key
  ];
  return to === undefined ? null : Math.max(0, Math.min(marks - 1, to));
}
