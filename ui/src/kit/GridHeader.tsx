import { type CSSProperties, type MouseEvent, memo, type PointerEvent } from "react";
import { kit } from "@/words/kit";
import { cellIdOf } from "./gridCells";
import { ArrowDownIcon, ArrowUpIcon, ChevronDownIcon } from "./icons";
import type { Order } from "./order";
import type { LaidColumn } from "./useGridColumns";

/** What the mouse does on headers. Always the same object, so that it draws no header anew. */
export type HeaderActs = {
  /** Orders by a column, alone or beside the others. */
  sortBy: (column: string, adds: boolean) => void;
  /** Opens the menu of a column under what was pressed. */
  openMenu: (place: number, under: Element) => void;
  fitTo: (place: number) => void;
  resize: (place: number, event: PointerEvent) => void;
  move: (place: number, event: PointerEvent) => void;
  /** The press that ends there moved a column and means nothing else. */
  hasMoved: () => boolean;
};

type GridHeaderProps<Row> = {
  columns: LaidColumn<Row>[];
  /** How wide it is at least. */
  whole: CSSProperties;
  /** How wide its columns are. */
  style: CSSProperties;
  /** The order of the rows; of several the first counts most. */
  sorts: readonly Order[];
  grid: string;
  /** The column of the header's active cell. */
  active: number | null;
  /** A press orders. */
  orders: boolean;
  /** The person arranges the columns. */
  arranges: boolean;
  acts: HeaderActs;
};

function Header<Row>({ columns, whole, style, sorts, grid, active, orders, arranges, acts }: GridHeaderProps<Row>) {
  return (
    <div role="rowgroup" style={whole} className="grid-head">
      <div role="row" aria-rowindex={1} style={style} className="grid-row">
        {columns.map((column, place) => {
          const at = sorts.findIndex((one) => one.column === column.id);
          const sortable = column.sortable && orders;
          return (
            <div
              key={column.id}
              id={cellIdOf(grid, { row: -1, column: place })}
              role="columnheader"
              aria-colindex={place + 1}
              aria-label={arranges || sorts.length > 1 ? nameOf(column.header, at, sorts) : undefined}
              aria-sort={sortable ? direction(sorts[at]) : undefined}
              data-align={column.align}
              data-pin={column.pin}
              data-edge={column.edge || undefined}
              data-focus={active === place || undefined}
              style={column.style}
              className="grid-cell group text-sm font-[550] text-ink-2"
              onPointerDown={arranges ? (event) => acts.move(place, event) : undefined}
              onContextMenu={arranges ? opening(acts.openMenu, place) : undefined}
            >
              {sortable ? (
                <button
                  type="button"
                  tabIndex={-1}
                  onClick={(event) => !acts.hasMoved() && acts.sortBy(column.id, event.shiftKey)}
                  className="-mx-1 flex h-full min-w-0 items-center gap-1 px-1 hover:text-ink"
                >
                  <span className="truncate">{column.header}</span>
                  {sorts[at] ? <SortMark order={sorts[at]} place={sorts.length > 1 ? at + 1 : null} /> : null}
                </button>
              ) : (
                <span className="truncate">{column.header}</span>
              )}
              {arranges ? (
                <button
                  type="button"
                  tabIndex={-1}
                  aria-haspopup="menu"
                  aria-label={kit.header.menu(column.header)}
                  onPointerDown={(event) => event.stopPropagation()}
                  onClick={(event) => acts.openMenu(place, event.currentTarget)}
                  className="grid-head-menu"
                >
                  <ChevronDownIcon width="12" height="12" />
                </button>
              ) : null}
              {arranges ? (
                <span
                  aria-hidden="true"
                  data-resizer
                  className="grid-resizer"
                  onPointerDown={(event) => acts.resize(place, event)}
                  onDoubleClick={() => acts.fitTo(place)}
                />
              ) : null}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** The words over the columns; a press orders by them. Scrolling draws nothing of it anew. */
export const GridHeader = memo(Header) as typeof Header;

const opening = (openMenu: (place: number, at: Element) => void, place: number) => (event: MouseEvent) => {
  event.preventDefault();
  openMenu(place, event.currentTarget);
};

const direction = (order: Order | undefined) => (order ? (order.descending ? "descending" : "ascending") : "none");

const nameOf = (header: string, at: number, sorts: readonly Order[]) =>
  at >= 0 && sorts.length > 1 ? kit.header.sorted(header, at + 1, sorts.length) : header;

/** Which way round, and of several which one. */
function SortMark({ order, place }: { order: Order; place: number | null }) {
  const Arrow = order.descending ? ArrowDownIcon : ArrowUpIcon;
  return (
    <>
      <Arrow width="12" height="12" className="shrink-0" />
      {place === null ? null : (
        <span aria-hidden="true" className="text-xs tabular-nums">
          {place}
        </span>
      )}
    </>
  );
}
