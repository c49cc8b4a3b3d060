import type { KeyboardEvent, RefObject } from "react";
import type { DataGridProps } from "./DataGrid";
import { type Place, placeAfter } from "./gridKeys";
import { useGridClipboard } from "./useGridClipboard";
import type { LaidColumn } from "./useGridColumns";
import { useGridEditing } from "./useGridEditing";
import type { useGridPlace } from "./useGridPlace";

type GridActionsOptions<Row> = {
  props: DataGridProps<Row>;
  columns: LaidColumn<Row>[];
  scroller: RefObject<HTMLDivElement | null>;
  place: ReturnType<typeof useGridPlace<Row>>;
  /** Rows that a page key goes over. */
  page: number;
};

/** What keys, presses and the clipboard do in a grid. */
export function useGridActions<Row>({ props, columns, scroller, place, page }: GridActionsOptions<Row>) {
  const { rowCount, getRow, editing, onPaste } = props;
  const { here, moveTo } = place;
  const rowHere = () => (here.row < 0 ? undefined : getRow(here.row));
  const edit = useGridEditing({ editing, columns, scroller, rowCount, here, getRow, moveTo });

  const open = (index: number) => {
    const row = getRow(index);
    if (row !== undefined) props.onOpen?.(row, index);
  };
  const paste = (text: string) => {
    const row = rowHere();
    const ids = columns.slice(here.column).flatMap((column) => (column.editable ? [column.id] : []));
    if (row !== undefined && ids.length > 0) onPaste?.(text, { row, index: here.row, columns: ids });
  };
  const copy = () => {
    const row = rowHere();
    return row === undefined ? null : (columns[here.column]?.text?.(row) ?? null);
  };
  useGridClipboard(scroller, { copy, paste: onPaste && paste });

  /** What Enter does: orders, presses what is in the cell, opens the cell or the row. */
  const act = () => {
    const column = columns[here.column];
    if (here.row < 0) {
      if (column?.sortable) props.onSort?.(column.id);
      return;
    }
    const inner = document.getElementById(place.cellId(here))?.querySelector<HTMLElement>("button, a[href], input");
    if (inner) inner.click();
    else if (!edit.begin(here)) open(here.row);
  };
  /** The keys of a grid whose cells are edited; whether it was one. */
  const editingKey = (key: string, whole: boolean): boolean => {
    if (!editing || whole || here.row < 0) return false;
    if (key === "F2") return edit.begin(here);
    if (key === "Delete" || key === "Backspace") return edit.empty(here);
    if (key === " ") {
      open(here.row);
      return true;
    }
    return key.length === 1 && edit.begin(here, key);
  };
  /** A key that the grid itself has no use for; whether the screen had. */
  const otherKey = (event: KeyboardEvent): boolean => {
    const row = rowHere();
    return row !== undefined && props.onKey?.(event, row) === true;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    // Windows tells AltGr as Ctrl and Alt together; on many keyboards it types the @.
    const writes = event.getModifierState("AltGraph");
    if (event.target !== event.currentTarget || (event.altKey && !writes)) return;
    const whole = !writes && (event.ctrlKey || event.metaKey);
    const next = placeAfter(event.key, whole, here, { rows: rowCount, columns: columns.length, page });
    if (next) moveTo(next);
    else if (event.key === "Enter") act();
    else if (event.key === "Escape" && props.onEscape) props.onEscape();
    else if (!editingKey(event.key, whole) && !otherKey(event)) return;
    event.preventDefault();
  };

  const press = (at: Place) => {
    place.take(at);
    if (editing && columns[at.column]?.editable) place.moved(at);
    else open(at.row);
  };
  return { edit, onKeyDown, press };
}
