import {
  columnOrderingFeature,
  columnPinningFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
  type Updater,
  useTable,
} from "@tanstack/react-table";
import { type CSSProperties, useMemo } from "react";
import { columnsAt, type ViewColumn } from "./gridColumns";
import type { GridColumn } from "./gridProps";
import { pinnedStyles } from "./gridTemplate";
import type { Order } from "./order";

const features = tableFeatures({
  columnOrderingFeature,
  columnPinningFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  rowSortingFeature,
});

/** Rows never live in the table: they are asked for by their place, so it only knows columns. */
const NO_ROWS: never[] = [];
const NO_STATE: ViewColumn[] = [];
const NO_ORDER: readonly Order[] = [];

/** A column at its place: order, size and pinned offset are settled. */
export type LaidColumn<Row> = GridColumn<Row> & {
  /** Where its cells stick, if it is pinned. */
  style: CSSProperties | undefined;
  /** The pinned column beside the columns that scroll. */
  edge: boolean;
};

type GridColumnsOptions<Row> = {
  columns: GridColumn<Row>[];
  columnState?: ViewColumn[] | undefined;
  sort?: Order | readonly Order[] | undefined;
  onSorts?: ((sort: Order[]) => void) | undefined;
};

/** The columns in the order in which they stand, and the order of the rows by them. */
export function useGridColumns<Row>({ columns, columnState = NO_STATE, sort, onSorts }: GridColumnsOptions<Row>) {
  const sorts = useMemo(() => (sort === undefined ? NO_ORDER : [sort].flat()), [sort]);
  const definitions = useMemo(
    () =>
      columns.map(({ id, header, size, sortable }) => ({
        id,
        header,
        size,
        minSize: 0,
        maxSize: Number.MAX_SAFE_INTEGER,
        accessorFn: () => null,
        enableSorting: sortable === true,
        sortDescFirst: false,
      })),
    [columns],
  );
  const state = useMemo(() => tableState(columns, columnState), [columns, columnState]);
  const sorting = useMemo(() => sorts.map((one) => ({ id: one.column, desc: one.descending })), [sorts]);
  const table = useTable({
    features,
    columns: definitions,
    data: NO_ROWS,
    manualSorting: true,
    state: { ...state, sorting },
    onSortingChange: (updater: Updater<SortingState>) => {
      const next = typeof updater === "function" ? updater(sorting) : updater;
      onSorts?.(next.map(({ id, desc }) => ({ column: id, descending: desc })));
    },
  });
  const [start, middle, end] = [
    table.getStartVisibleLeafColumns(),
    table.getCenterVisibleLeafColumns(),
    table.getEndVisibleLeafColumns(),
  ];
  const laid = useMemo(() => {
    const byId = new Map(columns.map((column) => [column.id, column]));
    const zones = [
      { pin: "start" as const, all: start, edge: start.at(-1)?.id },
      { pin: undefined, all: middle, edge: undefined },
      { pin: "end" as const, all: end, edge: end[0]?.id },
    ];
    const own = new Set(columnState.filter((view) => view.width > 0).map((view) => view.id));
    const placed = zones.flatMap(({ pin, all, edge }) =>
      all.map((one) => ({ pin, one, size: one.getSize(), edge: one.id === edge })),
    );
    const styles = pinnedStyles(placed);
    return placed.flatMap(({ pin, one, size, edge }, place): LaidColumn<Row>[] => {
      const column = byId.get(one.id);
      if (!column) return [];
      const { pin: _, grow, ...rest } = column;
      const laid = { ...rest, size, style: styles[place], edge };
      return [{ ...laid, ...(pin ? { pin } : {}), ...(grow && !own.has(one.id) ? { grow } : {}) }];
    });
  }, [columns, columnState, start, middle, end]);

  return {
    laid,
    sorts,
    /** That column alone, again the other way round; or beside the others, and in the end no longer. */
    sortBy: (id: string, adds: boolean) => {
      const alone = sorts.find((one) => one.column === id && sorts.length === 1);
      table.getColumn(id)?.toggleSorting(adds ? undefined : alone !== undefined && !alone.descending, adds);
    },
    /** That column alone, that way round. */
    sortTo: (id: string, descending: boolean) => table.getColumn(id)?.toggleSorting(descending, false),
    unsort: (id: string) => table.getColumn(id)?.clearSorting(),
  };
}

/** How the columns stand, in the table's words. */
function tableState<Row>(columns: GridColumn<Row>[], columnState: ViewColumn[]) {
  const byId = new Map(columns.map((column) => [column.id, column]));
  const views = columnsAt(columns, columnState).filter((view) => byId.has(view.id));
  const isLast = (view: ViewColumn) => byId.get(view.id)?.pin === "end";
  return {
    columnOrder: views.map((view) => view.id),
    columnVisibility: Object.fromEntries(views.map((view) => [view.id, !view.hidden])),
    columnSizing: Object.fromEntries(views.flatMap((view) => (view.width > 0 ? [[view.id, view.width]] : []))),
    columnPinning: {
      start: views.filter((view) => view.pinned && !isLast(view)).map((view) => view.id),
      end: views.filter(isLast).map((view) => view.id),
    },
  };
}
