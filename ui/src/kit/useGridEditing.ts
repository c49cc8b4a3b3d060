import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import type { Place } from "./gridKeys";
import type { LaidColumn } from "./useGridColumns";

/** Lets cells be edited in place. */
export type GridEditing<Row> = {
  /** What the row is called beside the column: "row 12". */
  rowName: (row: Row) => string;
  /** The person wrote something else into a cell. */
  onEdit: (row: Row, column: string, text: string) => void;
};

/** Something that a cell may be, offered while it is edited. */
export type Offer = {
  id: string;
  label: string;
  /** A few words beside the label. */
  note?: string;
  /** What the cell's text becomes. */
  text: string;
};

/** Where the active cell goes once a cell is written. */
export type After = "down" | "up" | "right" | "left" | "stay";

/** The cell that is open. */
export type OpenCell<Row> = {
  row: Row;
  place: Place;
  /** What the editor begins with. */
  start: string;
  /** Whether the person began by typing over what was there. */
  typed: boolean;
};

type GridEditingOptions<Row> = {
  editing: GridEditing<Row> | undefined;
  columns: LaidColumn<Row>[];
  scroller: RefObject<HTMLDivElement | null>;
  rowCount: number;
  here: Place;
  getRow: (index: number) => Row | undefined;
  moveTo: (place: Place) => void;
};

/** The next cell that can be edited, along the row and on to the next; the same one where there is none. */
export function nextEditable(editable: readonly boolean[], from: Place, way: 1 | -1, rows: number): Place {
  let { row, column } = from;
  for (let left = editable.length * 2; left > 0; left -= 1) {
    column += way;
    if (column < 0 || column >= editable.length) {
      row += way;
      column = way > 0 ? 0 : editable.length - 1;
    }
    if (row < 0 || row >= rows) return from;
    if (editable[column]) return { row, column };
  }
  return from;
}

/** Which cell is being edited, and the ways in and out. The focus is the grid's before and after. */
export function useGridEditing<Row>(options: GridEditingOptions<Row>) {
  const { editing, columns, scroller, rowCount, here, getRow, moveTo } = options;
  const [open, setOpen] = useState<OpenCell<Row> | null>(null);
  // What is typed lives here, not in the state: a letter must not draw the whole grid anew.
  const text = useRef("");
  const current = useRef<OpenCell<Row> | null>(null);

  /** The row of a cell that can be edited. */
  const editableRow = (place: Place): Row | undefined =>
    editing && place.row >= 0 && columns[place.column]?.editable ? getRow(place.row) : undefined;
  const textAt = (row: Row, column: number) => columns[column]?.text?.(row) ?? "";
  const write = (row: Row, column: number, written: string) => {
    const id = columns[column]?.id;
    if (id !== undefined && written !== textAt(row, column)) editing?.onEdit(row, id, written);
  };

  /** Opens the active cell, or says that it can't be. */
  const begin = (place: Place, typed?: string): boolean => {
    const row = editableRow(place);
    if (row === undefined) return false;
    const start = typed ?? textAt(row, place.column);
    text.current = start;
    current.current = { row, place, start, typed: typed !== undefined };
    setOpen(current.current);
    return true;
  };

  const close = (): OpenCell<Row> | null => {
    const closed = current.current;
    // First: giving the focus away is itself a reason to write.
    current.current = null;
    setOpen(null);
    return closed;
  };

  const finish = (after: After, focus = true) => {
    const closed = close();
    if (!closed) return;
    write(closed.row, closed.place.column, text.current);
    if (focus) scroller.current?.focus({ preventScroll: true });
    const editable = columns.map((column) => column.editable === true);
    if (after === "down") moveTo({ ...here, row: Math.min(here.row + 1, rowCount - 1) });
    if (after === "up") moveTo({ ...here, row: Math.max(here.row - 1, 0) });
    if (after === "right") moveTo(nextEditable(editable, here, 1, rowCount));
    if (after === "left") moveTo(nextEditable(editable, here, -1, rowCount));
  };

  const cancel = () => {
    if (close()) scroller.current?.focus({ preventScroll: true });
  };

  const empty = (place: Place): boolean => {
    const row = editableRow(place);
    if (row === undefined) return false;
    write(row, place.column, "");
    return true;
  };

  const setText = useCallback((typed: string) => {
    text.current = typed;
  }, []);
  return { open, begin, finish, cancel, empty, setText };
}

/** A cell that is scrolled away is written as it stands: its field is gone. */
export function useWrittenWhenGone(open: boolean, inSight: boolean, write: () => void): void {
  const latest = useRef(write);
  latest.current = write;
  useEffect(() => {
    if (open && !inSight) latest.current();
  }, [open, inSight]);
}
