import type { KeyboardEvent, RefObject } from "react";
import { kit } from "@/words/kit";
import { alongText, isMirrored } from "./direction";
import { fittedWidth } from "./fittedWidth";
import { canHide, columnsAt, hidden, neighbour, pinned, placed, resized, type ViewColumn } from "./gridColumns";
import type { DataGridProps } from "./gridProps";
import { hits, type KeyName } from "./keymap";
import { allKeysOf, keysOf } from "./keyNames";
import type { MenuEntry } from "./Menu";
import { useColumnDrags } from "./useColumnDrags";
import type { LaidColumn, useGridColumns } from "./useGridColumns";

/** By how much a key changes a width; pixels. */
const STEP = 16;

const words = kit.header;

/** The key of one of two directions. */
const keyed = (name: KeyName, way: 0 | 1): { keys?: string } => {
  const keys = allKeysOf(name)[way];
  return keys === undefined ? {} : { keys };
};

type ColumnArrangingOptions<Row> = {
  props: DataGridProps<Row>;
  columns: LaidColumn<Row>[];
  scroller: RefObject<HTMLDivElement | null>;
  sorting: Omit<ReturnType<typeof useGridColumns<Row>>, "laid">;
  /** The active cell goes along to that column. */
  goTo: (column: number) => void;
};

/** What a person can do with columns: by the mouse, by a header's menu and by keys on a header. */
export function useColumnArranging<Row>(options: ColumnArrangingOptions<Row>) {
  const { props, columns, scroller, sorting, goTo } = options;
  const { onColumnState } = props;
  const state = columnsAt(props.columns, props.columnState ?? []);
  const change = (next: ViewColumn[]) => onColumnState?.(next);
  const drags = useColumnDrags({
    scroller,
    columns,
    onWidth: (id, width) => change(resized(state, id, width)),
    onPlace: (id, target) => change(placed(state, id, target)),
  });

  const fitTo = (place: number) => {
    const id = columns[place]?.id;
    if (scroller.current && id !== undefined) change(resized(state, id, fittedWidth(scroller.current, place)));
  };
  const widen = (place: number, by: number) => {
    const id = columns[place]?.id;
    if (id !== undefined) change(resized(state, id, drags.widthAt(place) + by));
  };
  const beside = (place: number, way: 1 | -1) => {
    const id = columns[place]?.id;
    return id === undefined ? undefined : neighbour(props.columns, state, id, way);
  };
  const step = (place: number, way: 1 | -1) => {
    const [id, target] = [columns[place]?.id, beside(place, way)];
    if (id === undefined || target === undefined) return;
    change(placed(state, id, target));
    goTo(place + way);
  };

  const sortEntries = ({ id, sortable }: LaidColumn<Row>): MenuEntry[] => {
    if (!sortable || !props.onSorts) return [];
    const sorted = sorting.sorts.some((one) => one.column === id);
    return [
      { id: "ascending", label: words.ascending, onAction: () => sorting.sortTo(id, false) },
      { id: "descending", label: words.descending, onAction: () => sorting.sortTo(id, true) },
      sorted
        ? { id: "remove", label: words.remove, onAction: () => sorting.unsort(id) }
        : { id: "add", label: words.add, keys: keysOf("sortMore"), onAction: () => sorting.sortBy(id, true) },
    ];
  };
  const arrangeEntries = (column: LaidColumn<Row>, place: number): MenuEntry[] => {
    if (!onColumnState) return [];
    const { id, pin } = column;
    const isPinned = pin === "start";
    const moving = (way: 1 | -1): Pick<Exclude<MenuEntry, "-">, "disabled" | "onAction"> => ({
      disabled: beside(place, way) === undefined,
      onAction: () => step(place, way),
    });
    return [
      {
        id: "pin",
        label: isPinned ? words.unpin : words.pin,
        disabled: pin === "end",
        onAction: () => change(pinned(state, id, !isPinned)),
      },
      { id: "left", label: words.left, ...keyed("column", isMirrored() ? 1 : 0), ...moving(isMirrored() ? 1 : -1) },
      { id: "right", label: words.right, ...keyed("column", isMirrored() ? 0 : 1), ...moving(isMirrored() ? -1 : 1) },
      "-",
      { id: "fit", label: words.fit, onAction: () => fitTo(place) },
      {
        id: "narrower",
        label: words.narrower,
        ...keyed("width", isMirrored() ? 1 : 0),
        onAction: () => widen(place, -STEP),
      },
      {
        id: "wider",
        label: words.wider,
        ...keyed("width", isMirrored() ? 0 : 1),
        onAction: () => widen(place, STEP),
      },
      "-",
      {
        id: "hide",
        label: words.hide,
        disabled: !canHide(props.columns, state, id),
        onAction: () => change(hidden(state, id, true)),
      },
    ];
  };
  /** What a header's menu offers; nothing where there is nothing to do. */
  const entries = (place: number): MenuEntry[] => {
    const column = columns[place];
    if (!column) return [];
    const [sorts, arranges] = [sortEntries(column), arrangeEntries(column, place)];
    return sorts.length > 0 && arranges.length > 0 ? [...sorts, "-", ...arranges] : [...sorts, ...arranges];
  };
  /** A key on a header that arranges columns; whether it was one. */
  const key = (event: KeyboardEvent, place: number): boolean => {
    const moves = hits(event, "column");
    if (!onColumnState || (!moves && !hits(event, "width"))) return false;
    const way = alongText(event.key) === "ArrowLeft" ? -1 : 1;
    if (moves) step(place, way);
    else widen(place, way * STEP);
    return true;
  };
  return {
    entries,
    key,
    fitTo,
    resize: drags.resize,
    move: drags.move,
    hasMoved: drags.hasMoved,
  };
}
