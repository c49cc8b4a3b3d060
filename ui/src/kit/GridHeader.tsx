import type { CSSProperties } from "react";
import { ArrowDownIcon, ArrowUpIcon } from "./icons";
import type { LaidColumn } from "./useGridColumns";

type GridHeaderProps<Row> = {
  columns: LaidColumn<Row>[];
  template: CSSProperties;
  sort?: { column: string; descending: boolean };
  onSort?: (column: string) => void;
  cellId: (column: number) => string;
  /** The column of the header's active cell. */
  active: number | null;
};

/** The words over the columns; a press orders by them. */
export function GridHeader<Row>({ columns, template, sort, onSort, cellId, active }: GridHeaderProps<Row>) {
  return (
    <div role="rowgroup" className="grid-head" style={{ minWidth: template.minWidth }}>
      <div role="row" aria-rowindex={1} className="grid-row" style={template}>
        {columns.map((column, place) => {
          const order = sort?.column === column.id ? (sort.descending ? "descending" : "ascending") : undefined;
          const sorts = column.sortable && onSort;
          return (
            <div
              key={column.id}
              id={cellId(place)}
              role="columnheader"
              aria-colindex={place + 1}
              aria-sort={sorts ? (order ?? "none") : undefined}
              data-align={column.align}
              data-pin={column.pin}
              data-edge={column.edge || undefined}
              data-focus={active === place || undefined}
              style={column.offset}
              className="grid-cell text-sm font-[550] text-ink-2"
            >
              {sorts ? (
                <button
                  type="button"
                  tabIndex={-1}
                  onClick={() => onSort(column.id)}
                  className="-mx-1 flex h-full items-center gap-1 px-1 hover:text-ink"
                >
                  {column.header}
                  {order === "ascending" ? <ArrowUpIcon width="12" height="12" /> : null}
                  {order === "descending" ? <ArrowDownIcon width="12" height="12" /> : null}
                </button>
              ) : (
                column.header
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
