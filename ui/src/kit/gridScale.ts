/**
 * Tallest spacer that every engine still draws: Chromium and Firefox stop at about 16.7 million
 * pixels, and a million rows of 34 px are twice that.
 */
export const TALLEST = 15_000_000;

/** How a scroll bar's pixels stand for rows: one to one, or squeezed where the rows would be too tall. */
export type GridScale = {
  /** The spacer's real height. */
  spacer: number;
  /** The rows' height if nothing were squeezed. */
  height: number;
  /** From the scroll bar's place to the place among the rows. */
  toRows: (scrollTop: number) => number;
  /** From a place among the rows to the scroll bar's. */
  toScroll: (offset: number) => number;
};

/** The scale of so many rows in a view of so many pixels. Both ends always meet. */
export function gridScale(rows: number, rowHeight: number, view: number, tallest = TALLEST): GridScale {
  const height = rows * rowHeight;
  const spacer = Math.min(height, tallest);
  const factor = height > spacer && spacer > view ? (height - view) / (spacer - view) : 1;
  return {
    spacer,
    height,
    toRows: (scrollTop) => scrollTop * factor,
    toScroll: (offset) => offset / factor,
  };
}

/** Where the rows have to be scrolled to so that one of them is in sight; the same place if it already is. */
export function revealOffset(index: number, rowHeight: number, view: number, offset: number): number {
  const top = index * rowHeight;
  if (top < offset) return top;
  return Math.max(offset, top + rowHeight - view);
}
