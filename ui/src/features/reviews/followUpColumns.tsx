import { Avatar } from "@/features/users/Avatar";
import type { FollowUpRow } from "@/ipc";
import { Badge } from "@/kit/Badge";
import type { GridColumn } from "@/kit/DataGrid";
import { reviews } from "@/words/en/reviews";
import { nameOf, STANDS_TONE } from "./said";

const words = reviews.followUp;

function told(id: string, header: string, size: number, text: (row: FollowUpRow) => string): GridColumn<FollowUpRow> {
  return {
    id,
    header,
    size,
    grow: 1,
    text,
    cell: (row) => (
      <span className="truncate text-ink-2" title={text(row)}>
        {text(row)}
      </span>
    ),
  };
}

const standsSaid = ({ stands }: FollowUpRow): string => (stands === null ? words.notKnown : words.stands[stands]);

/** The columns of people who were to be removed: what they held, what they hold, and how they stand. */
export const FOLLOW_UP_COLUMNS: GridColumn<FollowUpRow>[] = [
  {
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
  },
  told("email", reviews.people.column.email, 180, (row) => row.email),
  told("held", words.column.held, 150, (row) => row.roles.join(", ")),
  told("now", words.column.now, 150, (row) => row.rolesNow.join(", ")),
  told("state", words.column.state, 100, (row) => row.stateNow ?? ""),
  told("note", words.column.note, 140, (row) => row.note),
  {
    id: "stands",
    header: words.column.stands,
    size: 160,
    pin: "end",
    text: standsSaid,
    cell: (row) => <Badge tone={row.stands ? STANDS_TONE[row.stands] : "muted"}>{standsSaid(row)}</Badge>,
  },
];
