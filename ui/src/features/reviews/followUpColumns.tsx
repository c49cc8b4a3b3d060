import type { FollowUpRow } from "@/ipc";
import { Badge } from "@/kit/Badge";
import type { GridColumn } from "@/kit/DataGrid";
import { reviews } from "@/words/reviews";
import { personColumn, told } from "./plainColumns";
import { STANDS_TONE } from "./said";

const words = reviews.followUp;

const plain = (id: string, header: string, size: number, text: (row: FollowUpRow) => string) =>
  told({ id, header, size, grow: 1 }, text);

const standsSaid = ({ stands }: FollowUpRow): string => (stands === null ? words.notKnown : words.stands[stands]);

/** The columns of people who were to be removed: what they held, what they hold, and how they stand. */
export const FOLLOW_UP_COLUMNS: GridColumn<FollowUpRow>[] = [
  personColumn<FollowUpRow>(),
  plain("email", reviews.people.column.email, 180, (row) => row.email),
  plain("held", words.column.held, 150, (row) => row.roles.join(", ")),
  plain("now", words.column.now, 150, (row) => row.rolesNow.join(", ")),
  plain("state", words.column.state, 100, (row) => row.stateNow ?? ""),
  plain("note", words.column.note, 140, (row) => row.note),
  {
    id: "stands",
    header: words.column.stands,
    size: 160,
    pin: "end",
    text: standsSaid,
    cell: (row) => <Badge tone={row.stands ? STANDS_TONE[row.stands] : "muted"}>{standsSaid(row)}</Badge>,
  },
];
