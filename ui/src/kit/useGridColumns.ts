import {
  columnPinningFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { type CSSProperties, useMemo } from "react";
import type { GridColumn } from "./DataGrid";

const features = tableFeatures({ columnPinningFeature, columnSizingFeature, columnVisibilityFeature });

/** Rows never live in the table: they are asked for by their place, so it only knows columns. */
const NO_ROWS: never[] = [];

/** A column at its place: order, size and pinned offset are settled. */
export type LaidColumn<Row> = GridColumn<Row> & {
  /** Where a pinned column sticks. */
  offset: CSSProperties | undefined;
  /** The pinned column beside the columns that scroll. */
  edge: boolean;
};

/** The columns in the order in which they stand: pinned to the start, free, pinned to the end. */
export function useGridColumns<Row>(columns: GridColumn<Row>[]): LaidColumn<Row>[] {
  const definitions = useMemo(
    () => columns.map(({ id, header, size }) => ({ id, header, size, minSize: 0, accessorFn: () => null })),
    [columns],
  );
  const columnPinning = useMemo(() => {
    const ids = (pin: "start" | "end") => columns.filter((c) => c.pin === pin).map((c) => c.id);
    return { start: ids("start"), end: ids("end") };
  }, [columns]);
  const table = useTable({ features, columns: definitions, data: NO_ROWS, state: { columnPinning } });
  const [start, middle, end] = [
    table.getStartVisibleLeafColumns(),
    table.getCenterVisibleLeafColumns(),
    table.getEndVisibleLeafColumns(),
  ];
  return useMemo(() => {
    const byId = new Map(columns.map((column) => [column.id, column]));
    const lay = (
      ids: { id: string; getSize: () => number }[],
      offset: (before: number, after: number) => CSSProperties | undefined,
      edge: number,
    ) =>
      ids.flatMap(({ id }, place) => {
        const column = byId.get(id);
        if (!column) return [];
        const sum = (some: typeof ids) => some.reduce((all, one) => all + one.getSize(), 0);
        return [
          { ...column, offset: offset(sum(ids.slice(0, place)), sum(ids.slice(place + 1))), edge: place === edge },
        ];
      });
    return [
      ...lay(start, (before) => ({ left: before }), start.length - 1),
      ...lay(middle, () => undefined, -1),
      ...lay(end, (_, after) => ({ right: after }), 0),
    ];
  }, [columns, start, middle, end]);
}
