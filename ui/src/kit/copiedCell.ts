/** What a spreadsheet program calculates. */
const CALCULATED = /^[=+\-@]/;

/** What would be several cells, or lose its marks. */
const APART = /[\t\r\n]|^"/;

/**
 * A cell's text as it goes to the clipboard: no program that it is pasted into calculates it, and it stays one cell. So
 * are the lines written that Rust copies of many cells (`copied.rs`).
 */
export function copiedCell(text: string): string {
  // A space and no apostrophe, which would stay in the cell.
  const guarded = CALCULATED.test(text) ? ` ${text}` : text;
  return APART.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
