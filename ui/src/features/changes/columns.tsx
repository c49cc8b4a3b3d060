import { Avatar } from "@/features/users/Avatar";
import type { ChangeRow } from "@/ipc";
import { Badge } from "@/kit/Badge";
import type { GridColumn } from "@/kit/DataGrid";
import { changes } from "@/words/changes";
import { allSaid } from "./said";

const words = changes.column;

/** The columns of people who joined, left or changed. */
export const CHANGE_COLUMNS: GridColumn<ChangeRow>[] = [
  {
    id: "person",
    header: words.person,
    size: 150,
    grow: 1,
    pin: "start",
    text: (row) => row.name || row.email,
    cell: (row) => (
      <span className="flex min-w-0 items-center gap-2">
        <Avatar name={row.name || row.email} />
        <span className="truncate" title={row.name}>
          {row.name || row.email}
        </span>
      </span>
    ),
  },
  {
    id: "email",
    header: words.email,
    size: 190,
    grow: 1.4,
    text: (row) => row.email,
    cell: (row) => (
      <span className="truncate text-ink-2" title={row.email}>
        {row.email}
      </span>
    ),
  },
  {
    id: "what",
    header: words.what,
    size: 170,
    grow: 2.4,
    text: (row) => allSaid(row.changes),
    cell: (row) => (
      <span className="truncate" title={allSaid(row.changes)}>
        {allSaid(row.changes)}
      </span>
    ),
  },
  {
    id: "listed",
    header: words.listed,
    size: 104,
    text: (row) => (row.stillListed ? changes.listed : changes.notListed),
    cell: (row) => (
      <Badge tone={row.stillListed ? "ok" : "muted"}>{row.stillListed ? changes.listed : changes.notListed}</Badge>
    ),
  },
];
