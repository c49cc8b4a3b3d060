import { Avatar } from "@/features/users/Avatar";
import type { GridColumn } from "@/kit/DataGrid";
import { reviews } from "@/words/reviews";
import { nameOf } from "./said";

/** Where a column stands, what it is called, and how wide it is. */
type Place = { id: string; header: string; size: number; grow: number };

/** A column of plain text. */
export function told<Row>(place: Place, text: (row: Row) => string): GridColumn<Row> {
  return {
    ...place,
    text,
    cell: (row) => (
      <span className="truncate text-ink-2" title={text(row)}>
        {text(row)}
      </span>
    ),
  };
}

/** Who it is: the first column, always in sight. */
export function personColumn<Row extends { name: string; email: string }>(): GridColumn<Row> {
  return {
    id: "person",
    header: reviews.people.column.person,
    size: 170,
    grow: 1,
    pin: "start",
    text: nameOf,
    cell: (row) => (
      <span className="flex min-w-0 items-center gap-2">
        <Avatar name={nameOf(row)} />
        <span className="truncate" title={row.email}>
          {nameOf(row)}
        </span>
      </span>
    ),
  };
}
