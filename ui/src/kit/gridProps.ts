import type { KeyboardEvent, ReactNode, RefObject } from "react";
import type { ViewColumn } from "./gridColumns";
import type { Density } from "./gridDensity";
import type { GridSelecting, Selected } from "./gridSelected";
import type { MenuEntry } from "./Menu";
import type { Order } from "./order";
import type { GridEditing, Offer } from "./useGridEditing";

/** A column. */
export type GridColumn<Row> = {
  id: string;
  /** The word over it. */
  header: string;
  /** Pixels; the least where it grows. */
  size: number;
  /** Share of the room that is left. A column pinned to the start grows only if it is the last one there. */
  grow?: number;
  /** `end` for figures. */
  align?: "start" | "end";
  /** Always in sight at that edge. Where columns are arranged by the person, `start` holds until told otherwise. */
  pin?: "start" | "end";
  sortable?: boolean;
  /** Not shown until a person asks for it. */
  hiddenAtFirst?: boolean;
  /** Can't be hidden. */
  fixed?: boolean;
  /** What stands in the cell, from the row alone: a row that is the same is not drawn anew. */
  cell: (row: Row, index: number) => ReactNode;
  /** Marks the cell: something has to be put right there. */
  tone?: (row: Row) => "bad" | "warn" | undefined;
  /** The cell as text: what is copied, and what editing begins with. */
  text?: (row: Row) => string;
  /** Its cells can be edited, where the grid lets cells be edited. */
  editable?: boolean;
  /** What a cell may be. `fresh`: nothing was typed yet. */
  offers?: (typed: string, fresh: boolean) => Offer[];
};

/** A cell that something was pasted onto. */
export type PasteTarget<Row> = {
  row: Row;
  index: number;
  /** The ids of the editable columns from there to the right. */
  columns: string[];
};

/** The active cell, asked for and moved from outside. */
export type GridHandle = {
  here: () => { row: number; column: string | undefined };
  /** Without a column the active one stays. `top`: the row is scrolled to the top, not just into sight. */
  goTo: (row: number, column?: string, where?: "near" | "top") => void;
  /** Marks everything that matches. */
  selectAll: () => void;
  /** Drops the marks. */
  drop: () => void;
  focus: () => void;
  /** Asks for the number of a row to go to. */
  askForRow: () => void;
};

export type DataGridProps<Row> = {
  /** What the rows are, for screen readers. */
  label: string;
  /** What keys do beside the usual ones, for screen readers. */
  help?: string;
  /** Keep it stable: module scope or `useMemo`. */
  columns: GridColumn<Row>[];
  /** Which columns are shown, how wide and in which order. */
  columnState?: ViewColumn[];
  /** The person arranged the columns; absent where that can't be. Given every column. */
  onColumnState?: (state: ViewColumn[]) => void;
  /** Rows in all. */
  rowCount: number;
  /** The row, or nothing while it is on its way: a skeleton stands in once it is late. */
  getRow: (index: number) => Row | undefined;
  /** Called with the first and last row in sight, whenever they change. */
  onVisibleRange?: (first: number, last: number) => void;
  density?: Density;
  /** The order the rows are in; of several the first counts most. */
  sort?: Order | readonly Order[];
  /** Where one column orders: its header was pressed. */
  onSort?: (column: string) => void;
  /** Where several columns can order: the order that is wanted now. */
  onSorts?: (sort: Order[]) => void;
  /** Enter, or a press on a row. Where cells are edited: the space bar, and the others on cells that are not. */
  onOpen?: (row: Row, index: number) => void;
  /** Presses that open a row; one unless told. */
  openBy?: "press" | "double";
  /** The active row changed by a key; where two presses open, by a press too. */
  onMove?: (row: Row, index: number) => void;
  /** Esc. */
  onEscape?: () => void;
  selecting?: GridSelecting;
  /** Letters were typed one after the other: where the rows begin with them is wanted. */
  onJumpLetter?: (prefix: string) => void;
  /** Ctrl+G asks for the number of a row to go to. */
  goToRow?: boolean;
  /** What can be done with a row, under a right click or the menu key. */
  rowMenu?: (row: Row, index: number, selected: Selected | null) => MenuEntry[];
  /** To give the grid the focus. */
  gridRef?: RefObject<HTMLDivElement | null>;
  handle?: RefObject<GridHandle | null>;
  /** Shows which cell is the active one although the focus is elsewhere. */
  pointing?: boolean;
  /** Whether the row is the one that is open. */
  isSelected?: (row: Row) => boolean;
  /** Another value means other rows: back to the top. */
  resetKey?: string;
  /** Shown instead of rows when there are none. */
  empty?: ReactNode;
  /** Older rows shown while newer ones are on their way. */
  dimmed?: boolean;
  /** Whether the row stands back. */
  isMuted?: (row: Row) => boolean;
  /** A name of a row that stays when rows come and go: the active cell stays with it. */
  rowKey?: (row: Row) => string | number;
  editing?: GridEditing<Row>;
  onPaste?: (text: string, target: PasteTarget<Row>) => void;
  /** A key that the grid has no use for; whether it was of use. */
  onKey?: (event: KeyboardEvent, row: Row) => boolean;
};
