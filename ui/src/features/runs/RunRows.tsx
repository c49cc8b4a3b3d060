import { useRef } from "react";
import { runRowsKey } from "@/data/runs";
import { ipc, type RowState, type RunRow, type RunView, type RunRows as RunWindow } from "@/ipc";
import { Button } from "@/kit/Button";
import { Card } from "@/kit/Card";
import { Chip } from "@/kit/Chip";
import { copyEntries } from "@/kit/copyEntries";
import { DataGrid } from "@/kit/DataGrid";
import { EmptyState } from "@/kit/EmptyState";
import { keysOf } from "@/kit/keyNames";
import { useWindowedRows } from "@/kit/useWindowedRows";
import { runs as words } from "@/words/runs";
import { OUTCOME_ORDER, type Outcome, statesOf, tally } from "./outcome";
import { RowDetail } from "./RowDetail";
import { RUN_COLUMNS } from "./rowColumns";

const EVERY: RowState[] = [];

type RunRowsProps = {
  run: RunView;
  outcome: Outcome | undefined;
  onOutcome: (outcome: Outcome | undefined) => void;
  /** The row whose history is shown. */
  row: number | undefined;
  onRow: (row: number | undefined) => void;
};

/** What became of every row, filtered by outcome. */
export function RunRows({ run, outcome, onOutcome, row, onRow }: RunRowsProps) {
  const grid = useRef<HTMLDivElement>(null);
  const sums = tally(run.counts);
  const states = outcome ? statesOf(outcome) : EVERY;
  const rows = useWindowedRows<RunRow, RunWindow>({
    queryKey: runRowsKey(run.profile, run.id, states),
    fetchWindow: (offset, limit) => ipc.runRows(run.profile, run.id, states, offset, limit),
  });
  const expected = outcome ? sums[outcome] : run.rows;
  const shown = OUTCOME_ORDER.filter((one) => sums[one] > 0 || one === outcome);
  return (
    <section aria-label={words.rows.label} className="flex min-h-72 flex-1 flex-col gap-2">
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
      <Card className="flex min-h-64 flex-1 flex-col">
        <div className="min-h-0 flex-1">
          <DataGrid
            gridRef={grid}
            label={words.rows.label}
            help={words.rows.help}
            columns={RUN_COLUMNS}
            rowCount={rows.outdated ? expected : (rows.latest?.total ?? expected)}
            getRow={rows.getRow}
            onVisibleRange={rows.onVisibleRange}
            resetKey={outcome ?? ""}
            dimmed={rows.outdated}
            isSelected={(one) => one.row === row}
            onOpen={(one) => onRow(one.row)}
            rowMenu={(one) => [
              { id: "open", label: words.rows.open, keys: keysOf("open"), onAction: () => onRow(one.row) },
              "-",
              ...copyEntries(one.email),
            ]}
            onMove={row === undefined ? undefined : (one) => onRow(one.row)}
            onEscape={row === undefined ? undefined : () => onRow(undefined)}
            empty={
              <EmptyState
                title={words.rows.emptyTitle}
                action={outcome ? <Button onPress={() => onOutcome(undefined)}>{words.rows.clear}</Button> : null}
              >
                {outcome ? words.rows.emptyText(words.outcome[outcome]) : null}
              </EmptyState>
            }
          />
        </div>
        {row === undefined ? null : (
          <RowDetail profile={run.profile} run={run.id} row={row} onRow={onRow} rows={grid} />
        )}
      </Card>
    </section>
  );
}
