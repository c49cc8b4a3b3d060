import { type RefObject, useEffect, useImperativeHandle, useRef } from "react";
import type { Place } from "./gridKeys";
import type { DataGridProps } from "./gridProps";
import type { LaidColumn } from "./useGridColumns";
import type { useGridPlace } from "./useGridPlace";
import type { useGridSelection } from "./useGridSelection";

type GridHandleOptions<Row> = {
  props: DataGridProps<Row>;
  columns: LaidColumn<Row>[];
  scroller: RefObject<HTMLDivElement | null>;
  place: ReturnType<typeof useGridPlace<Row>>;
  selection: ReturnType<typeof useGridSelection>;
  askForRow: () => void;
};

/** Lets the screen ask for the active cell and the marks, and move them. */
export function useGridHandle<Row>(options: GridHandleOptions<Row>): void {
  const { props, columns, scroller, place, selection, askForRow } = options;
  const { here, moveTo } = place;
  // A key may come before the move is drawn, and must not be taken for the row that was left.
  const asked = useRef<Place | null>(null);
  useEffect(() => {
    asked.current = null;
  });
  useImperativeHandle(props.handle, () => ({
    here: () => {
      const { row, column } = asked.current ?? here;
      return { row, column: columns[column]?.id };
    },
    goTo: (row, column, where) => {
      const to = column === undefined ? here.column : columns.findIndex((one) => one.id === column);
      selection.act({ kind: "drop" });
      asked.current = { row, column: to };
      moveTo(asked.current, where);
    },
    selectAll: () => selection.act({ kind: "all" }),
    drop: () => selection.act({ kind: "drop" }),
    focus: () => scroller.current?.focus({ preventScroll: true }),
    askForRow,
  }));
}
