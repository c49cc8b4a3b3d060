import { type RefObject, useImperativeHandle } from "react";
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
};

/** Lets the screen ask for the active cell and the marks, and move them. */
export function useGridHandle<Row>({ props, columns, scroller, place, selection }: GridHandleOptions<Row>): void {
  const { here, moveTo } = place;
  useImperativeHandle(props.handle, () => ({
    here: () => ({ row: here.row, column: columns[here.column]?.id }),
    goTo: (row, column, where) => {
      const to = column === undefined ? here.column : columns.findIndex((one) => one.id === column);
      selection.act({ kind: "drop" });
      moveTo({ row, column: to }, where);
    },
    selectAll: () => selection.act({ kind: "all" }),
    drop: () => selection.act({ kind: "drop" }),
    focus: () => scroller.current?.focus({ preventScroll: true }),
  }));
}
