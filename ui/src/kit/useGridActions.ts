import type { KeyboardEvent, MouseEvent, RefObject } from "react";
import { type CellPresses, isOwnControl } from "./GridRow";
import { type Place, placeAfter } from "./gridKeys";
import type { DataGridProps } from "./gridProps";
import { hits } from "./keymap";
import { useGridClipboard } from "./useGridClipboard";
import type { LaidColumn } from "./useGridColumns";
import { useGridEditing } from "./useGridEditing";
import { useGridMarkKeys } from "./useGridMarkKeys";
import type { useGridPlace } from "./useGridPlace";
import type { useGridSelection } from "./useGridSelection";
import { useKeptActs } from "./useKeptActs";
import { useTypeAhead } from "./useTypeAhead";

type GridActionsOptions<Row> = {
  props: DataGridProps<Row>;
  columns: LaidColumn<Row>[];
  scroller: RefObject<HTMLDivElement | null>;
  place: ReturnType<typeof useGridPlace<Row>>;
  selection: ReturnType<typeof useGridSelection>;
  /** Rows that a page key goes over. */
  page: number;
  sortBy: ((column: string, adds: boolean) => void) | undefined;
  /** A key on a header that arranges columns; whether it was one. */
  arrangingKey: (event: KeyboardEvent, column: number) => boolean;
  /** Opens the menu of a cell; whether there is one. */
  openMenu: (at: Place) => boolean;
  askForRow: (() => void) | undefined;
  /** Whether the press that ends there only marked cells. */
  onlyMarked: (event: MouseEvent) => boolean;
};

/** What keys, presses and the clipboard do in a grid. */
export function useGridActions<Row>(options: GridActionsOptions<Row>) {
  const { props, columns, scroller, place, selection, page } = options;
  const { rowCount, getRow, editing, onPaste, selecting, openBy } = props;
  const { here, moveTo } = place;
  const extent = { rows: rowCount, columns: columns.length, page };
  const rowHere = () => (here.row < 0 ? undefined : getRow(here.row));
  const edit = useGridEditing({ editing, columns, scroller, rowCount, here, getRow, moveTo });
  const markKey = useGridMarkKeys({ selecting, selection, here, extent, moveTo });
  const letterKey = useTypeAhead(props.onJumpLetter);

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
  const copyMarked = () => {
    if (!selection.selected || !selecting?.onCopy) return false;
    selecting.onCopy(selection.selected, false);
    return true;
  };
  useGridClipboard(scroller, { copyMarked, copy, paste: onPaste && paste });

  /** What Enter does: orders, presses what is in the cell, opens the cell or the row. */
  const act = (adds: boolean) => {
    const column = columns[here.column];
    if (here.row < 0) {
      if (column?.sortable) options.sortBy?.(column.id, adds);
      return;
    }
    const inner = place.cellOf(here)?.querySelector<HTMLElement>("button, a[href], input");
    if (inner) inner.click();
    else if (!edit.begin(here)) open(here.row);
  };
  /** The keys of a grid whose cells are edited; whether it was one. */
  const editingKey = (event: KeyboardEvent, whole: boolean): boolean => {
    if (!editing || whole || here.row < 0) return false;
    if (hits(event, "edit")) return edit.begin(here);
    if (hits(event, "empty")) return edit.empty(here);
    if (hits(event, "about")) {
      open(here.row);
      return true;
    }
    return event.key.length === 1 && edit.begin(here, event.key);
  };
  /** A key that opens something over the grid; whether it was one. */
  const openingKey = (event: KeyboardEvent): boolean => {
    if (hits(event, "menu")) return options.openMenu(here);
    if (here.row < 0 && hits(event, "headerMenu")) return options.openMenu(here);
    if (!options.askForRow || !hits(event, "rowNumber")) return false;
    options.askForRow();
    return true;
  };
  /** A key that the grid itself has no use for; whether the screen had. */
  const otherKey = (event: KeyboardEvent): boolean => {
    const row = rowHere();
    return row !== undefined && props.onKey?.(event, row) === true;
  };
  /** Whether the key was of use to the grid. */
  const takesKey = (event: KeyboardEvent): boolean => {
    // Windows tells AltGr as Ctrl and Alt together; on many keyboards it types the @.
    const writes = event.getModifierState("AltGraph");
    const whole = !writes && (event.ctrlKey || event.metaKey);
    if (here.row < 0 && options.arrangingKey(event, here.column)) return true;
    if (openingKey(event)) return true;
    if (event.altKey && !writes) return false;
    if (markKey(event, whole)) return true;
    const next = placeAfter(event.key, whole, here, extent);
    if (next) moveTo(next);
    else if (hits(event, "open") || hits(event, "sortMore")) act(event.shiftKey);
    else if (props.onEscape && hits(event, "close")) props.onEscape();
    else return editingKey(event, whole) || (!editing && !whole && letterKey(event.key)) || otherKey(event);
    return true;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.target === event.currentTarget && takesKey(event)) event.preventDefault();
  };

  const presses = useKeptActs<CellPresses>({
    press: (at, event) => {
      if (isOwnControl(event.target) || options.onlyMarked(event)) return;
      const other = place.take(at);
      if (editing && columns[at.column]?.editable) {
        if (other) place.tell(at.row);
      } else if (openBy === "double") place.tell(at.row);
      else open(at.row);
    },
    doublePress: (at, event) => {
      if (edit.begin(at) || isOwnControl(event.target) || openBy !== "double") return;
      open(at.row);
    },
  });
  return { edit, onKeyDown, presses };
}
