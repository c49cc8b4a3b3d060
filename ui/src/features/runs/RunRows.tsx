import { runRowsKey } from "@/data/runs";
import { ipc, type RowState, type RunRow, type RunView, type RunRows as RunWindow } from "@/ipc";
import { Badge } from "@/kit/Badge";
import { Button } from "@/kit/Button";
import { Card } from "@/kit/Card";
import { Chip } from "@/kit/Chip";
import { DataGrid, type GridColumn } from "@/kit/DataGrid";
import { EmptyState } from "@/kit/EmptyState";
import { useWindowedRows } from "@/kit/useWindowedRows";
import { runs as words } from "@/words/en/runs";
import { dateTime, timeSeconds } from "@/words/format";
import { OUTCOME, OUTCOME_ORDER, OUTCOME_TONE, type Outcome, statesOf, tally } from "./outcome";

/** What a row's badge says; rows that belong to another name it. */
function resultOf(row: RunRow): string {
  if (row.of !== null && row.state === "folded") return words.partOf(row.of);
  if (row.of !== null && row.state === "duplicate") return words.sameAs(row.of);
  return words.outcome[OUTCOME[row.state]];
}

/** What is known beyond the result. */
function detailOf(row: RunRow): string {
  const byList = row.state === "confirmed-by-list" ? words.rows.byList : null;
  const tries = row.attempts > 1 ? words.rows.attempts(row.attempts) : null;
  return [row.message ?? byList, tries].filter(Boolean).join(" · ");
}

const COLUMNS: GridColumn<RunRow>[] = [
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
    cell: (row) => (
      <span className="truncate text-ink-2 select-text" title={detailOf(row)}>
        {detailOf(row)}
      </span>
    ),
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

const EVERY: RowState[] = [];

type RunRowsProps = {
  run: RunView;
  outcome: Outcome | undefined;
  onOutcome: (outcome: Outcome | undefined) => void;
};

/** What became of every row, filtered by outcome. */
export function RunRows({ run, outcome, onOutcome }: RunRowsProps) {
  const sums = tally(run.counts);
  const states = outcome ? statesOf(outcome) : EVERY;
  const rows = useWindowedRows<RunRow, RunWindow>({
    queryKey: runRowsKey(run.profile, run.id, states),
    fetchWindow: (offset, limit) => ipc.runRows(run.profile, run.id, states, offset, limit),
  });
  const expected = outcome ? sums[outcome] : run.rows;
  const shown = OUTCOME_ORDER.filter((one) => sums[one] > 0 || one === outcome);
  return (
    <section aria-label={words.rows.label} className="flex min-h-64 flex-1 flex-col gap-2">
      <fieldset className="flex flex-wrap gap-1.5">
        <legend className="sr-only">{words.rows.filter}</legend>
        <Chip selected={outcome === undefined} count={run.rows} onChange={() => onOutcome(undefined)}>
          {words.rows.all}
        </Chip>
        {shown.map((one) => (
          <Chip
            key={one}
            selected={outcome === one}
            count={sums[one]}
            onChange={(on) => onOutcome(on ? one : undefined)}
          >
            {words.outcome[one]}
          </Chip>
        ))}
      </fieldset>
      <Card className="min-h-0 flex-1">
        <DataGrid
          label={words.rows.label}
          columns={COLUMNS}
          rowCount={rows.outdated ? expected : (rows.latest?.total ?? expected)}
          getRow={rows.getRow}
          onVisibleRange={rows.onVisibleRange}
          resetKey={outcome ?? ""}
          dimmed={rows.outdated}
          empty={
            <EmptyState
              title={words.rows.emptyTitle}
              action={outcome ? <Button onPress={() => onOutcome(undefined)}>{words.rows.clear}</Button> : null}
            >
              {outcome ? words.rows.emptyText(words.outcome[outcome]) : null}
            </EmptyState>
          }
        />
      </Card>
    </section>
  );
}
