import { count, plural } from "../format";

/** What the building blocks themselves say. */
export const kit = {
  clearSearch: "Clear search",
  close: "Close",
  cancel: "Cancel",
  copied: "Copied",
  copyFailed: "Could not copy",
  working: "Working",
  choose: "Choose",
  none: "None",
  nothingFound: "Nothing found",
  remove: (name: string) => `Remove ${name}`,
  loadingRow: "Loading",
  cellOf: (column: string, row: string) => `${column}, ${row}`,
  showOptions: "Show options",
  chosen: (n: number) => plural(n, "chosen", "chosen"),
  rows: (n: number) => count(n),
};
