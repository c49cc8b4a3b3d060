import type { CSSProperties, MouseEvent } from "react";
import { kit } from "@/words/en/kit";
import { CellEditor } from "./CellEditor";
import type { Place } from "./gridKeys";
import { Skeleton } from "./Skeleton";
import type { LaidColumn } from "./useGridColumns";
import type { After, OpenCell } from "./useGridEditing";

type RowEditing<Row> = {
  open: OpenCell<Row> | null;
  begin: (place: Place) => boolean;
  finish: (after: After, focus?: boolean) => void;
  cancel: () => void;
  setText: (text: string) => void;
  /** What the row is called. */
  name: (row: Row) => string;
  /** The active cell is in this row. */
  here: boolean;
};

type GridRowProps<Row> = {
  index: number;
  row: Row | undefined;
  columns: LaidColumn<Row>[];
  template: CSSProperties;
  selected: boolean | undefined;
  activeColumn: number | null;
  cellId: (column: number) => string;
  onPress?: (column: number) => void;
  /** Stands back. */
  muted?: boolean | undefined;
  edit: RowEditing<Row> | undefined;
};

/** The widths of a skeleton's bars vary a little, always the same way for the same place. */
const barWidth = (index: number, place: number) => `${45 + ((index * 7 + place * 13) % 35)}%`;

/** One row, or its skeleton. */
export function GridRow<Row>(props: GridRowProps<Row>) {
  const { index, row, columns, template, selected, activeColumn, cellId, onPress, edit } = props;
  const openColumn = edit?.here ? edit.open?.place.column : undefined;
  const press = (place: number) => (event: MouseEvent) => {
    // A button of the cell's own does its own thing.
    if ((event.target as Element).closest("button, a, input, label")) return;
    onPress?.(place);
  };
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected}
      aria-busy={row === undefined || undefined}
      data-clickable={onPress ? "" : undefined}
      data-active={activeColumn !== null || undefined}
      data-muted={props.muted || undefined}
      className="grid-row"
      style={template}
    >
      {columns.map((column, place) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: Enter on the grid does the same
        <div
          key={column.id}
          id={cellId(place)}
          role="gridcell"
          aria-colindex={place + 1}
          aria-readonly={edit && !column.editable ? true : undefined}
          data-editing={openColumn === place || undefined}
          data-align={column.align}
          data-pin={column.pin}
          data-edge={column.edge || undefined}
          data-tone={row === undefined ? undefined : column.tone?.(row)}
          data-focus={activeColumn === place || undefined}
          style={column.offset}
          className="grid-cell"
          onClick={onPress ? press(place) : undefined}
          onDoubleClick={edit && column.editable ? () => edit.begin({ row: index, column: place }) : undefined}
        >
          {row === undefined ? (
            <>
              <Skeleton width={barWidth(index, place)} />
              {place === 0 ? <span className="sr-only">{kit.loadingRow}</span> : null}
            </>
          ) : edit?.open && openColumn === place ? (
            <CellEditor
              label={kit.cellOf(column.header, edit.name(edit.open.row))}
              start={edit.open.start}
              typed={edit.open.typed}
              offers={column.offers}
              onText={edit.setText}
              onDone={edit.finish}
              onCancel={edit.cancel}
            />
          ) : (
            column.cell(row, index)
          )}
        </div>
      ))}
    </div>
  );
}
