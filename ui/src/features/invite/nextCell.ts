import type { DraftRow, Field, Search } from "@/ipc";
import { rawOf } from "./rowValues";

/** Whether a cell holds what is looked for, as the shell counts it. */
export function holds({ find, matchCase, wholeCell }: Omit<Search, "field" | "classes">, cell: string): boolean {
  const [text, what] = matchCase ? [cell, find] : [cell.toLowerCase(), find.toLowerCase()];
  return wholeCell ? text.trim() === what.trim() : text.includes(what);
}

type NextCellOptions = {
  search: Search;
  /** The fields in their order. */
  fields: readonly Field[];
  /** Where to begin; that cell itself comes last. */
  from: { row: number; column: string | undefined };
  /** Rows in all. */
  total: number;
  pageSize: number;
  pageOf: (page: number) => Promise<{ rows: DraftRow[] }>;
  /** Whether it is still looked for: there can be hundreds of windows on the way. */
  isWanted: () => boolean;
};

/** A cell, and the number of its row in the file. */
export type FoundCell = { index: number; field: Field; row: number };

/** The next cell that holds what is looked for, row after row, and after the last row from the first on. */
export async function nextCell(options: NextCellOptions): Promise<FoundCell | null> {
  const { search, fields, from, total, pageSize, pageOf, isWanted } = options;
  if (search.find === "" || total === 0) return null;
  const begin = Math.max(from.row, 0);
  const after = fields.indexOf(from.column as Field) + 1;
  let page = -1;
  let rows: DraftRow[] = [];
  for (let step = 0; step <= total; step += 1) {
    const index = (begin + step) % total;
    const wanted = Math.floor(index / pageSize);
    if (wanted !== page) ({ rows } = await pageOf(wanted));
    if (!isWanted()) return null;
    page = wanted;
    const row = rows[index % pageSize];
    // The row where it begins is looked at twice: its end first, and last its beginning.
    const some = step === 0 ? fields.slice(after) : step === total ? fields.slice(0, after) : fields;
    const field = row && some.find((one) => (search.field ?? one) === one && holds(search, rawOf(row, one)));
    if (row && field) return { index, field, row: row.row };
  }
  return null;
}
