import { compare as byLanguage } from "@/words/format";

/** The column that orders, and which way round. */
export type Order = { column: string; descending: boolean };

/** The same column again turns the order round. */
export const turned = (order: Order, column: string): Order => ({
  column,
  descending: order.column === column && !order.descending,
});

/** A few rows in order. Text as people of the page's language sort it. */
export function ordered<Row>(rows: Row[], order: Order, by: Record<string, (row: Row) => string | number>): Row[] {
  const value = by[order.column];
  if (!value) return rows;
  const way = order.descending ? -1 : 1;
  return rows.toSorted((a, b) => way * compare(value(a), value(b)));
}

function compare(a: string | number, b: string | number): number {
  if (typeof a === "number" && typeof b === "number") return a === b ? 0 : a < b ? -1 : 1;
  return byLanguage(`${a}`, `${b}`);
}
