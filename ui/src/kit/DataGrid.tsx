import { type KeyboardEvent, type ReactNode, type RefObject, useImperativeHandle, useMemo, useRef } from "react";
import { cx } from "./cx";
import { GridHeader } from "./GridHeader";
import { GridRow } from "./GridRow";
import { useGridActions } from "./useGridActions";
import { useGridColumns } from "./useGridColumns";
import { type GridEditing, type Offer, useWrittenWhenGone } from "./useGridEditing";
import { useGridPlace } from "./useGridPlace";
import { HEADER_HEIGHT, useGridWindow } from "./useGridWindow";

/** A column. */
export type GridColumn<Row> = {
  id: string;
  /** The word over it. */
  header: string;
  /** Pixels; the least where it grows. */
  size: number;
  /** Share of the room that is left. A column pinned to the start grows only if it is the last one there. */
  grow?: number;
  /** `end` for figures. */
  align?: "start" | "end";
  /** Always in sight at that edge. */
  pin?: "start" | "end";
  sortable?: boolean;
  cell: (row: Row, index: number) => ReactNode;
  /** Marks the cell: something has to be put right there. */
  tone?: (row: Row) => "bad" | "warn" | undefined;
  /** The cell as text: what is copied, and what editing begins with. */
  text?: (row: Row) => string;
  /** Its cells can be edited, where the grid lets cells be edited. */
  editable?: boolean;
  /** What a cell may be. `fresh`: nothing was typed yet. */
  offers?: (typed: string, fresh: boolean) => Offer[];
};

/** A cell that something was pasted onto. */
export type PasteTarget<Row> = {
  row: Row;
  index: number;
  /** The ids of the editable columns from there to the right. */
  columns: string[];
};

/** The active cell, asked for and moved from outside. */
export type GridHandle = {
  here: () => { row: number; column: string | undefined };
  goTo: (row: number, column: string) => void;
};

export type DataGridProps<Row> = {
  /** What the rows are, for screen readers. */
  label: string;
  /** What keys do beside the usual ones, for screen readers. */
  help?: string;
  /** Keep it stable: module scope or `useMemo`. */
  columns: GridColumn<Row>[];
  /** Rows in all. */
  rowCount: number;
  /** The row, or nothing while it is on its way: a skeleton stands in. */
  getRow: (index: number) => Row | undefined;
  /** Called with the first and last row in sight, whenever they change. */
  onVisibleRange?: (first: number, last: number) => void;
  /** The order the rows are in. */
  sort?: { column: string; descending: boolean };
  onSort?: (column: string) => void;
  /** Enter, or a press on a row. Where cells are edited: the space bar, and the others on cells that are not. */
  onOpen?: (row: Row, index: number) => void;
  /** The active row changed by a key. */
  onMove?: (row: Row, index: number) => void;
  /** Esc. */
  onEscape?: () => void;
  /** To give the grid the focus. */
  gridRef?: RefObject<HTMLDivElement | null>;
  handle?: RefObject<GridHandle | null>;
  /** Shows which cell is the active one although the focus is elsewhere. */
  pointing?: boolean;
  /** Whether the row is the one that is open. */
  isSelected?: (row: Row) => boolean;
  /** Another value means other rows: back to the top. */
  resetKey?: string;
  /** Shown instead of rows when there are none. */
  empty?: ReactNode;
  /** Older rows shown while newer ones are on their way. */
  dimmed?: boolean;
  /** Whether the row stands back. */
  isMuted?: (row: Row) => boolean;
  /** A name of a row that stays when rows come and go: the active cell stays with it. */
  rowKey?: (row: Row) => string | number;
  editing?: GridEditing<Row>;
  onPaste?: (text: string, target: PasteTarget<Row>) => void;
  /** A key that the grid has no use for; whether it was of use. */
  onKey?: (event: KeyboardEvent, row: Row) => boolean;
};

/** No cell: where the words on the keys are found. */
const HELP = { row: -2, column: 0 };

