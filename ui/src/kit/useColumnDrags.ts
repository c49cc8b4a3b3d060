import { type PointerEvent, type RefObject, useEffect, useRef } from "react";
import { isMirrored } from "./direction";
import { cellIn } from "./gridCells";
import { withinWidths } from "./gridColumns";
import { pinnedStyles, rowStyle, wholeStyle } from "./gridTemplate";
import type { LaidColumn } from "./useGridColumns";

/** Pixels that a press has to go before it moves a column. */
const MEANT = 6;

type ColumnDragsOptions<Row> = {
  scroller: RefObject<HTMLDivElement | null>;
  columns: LaidColumn<Row>[];
  onWidth: (id: string, width: number) => void;
  onPlace: (id: string, target: string) => void;
};

/** Makes columns wider and moves them with the mouse. What is seen meanwhile is drawn by styles alone. */
export function useColumnDrags<Row>({ scroller, columns, onWidth, onPlace }: ColumnDragsOptions<Row>) {
  const follow = usePointerFollowed();
  const moved = useRef(false);
  const header = (place: number) => cellIn(scroller.current, { row: -1, column: place });
  /** The width that a column has now, which may be more than its own. */
  const widthAt = (place: number) => header(place)?.getBoundingClientRect().width || (columns[place]?.size ?? 0);

  const show = (place: number, width: number) => {
    const sized = columns.map((one, at) => (at === place ? { size: width, pin: one.pin } : one));
    const dress = (which: string, style: object) => {
      for (const each of scroller.current?.querySelectorAll<HTMLElement>(which) ?? []) Object.assign(each.style, style);
    };
    dress(".grid-head, .grid-body", wholeStyle(sized));
    dress(".grid-row", rowStyle(sized));
    for (const [at, style] of pinnedStyles(sized).entries()) if (style) dress(`[aria-colindex="${at + 1}"]`, style);
  };
  const resize = (place: number, event: PointerEvent) => {
    if (event.button !== 0) return;
    event.stopPropagation();
    const [start, from] = [widthAt(place), event.clientX];
    // What is pinned to the end is held by the edge where the text begins.
    const way = (columns[place]?.pin === "end") === isMirrored() ? 1 : -1;
    const width = (x: number) => withinWidths(start + way * (x - from));
    let shown = false;
    follow({
      onMove: ({ x }) => {
        shown = true;
        show(place, width(x));
      },
      onEnd: ({ x }) => {
        const id = columns[place]?.id;
        if (id !== undefined && shown) onWidth(id, width(x));
      },
    });
  };

  const placeAt = (x: number): number => {
    const inside = (place: number) => {
      const box = header(place)?.getBoundingClientRect();
      return box !== undefined && box.left <= x && x < box.right;
    };
    // Pinned columns stand over the others.
    const pinned = columns.findIndex((column, place) => column.pin && inside(place));
    return pinned >= 0 ? pinned : columns.findIndex((_, place) => inside(place));
  };
  const mark = (from: number, to: number) =>
    columns.forEach((column, place) => {
      const drop = place !== to || column.pin === "end" || to === from ? null : to < from ? "before" : "after";
      if (drop) header(place)?.setAttribute("data-drop", drop);
      else header(place)?.removeAttribute("data-drop");
    });
  const move = (place: number, event: PointerEvent) => {
    moved.current = false;
    const column = columns[place];
    if (event.button !== 0 || event.pointerType === "touch" || !column || column.pin === "end") return;
    const from = event.clientX;
    follow({
      onMove: ({ x }) => {
        moved.current ||= Math.abs(x - from) >= MEANT;
        if (moved.current) mark(place, placeAt(x));
      },
      onEnd: ({ x }) => {
        mark(place, -1);
        const target = columns[placeAt(x)];
        if (moved.current && target && target.pin !== "end" && target.id !== column.id) onPlace(column.id, target.id);
      },
    });
  };
  return {
    widthAt,
    resize,
    move,
    /** The press that ends there moved a column and means nothing else. */
    hasMoved: () => moved.current,
  };
}

type Followed = { onMove: (at: { x: number }) => void; onEnd: (at: { x: number }) => void };

/** Follows the pointer until it is let go, wherever it is. */
function usePointerFollowed(): (followed: Followed) => void {
  const stop = useRef<() => void>(() => undefined);
  useEffect(() => () => stop.current(), []);
  return ({ onMove, onEnd }) => {
    stop.current();
    const move = (event: globalThis.PointerEvent) => onMove({ x: event.clientX });
    const end = (event: globalThis.PointerEvent) => {
      stop.current();
      onEnd({ x: event.clientX });
    };
    stop.current = () => {
      window.removeEventListener("pointermove", move);
      window.removeEventListener("pointerup", end);
      window.removeEventListener("pointercancel", end);
    };
    window.addEventListener("pointermove", move);
    window.addEventListener("pointerup", end);
    window.addEventListener("pointercancel", end);
  };
}
