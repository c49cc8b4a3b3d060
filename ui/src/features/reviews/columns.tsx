import { stateTone } from "@/features/users/states";
import type { ReviewRow } from "@/ipc";
import { Badge } from "@/kit/Badge";
import type { GridColumn } from "@/kit/DataGrid";
import { reviews } from "@/words/reviews";
import { personColumn, told } from "./plainColumns";
import { canDecide, DECISION_TONE, toKnow } from "./said";

const words = reviews.people;

/** A column of plain text under its own word. */
const plain = (id: keyof typeof words.column, size: number, grow: number, text: (row: ReviewRow) => string) =>
  told({ id, header: words.column[id], size, grow }, text);

/** The columns of a review's people: what they held at its start, what is to be known, and what was decided. */
export const REVIEW_COLUMNS: GridColumn<ReviewRow>[] = [
  personColumn<ReviewRow>(),
  plain("roles", 150, 1.2, (row) => row.roles.join(", ")),
  plain("organizations", 130, 1, (row) => row.organizations.join(", ")),
  {
    id: "know",
    header: words.column.know,
    size: 160,
    grow: 1.4,
    text: (row) => toKnow(row).join(" · "),
    cell: (row) => (
      <span className="truncate text-warn" title={toKnow(row).join(" · ")}>
        {toKnow(row).join(" · ")}
      </span>
    ),
  },
  plain("last", 92, 0, (row) => (row.lastTime ? reviews.decision[row.lastTime.decision] : "")),
  plain("email", 190, 1, (row) => row.email),
  plain("provider", 120, 0, (row) => row.identityProvider ?? ""),
  {
    id: "state",
    header: words.column.state,
    size: 100,
    text: (row) => row.state,
    cell: (row) => <Badge tone={stateTone(row.state)}>{row.state}</Badge>,
  },
  {
    id: "decision",
    header: words.column.decision,
    size: 190,
    pin: "end",
    text: decisionSaid,
    cell: (row) => <Decision row={row} />,
  },
];

/** `Remove · left the team`. */
function decisionSaid(row: ReviewRow): string {
  const said = row.decision ? reviews.decision[row.decision] : canDecide(row) ? words.undecided : words.later;
  return row.note === "" ? said : `${said} · ${row.note}`;
}

function Decision({ row }: { row: ReviewRow }) {
  if (row.decision === null) return <span className="truncate text-ink-2">{decisionSaid(row)}</span>;
  return (
    <span className="flex min-w-0 items-center gap-2" title={row.note}>
      <Badge tone={DECISION_TONE[row.decision]}>{reviews.decision[row.decision]}</Badge>
      <span className="truncate text-ink-2">{row.note}</span>
    </span>
  );
}