/** What a grid shows: any number of rows, of which only those in sight exist. */
export function DataGrid<Row>(props: DataGridProps<Row>) {
  const { label, rowCount, getRow, sort, onSort, onOpen, isSelected, empty, dimmed } = props;
  const own = useRef<HTMLDivElement>(null);
  const scroller = props.gridRef ?? own;
  const columns = useGridColumns(props.columns);
  const window = useGridWindow({ scroller, rowCount, onVisibleRange: props.onVisibleRange });
  const place = useGridPlace({
    scroller,
    rowCount,
    columnCount: columns.length,
    getRow,
    rowKey: props.rowKey,
    resetKey: props.resetKey,
    reveal: window.reveal,
    onMove: props.onMove,
  });
  const { here, cellId } = place;
  useImperativeHandle(props.handle, () => ({
    here: () => ({ row: here.row, column: columns[here.column]?.id }),
    goTo: (row, column) => place.moveTo({ row, column: columns.findIndex((one) => one.id === column) }),
  }));
  const page = Math.max(1, window.rowsInView - 1);
  const { edit, onKeyDown, press } = useGridActions({ props, columns, scroller, place, page });
  useWrittenWhenGone(edit.open !== null, window.indexes.includes(here.row), () => edit.finish("stay"));

  const template = useMemo(
    () => ({
      gridTemplateColumns: columns.map((c) => (c.grow ? `minmax(${c.size}px, ${c.grow}fr)` : `${c.size}px`)).join(" "),
      minWidth: columns.reduce((sum, c) => sum + c.size, 0),
    }),
    [columns],
  );

  return (
    <div className="relative h-full min-h-0">
      <div
        ref={scroller}
        role="grid"
        aria-label={label}
        aria-describedby={props.help ? cellId(HELP) : undefined}
        aria-rowcount={rowCount + 1}
        aria-colcount={columns.length}
        aria-busy={dimmed || undefined}
        aria-activedescendant={rowCount > 0 || here.row < 0 ? cellId(here) : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
        data-pointing={props.pointing || undefined}
        className="grid-scroll"
        style={{
          scrollPaddingTop: HEADER_HEIGHT,
          scrollPaddingLeft: columns.filter((c) => c.pin === "start").reduce((sum, c) => sum + c.size, 0),
          scrollPaddingRight: columns.filter((c) => c.pin === "end").reduce((sum, c) => sum + c.size, 0),
        }}
      >
        <GridHeader
          columns={columns}
          template={template}
          sort={sort}
          onSort={onSort}
          cellId={(column) => cellId({ row: -1, column })}
          active={here.row < 0 ? here.column : null}
        />
        <div
          role="rowgroup"
          style={{ height: window.spacer, minWidth: template.minWidth }}
          // `clip`, not `hidden`: that would make a scroll container, and pinned cells would stick to it.
          className={cx("relative overflow-clip transition-opacity", dimmed && "opacity-60")}
        >
          <div ref={window.sheet} role="presentation" className="absolute inset-x-0">
            {window.indexes.map((index) => {
              const row = getRow(index);
              return (
                <GridRow
                  // By its own name: a cell that is being edited goes along when its row moves.
                  key={row !== undefined && props.rowKey ? `row ${props.rowKey(row)}` : index}
                  index={index}
                  row={row}
                  columns={columns}
                  template={template}
                  selected={isSelected ? row !== undefined && isSelected(row) : undefined}
                  activeColumn={here.row === index ? here.column : null}
                  cellId={(column) => cellId({ row: index, column })}
                  muted={row !== undefined && props.isMuted?.(row)}
                  edit={props.editing && { ...edit, name: props.editing.rowName, here: here.row === index }}
                  onPress={onOpen ? (column) => press({ row: index, column }) : undefined}
                />
              );
            })}
          </div>
        </div>
      </div>
      {props.help ? (
        <p id={cellId(HELP)} hidden>
          {props.help}
        </p>
      ) : null}
      {rowCount === 0 && empty ? <div className="absolute inset-x-0 top-8 bottom-0">{empty}</div> : null}
    </div>
  );
}
