import type { CSSProperties, MouseEvent } from "react";
import { kit } from "@/words/en/kit";
import { Skeleton } from "./Skeleton";
import type { LaidColumn } from "./useGridColumns";

type GridRowProps<Row> = {
  index: number;
  row: Row | undefined;
  columns: LaidColumn<Row>[];
  template: CSSProperties;
  selected: boolean | undefined;
  activeColumn: number | null;
  cellId: (column: number) => string;
  onPress?: (column: number) => void;
};

/** The widths of a skeleton's bars vary a little, always the same way for the same place. */
const barWidth = (index: number, place: number) => `${45 + ((index * 7 + place * 13) % 35)}%`;

/** One row, or its skeleton. */
export function GridRow<Row>(props: GridRowProps<Row>) {
  const { index, row, columns, template, selected, activeColumn, cellId, onPress } = props;
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
          data-align={column.align}
          data-pin={column.pin}
          data-edge={column.edge || undefined}
          data-tone={row === undefined ? undefined : column.tone?.(row)}
          data-focus={activeColumn === place || undefined}
          style={column.offset}
          className="grid-cell"
          onClick={onPress ? press(place) : undefined}
        >
          {row === undefined ? (
            <>
              <Skeleton width={barWidth(index, place)} />
              {place === 0 ? <span className="sr-only">{kit.loadingRow}</span> : null}
            </>
          ) : (
            column.cell(row, index)
          )}
        </div>
      ))}
    </div>
  );
}
