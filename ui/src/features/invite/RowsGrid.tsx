import type { UseQueryResult } from "@tanstack/react-query";
import { useMemo } from "react";
import { draftRowsKey } from "@/data/drafts";
import { type CheckView, type DraftRow, type DraftRows, type DraftView, type Field, ipc } from "@/ipc";
import { Badge } from "@/kit/Badge";
import { Button } from "@/kit/Button";
import { DataGrid, type GridColumn } from "@/kit/DataGrid";
import { EmptyState } from "@/kit/EmptyState";
import { useWindowedRows } from "@/kit/useWindowedRows";
import { invite as words } from "@/words/en/invite";
import { CLASS_GROUPS, CLASS_TONE, type ClassGroup, rowsIn } from "./classes";

/** Rows asked for at once; the contract's limit is 500. */
const WINDOW = 200;

const WIDTH: Record<Field, { size: number; grow: number }> = {
  email: { size: 176, grow: 2 },
  firstName: { size: 84, grow: 0.6 },
  lastName: { size: 84, grow: 0.6 },
  fullName: { size: 140, grow: 1 },
  role: { size: 128, grow: 1 },
  identityProvider: { size: 136, grow: 0.8 },
  organizations: { size: 152, grow: 1.6 },
};

/** The value of a row's field as shown. */
export function textOf(row: DraftRow, field: Field): string {
  const own = row.values.find((value) => value.field === field)?.text ?? "";
  if (own !== "" || field !== "fullName") return own;
  return [textOf(row, "firstName"), textOf(row, "lastName")].filter(Boolean).join(" ");
}

/** The fields worth a column: the names that the file has, or the one cell that holds both. */
export function shownFields(draft: DraftView): Field[] {
  const mapped = (field: Field) => draft.mapping.some((guess) => guess.field === field && guess.column !== null);
  const oneName = mapped("fullName") && !mapped("firstName") && !mapped("lastName");
  const typed = draft.file.name === null;
  const own = (["firstName", "lastName"] as const).filter((name) => typed || mapped("fullName") || mapped(name));
  const names: Field[] = oneName ? ["fullName"] : own;
  return ["email", ...names, "role", "identityProvider", "organizations"];
}

/** A value; where something has to be put right, the reason is read out with it and shown on hover. */
function Cell({ row, field }: { row: DraftRow; field: Field }) {
  const value = textOf(row, field);
  const problem = row.problems.find((one) => one.field === field);
  if (!problem) {
    return (
      <span className="truncate" title={value}>
        {value}
      </span>
    );
  }
  return (
    <span className="truncate" title={problem.message}>
      {value || <span className="text-ink-3">{words.review.empty}</span>}
      <span className="sr-only">. {words.review.problem(problem.message)}</span>
    </span>
  );
}

function columnOf(field: Field): GridColumn<DraftRow> {
  return {
    id: field,
    header: words.field[field],
    ...WIDTH[field],
    cell: (row) => <Cell row={row} field={field} />,
    tone: (row) => (row.problems.some((problem) => problem.field === field) ? "bad" : undefined),
  };
}

const ROW_COLUMN: GridColumn<DraftRow> = {
  id: "row",
  header: words.review.row,
  size: 56,
  align: "end",
  cell: (row) => <span className="text-ink-3">{row.row}</span>,
};

const OUTCOME_COLUMN: GridColumn<DraftRow> = {
  id: "outcome",
  header: words.review.outcome,
  size: 194,
  pin: "end",
  cell: (row) => <Badge tone={CLASS_TONE[row.class]}>{row.outcome || words.classFallback[row.class]}</Badge>,
};

type RowsGridProps = {
  draft: DraftView;
  check: UseQueryResult<CheckView>;
  group: ClassGroup;
  chosen: DraftRow | null;
  onChoose: (row: DraftRow | null) => void;
  onClear: () => void;
};

/** The rows of a file with what will happen to each, always in sight at the right edge. */
export function RowsGrid({ draft, check, group, chosen, onChoose, onClear }: RowsGridProps) {
  const fields = shownFields(draft).join();
  const columns = useMemo(
    () => [ROW_COLUMN, ...(fields.split(",") as Field[]).map(columnOf), OUTCOME_COLUMN],
    [fields],
  );
  const classes = CLASS_GROUPS[group];
  const rows = useWindowedRows<DraftRow, DraftRows>({
    queryKey: draftRowsKey(draft.id, classes, check.dataUpdatedAt),
    fetchWindow: (offset, limit) => ipc.draftRows(draft.id, [...classes], offset, limit),
    pageSize: WINDOW,
    enabled: check.isSuccess && !check.isFetching,
  });
  const expected = check.data ? rowsIn(group, check.data.counts) : draft.file.rowsRead;
  return (
    <DataGrid
      label={words.review.grid}
      columns={columns}
      rowCount={rows.outdated ? expected : (rows.latest?.total ?? expected)}
      getRow={rows.getRow}
      onVisibleRange={rows.onVisibleRange}
      onOpen={onChoose}
      // With the detail open, the arrow keys read row after row.
      onMove={(row) => chosen && onChoose(row)}
      onEscape={() => onChoose(null)}
      isSelected={(row) => row.row === chosen?.row}
      resetKey={group}
      dimmed={rows.outdated || (check.isFetching && check.data !== undefined)}
      empty={
        <EmptyState
          title={words.review.emptyTitle}
          action={group === "all" ? null : <Button onPress={onClear}>{words.review.clear}</Button>}
        >
          {words.review.emptyText(words.review.group[group])}
        </EmptyState>
      }
    />
  );
}
