import type { UseQueryResult } from "@tanstack/react-query";
import { type KeyboardEvent, type RefObject, useEffect, useImperativeHandle, useMemo, useRef, useState } from "react";
import { draftRowsKey } from "@/data/drafts";
import {
  type CheckView,
  type DraftChange,
  type DraftRow,
  type DraftRows,
  type DraftView,
  type Field,
  ipc,
  type Search,
} from "@/ipc";
import { Button } from "@/kit/Button";
import { copyEntries } from "@/kit/copyEntries";
import { DataGrid, type GridHandle, type PasteTarget } from "@/kit/DataGrid";
import { EmptyState } from "@/kit/EmptyState";
import { hits } from "@/kit/keymap";
import { keysOf } from "@/kit/keyNames";
import type { GridEditing } from "@/kit/useGridEditing";
import { useWindowedRows } from "@/kit/useWindowedRows";
import { invite as words } from "@/words/invite";
import { repair } from "@/words/repair";
import { CLASS_GROUPS, type ClassGroup, rowsIn } from "./classes";
import { nextCell } from "./nextCell";
import { useCellOffers } from "./offers";
import { cellKey, rowColumns, type Written } from "./rowColumns";
import { shownFields, textOf } from "./rowValues";
import { useFreshRow } from "./useFreshRow";

/** Rows asked for at once; the contract's limit is 500. */
const WINDOW = 200;

const NOTHING_WRITTEN: Written = new Map();

type RowsGridProps = {
  profile: string;
  draft: DraftView;
  check: UseQueryResult<CheckView>;
  group: ClassGroup;
  chosen: DraftRow | null;
  gridRef: RefObject<HTMLDivElement | null>;
  /** Something is being looked for. */
  finding: boolean;
  /** Given the way to the next cell that holds a text. */
  nextRef: RefObject<GoToNext | null>;
  /** The last change was refused: what is shown as written is not. */
  refused: boolean;
  onChoose: (row: DraftRow | null) => void;
  onChange: (change: DraftChange) => void;
  onClear: () => void;
};

/** Goes to the next cell that holds a text, if it is still wanted once it is found, and gives the number of its row. */
export type GoToNext = (search: Search, isWanted: () => boolean) => Promise<number | null>;

/** The rows of a file with what will happen to each, always in sight at the right edge. Cells are edited in place. */
export function RowsGrid(props: RowsGridProps) {
  const { draft, check, group, chosen, onChoose, onChange, onClear } = props;
  const classes = CLASS_GROUPS[group];
  const rows = useWindowedRows<DraftRow, DraftRows>({
    queryKey: draftRowsKey(draft.id, classes, check.dataUpdatedAt),
    fetchWindow: (offset, limit) => ipc.draftRows(draft.id, [...classes], offset, limit),
    pageSize: WINDOW,
    enabled: check.isSuccess && !check.isFetching,
  });
  const { written, write } = useWritten(rows.outdated, props.refused);
  const fields = shownFields(draft).join();
  const offers = useCellOffers(props.profile);
  const { rowsRead } = draft.file;
  const columns = useMemo(
    () => rowColumns(rowsRead, fields.split(",") as Field[], offers, written),
    [rowsRead, fields, offers, written],
  );
  const handle = useRef<GridHandle>(null);
  const shown = useRef("");
  shown.current = `${group} ${check.dataUpdatedAt}`;
  useImperativeHandle(props.nextRef, () => async (search, isWanted) => {
    const [from, asked] = [handle.current?.here(), shown.current];
    if (!from || rows.outdated) return null;
    const found = await nextCell({
      search,
      fields: shownFields(draft),
      from,
      total: rowCount,
      pageSize: WINDOW,
      pageOf: rows.pageOf,
      // Other rows stand there by now, or something else is looked for.
      isWanted: () => shown.current === asked && isWanted(),
    });
    if (!found) return null;
    handle.current?.goTo(found.index, found.field);
    return found.row;
  });
  const editing: GridEditing<DraftRow> = {
    rowName: (row) => repair.cell.rowName(row.row),
    onEdit: (row, column, text) => {
      write(cellKey(row.row, column), text);
      onChange({ kind: "set-cells", cells: [{ row: row.row, field: column as Field, text }] });
    },
  };
  const paste = (text: string, { row, columns }: PasteTarget<DraftRow>) =>
    onChange({ kind: "paste", classes: [...classes], row: row.row, fields: columns as Field[], text });
  const skipByKey = (event: KeyboardEvent, row: DraftRow) => {
    if (!hits(event, "skip")) return false;
    onChange(skipping(row));
    return true;
  };
  const expected = check.data ? rowsIn(group, check.data.counts) : draft.file.rowsRead;
  const rowCount = rows.outdated ? expected : (rows.latest?.total ?? expected);
  const choose = useFreshRow({ chosen, getRow: rows.getRow, total: rowCount, settled: !rows.outdated, onChoose });
  return (
    <DataGrid
      label={words.review.grid}
      {...(draft.run === null ? { help: repair.cell.keys, editing, onPaste: paste, onKey: skipByKey } : {})}
      gridRef={props.gridRef}
      handle={handle}
      pointing={props.finding}
      columns={columns}
      rowCount={rowCount}
      getRow={rows.getRow}
      rowKey={(row) => row.row}
      onVisibleRange={rows.onVisibleRange}
      onOpen={choose}
      // With the detail open, the arrow keys read row after row.
      onMove={(row, index) => chosen && choose(row, index)}
      onEscape={() => onChoose(null)}
      rowMenu={(row, index) => [
        { id: "about", label: repair.row.about, keys: keysOf("about"), onAction: () => choose(row, index) },
        ...(draft.run === null
          ? [
              {
                id: "skip",
                label: row.class === "skipped" ? repair.row.take : repair.row.skip,
                keys: keysOf("skip"),
                onAction: () => onChange(skipping(row)),
              },
            ]
          : []),
        "-",
        ...copyEntries(textOf(row, "email")),
      ]}
      isSelected={(row) => row.row === chosen?.row}
      isMuted={(row) => row.class === "skipped"}
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

/** Leaves a row out, or takes it in again. */
export const skipping = (row: DraftRow): DraftChange => ({
  kind: "skip-rows",
  rows: [row.row],
  skip: row.class !== "skipped",
});

/** What was written stands in the cells at once, until the rows come back checked. */
function useWritten(outdated: boolean, refused: boolean) {
  const [written, setWritten] = useState(NOTHING_WRITTEN);
  useEffect(() => {
    if (!outdated || refused) setWritten(NOTHING_WRITTEN);
  }, [outdated, refused]);
  return { written, write: (cell: string, text: string) => setWritten((all) => new Map(all).set(cell, text)) };
}
