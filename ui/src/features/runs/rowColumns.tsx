import { FromCore } from "@/components/FromCore";
import type { RunRow } from "@/ipc";
import { Badge } from "@/kit/Badge";
import type { GridColumn } from "@/kit/DataGrid";
import { told } from "@/words/core/told";
import { dateTime, timeSeconds } from "@/words/format";
import { runs as words } from "@/words/runs";
import { OUTCOME, OUTCOME_TONE } from "./outcome";

/** What a row's badge says; rows that belong to another name it. */
export function resultOf(row: RunRow): string {
  if (row.of !== null && row.state === "folded") return words.partOf(row.of);
  if (row.of !== null && row.state === "duplicate") return words.sameAs(row.of);
  return words.outcome[OUTCOME[row.state]];
}

/** What is known beyond the result, in the page's words. */
function detailOf(row: RunRow): string {
  const byList = row.state === "confirmed-by-list" && row.message === null ? words.rows.byList : null;
  const tries = row.attempts > 1 ? words.rows.attempts(row.attempts) : null;
  return [byList, tries].filter(Boolean).join(" · ");
}

function Detail({ row }: { row: RunRow }) {
  const own = detailOf(row);
  // Why somebody was refused says the platform, in its own words.
  const message = row.state === "refused" ? row.message : row.message && told(row.message).text;
  return (
    <span className="truncate text-ink-2 select-text" title={[message, own].filter(Boolean).join(" · ")}>
      {row.message && row.state !== "refused" ? <FromCore of={row.message} /> : message}
      {row.message && own ? " · " : null}
      {own}
    </span>
  );
}

/** What is told of a row in one line. */
export const RUN_COLUMNS: GridColumn<RunRow>[] = [
  {
    id: "row",
    header: words.rows.row,
    size: 72,
    align: "end",
    cell: (row) => <span className="text-ink-3">{row.row}</span>,
  },
  {
    id: "email",
    header: words.rows.email,
    size: 176,
    grow: 1,
    cell: (row) => (
      <span className="truncate select-text" title={row.email}>
        {row.email}
      </span>
    ),
  },
  {
    id: "result",
    header: words.rows.result,
    size: 148,
    cell: (row) => <Badge tone={OUTCOME_TONE[OUTCOME[row.state]]}>{resultOf(row)}</Badge>,
  },
  {
    id: "detail",
    header: words.rows.detail,
    size: 140,
    grow: 2,
    cell: (row) => <Detail row={row} />,
  },
  {
    id: "at",
    header: words.rows.at,
    size: 88,
    align: "end",
    cell: (row) =>
      row.at && row.state !== "ready" ? (
        <span className="text-ink-3" title={dateTime(row.at)}>
          {timeSeconds(row.at)}
        </span>
      ) : null,
  },
];
