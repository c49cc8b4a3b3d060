import { type CSSProperties, type MouseEvent, memo } from "react";
import { kit } from "@/words/kit";
import { CellEditor } from "./CellEditor";
import { cellIdOf } from "./gridCells";
import type { Place } from "./gridKeys";
import { marksAt } from "./gridSelected";
import { Skeleton } from "./Skeleton";
import type { LaidColumn } from "./useGridColumns";
import type { After, OpenCell } from "./useGridEditing";

/** The cell of the row that is being edited. */
export type RowEditing<Row> = {
  open: OpenCell<Row>;
  finish: (after: After, focus?: boolean) => void;
  cancel: () => void;
  setText: (text: string) => void;
  /** What the row is called. */
  name: string;
};

/** What presses on cells do. Always the same object, so that it draws no row anew. */
export type CellPresses = {
  press: (place: Place, event: MouseEvent) => void;
  doublePress: (place: Place, event: MouseEvent) => void;
};

type GridRowProps<Row> = {
  index: number;
  row: Row | undefined;
  /** How high it is, and how wide its columns. */
  style: CSSProperties;
  columns: LaidColumn<Row>[];
  /** The places of the columns that are drawn. */
  drawn: number[];
  grid: string;
  /** Whether it is the row that is open; nothing where no row can be. */
  open: boolean | undefined;
  /** The marked columns as `marksIn` writes them; nothing where cells can't be marked. */
  marks: string | undefined;
  activeColumn: number | null;
  /** Stands back. */
  muted: boolean;
  clickable: boolean;
  /** The grid's cells can be edited. */
  edits: boolean;
  editing: RowEditing<Row> | undefined;
  presses: CellPresses;
};

/** The widths of a skeleton's bars vary a little, always the same way for the same place. */
const barWidth = (index: number, place: number) => `${45 + ((index * 7 + place * 13) % 35)}%`;

/** A button of the cell's own does its own thing. */
export const isOwnControl = (target: EventTarget): boolean =>
  target instanceof Element && target.closest("button, a, input, label") !== null;

function Row<Row>(props: GridRowProps<Row>) {
  const { index, row, columns, drawn, grid, open, marks, activeColumn, clickable, edits, editing, presses } = props;
  // Where each column is drawn the cells follow each other; elsewhere some are missing between them.
  const follow = drawn.length === columns.length;
  const isMarked = marksAt(marks ?? "");
  // Where cells are marked, being selected is theirs; the open row is the current one.
  const state = marks === undefined ? { "aria-selected": open } : { "aria-current": open || undefined };
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      {...state}
      aria-busy={row === undefined || undefined}
      data-open={open || undefined}
      data-clickable={clickable ? "" : undefined}
      data-active={activeColumn !== null || undefined}
      data-muted={props.muted || undefined}
      style={props.style}
      className="grid-row"
    >
      {drawn.map((place) => {
        const column = columns[place];
        if (!column) return null;
        const isEdited = editing?.open.place.column === place;
        const editable = edits && column.editable === true;
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: Enter on the grid does the same
          <div
            key={column.id}
            id={cellIdOf(grid, { row: index, column: place })}
            role="gridcell"
            aria-colindex={place + 1}
            aria-selected={marks === undefined ? undefined : isMarked(place)}
            aria-readonly={edits && !editable ? true : undefined}
            data-editing={isEdited || undefined}
            data-align={column.align}
            data-pin={column.pin}
            data-edge={column.edge || undefined}
            data-tone={row === undefined ? undefined : column.tone?.(row)}
            data-focus={activeColumn === place || undefined}
            style={follow ? column.style : { ...column.style, gridColumn: place + 1 }}
            className="grid-cell"
            onClick={clickable ? (event) => presses.press({ row: index, column: place }, event) : undefined}
            onDoubleClick={(event) => presses.doublePress({ row: index, column: place }, event)}
          >
            {row === undefined ? (
              <>
                <Skeleton width={barWidth(index, place)} />
                {place === 0 ? <span className="sr-only">{kit.loadingRow}</span> : null}
              </>
            ) : editing && isEdited ? (
              <CellEditor
                label={kit.cellOf(column.header, editing.name)}
                start={editing.open.start}
                typed={editing.open.typed}
                offers={column.offers}
                onText={editing.setText}
                onDone={editing.finish}
                onCancel={editing.cancel}
              />
            ) : (
              column.cell(row, index)
            )}
          </div>
        );
      })}
    </div>
  );
}

/** One row, or its skeleton. Drawn anew only when something of it changed: scrolling moves rows, it does not draw them. */
export const GridRow = memo(Row) as typeof Row;
