import { type MouseEvent, useRef, useState } from "react";
import { kit } from "@/words/kit";
import { cx } from "./cx";
import { GoToRow } from "./GoToRow";
import { GridHeader, type HeaderActs } from "./GridHeader";
import { GridRow } from "./GridRow";
import { cellAt } from "./gridCells";
import { ROW_HEIGHTS, useDensity } from "./gridDensity";
import type { DataGridProps } from "./gridProps";
import { isTyping } from "./typing";
import { useColumnArranging } from "./useColumnArranging";
import { useDrawnColumns } from "./useDrawnColumns";
import { useGridActions } from "./useGridActions";
import { useGridColumns } from "./useGridColumns";
import { useGridDrag } from "./useGridDrag";
import { useWrittenWhenGone } from "./useGridEditing";
import { useGridHandle } from "./useGridHandle";
import { useGridMenus } from "./useGridMenus";
import { useGridPlace } from "./useGridPlace";
import { useGridSelection } from "./useGridSelection";
import { useGridStyle } from "./useGridStyle";
import { useGridWindow } from "./useGridWindow";
import { useKeptActs } from "./useKeptActs";

export type { DataGridProps, GridColumn, GridHandle, PasteTarget } from "./gridProps";

/** What a grid shows: any number of rows, of which only those in sight exist. */
export function DataGrid<Row>(props: DataGridProps<Row>) {
  const { label, rowCount, getRow, onSort, onOpen, isSelected, empty, dimmed, editing, selecting } = props;
  const own = useRef<HTMLDivElement>(null);
  const scroller = props.gridRef ?? own;
  const rowHeight = ROW_HEIGHTS[useDensity(props.density)];
  const { laid: columns, ...sorting } = useGridColumns(props);
  const isKnown = (index: number) => getRow(index) !== undefined;
  const window = useGridWindow({ scroller, rowCount, rowHeight, isKnown, onVisibleRange: props.onVisibleRange });
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
  const helpId = `${place.id}-help`;
  const drawn = useDrawnColumns(scroller, columns, here.column);
  const selection = useGridSelection({ selecting, rowCount, columns });
  const askForRow = () => setAsksForRow(true);
  useGridHandle({ props, columns, scroller, place, selection, askForRow });

  const sortBy = props.onSorts ? sorting.sortBy : onSort && ((column: string) => onSort(column));
  const goToHeader = (column: number) => place.take({ row: -1, column });
  const arranging = useColumnArranging({ props, columns, scroller, sorting, goTo: goToHeader });
  const menus = useGridMenus({
    props,
    columns,
    selection,
    cellOf: place.cellOf,
    take: place.take,
    headerEntries: arranging.entries,
  });
  const headerActs = useKeptActs<HeaderActs>({
    sortBy: (column, adds) => sortBy?.(column, adds),
    openMenu: menus.openHeader,
    fitTo: arranging.fitTo,
    resize: arranging.resize,
    move: arranging.move,
    hasMoved: arranging.hasMoved,
  });
  const [asksForRow, setAsksForRow] = useState(false);
  const styles = useGridStyle(columns, rowHeight);
  const drag = useGridDrag({
    scroller,
    on: selecting !== undefined,
    covered: styles.covered,
    press: (at) => {
      selection.act({ kind: "drop" });
      place.take(at);
    },
    toggle: (at) => {
      selection.act({ kind: "toggle", from: here, at });
      place.take(at);
    },
    extend: (to) => {
      selection.act({ kind: "extend", from: here, to });
      place.take(to);
    },
  });
  const { edit, onKeyDown, presses } = useGridActions({
    props,
    columns,
    scroller,
    place,
    selection,
    page: Math.max(1, window.rowsInView - 1),
    sortBy,
    arrangingKey: arranging.key,
    openMenu: menus.openHere,
    askForRow: props.goToRow && rowCount > 0 ? askForRow : undefined,
    onlyMarked: drag.onlyMarked,
  });
  useWrittenWhenGone(edit.open !== null, window.indexes.includes(here.row), () => edit.finish("stay"));

  const onContextMenu = (event: MouseEvent) => {
    // In a field the browser's own menu cuts, copies and pastes.
    if (isTyping(event.target)) return;
    const at = cellAt(event.target);
    if (at && menus.openRow(at, { x: event.clientX, y: event.clientY })) event.preventDefault();
    // The menu key was heard already.
    else if (props.rowMenu && event.target === event.currentTarget) event.preventDefault();
  };
  const help = [props.help, props.onColumnState && kit.header.keys, selecting && kit.selecting]
    .filter(Boolean)
    .join(" ");
  const inSight = here.row < 0 || window.indexes.includes(here.row);

  return (
    <div className="relative h-full min-h-0">
      <div
        ref={scroller}
        role="grid"
        aria-label={label}
        aria-describedby={help ? helpId : undefined}
        aria-rowcount={rowCount + 1}
        aria-colcount={columns.length}
        aria-multiselectable={selecting ? true : undefined}
        aria-busy={dimmed || !window.isReady || undefined}
        aria-activedescendant={inSight ? cellId(here) : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onContextMenu={onContextMenu}
        data-pointing={props.pointing || undefined}
        className="grid-scroll"
        style={styles.grid}
      >
        <GridHeader
          columns={columns}
          whole={styles.whole}
          style={styles.header}
          sorts={sorting.sorts}
          grid={place.id}
          active={here.row < 0 ? here.column : null}
          orders={sortBy !== undefined}
          arranges={props.onColumnState !== undefined}
          acts={headerActs}
        />
        <div
          role="rowgroup"
          style={{ height: window.spacer, ...styles.whole }}
          // `clip`, not `hidden`: that would make a scroll container, and pinned cells would stick to it.
          className={cx("grid-body relative overflow-clip transition-opacity", dimmed && "opacity-60")}
          onPointerDown={drag.onPointerDown}
        >
          <div ref={window.sheet} role="presentation" className="absolute inset-x-0">
            {window.indexes.map((index) => {
              const row = getRow(index);
              const isHere = here.row === index;
              return (
                <GridRow
                  // By its own name: a cell that is being edited goes along when its row moves.
                  key={row !== undefined && props.rowKey ? `row ${props.rowKey(row)}` : index}
                  index={index}
                  row={row}
                  style={styles.row}
                  columns={columns}
                  drawn={drawn}
                  grid={place.id}
                  open={isSelected ? row !== undefined && isSelected(row) : undefined}
                  marks={selection.marksOf(index)}
                  activeColumn={isHere ? here.column : null}
                  muted={row !== undefined && props.isMuted?.(row) === true}
                  clickable={onOpen !== undefined}
                  edits={editing !== undefined}
                  editing={
                    editing && isHere && edit.open
                      ? { ...edit, open: edit.open, name: editing.rowName(edit.open.row) }
                      : undefined
                  }
                  presses={presses}
                />
              );
            })}
          </div>
        </div>
      </div>
      {help ? (
        <p id={helpId} hidden>
          {help}
        </p>
      ) : null}
      {rowCount === 0 && empty ? <div className="absolute inset-x-0 top-8 bottom-0">{empty}</div> : null}
      {menus.node}
      {props.goToRow ? (
        <GoToRow
          open={asksForRow}
          rowCount={rowCount}
          onClose={() => setAsksForRow(false)}
          onGo={(row) => {
            selection.act({ kind: "drop" });
            place.moveTo({ row, column: Math.max(here.column, 0) }, "top");
          }}
        />
      ) : null}
    </div>
  );
}
