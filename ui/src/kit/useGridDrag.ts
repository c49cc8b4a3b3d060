import { type MouseEvent, type PointerEvent, type RefObject, useEffect, useRef } from "react";
import { isMirrored } from "./direction";
import { isOwnControl } from "./GridRow";
import { cellAt } from "./gridCells";
import type { Place } from "./gridKeys";
import { pull } from "./gridPull";
import { HEADER_HEIGHT } from "./useGridWindow";
import { useLatest } from "./useLatest";

type GridDragOptions = {
  scroller: RefObject<HTMLDivElement | null>;
  /** Cells can be marked. */
  on: boolean;
  /** The room that pinned columns cover. */
  covered: { start: number; end: number };
  press: (at: Place) => void;
  toggle: (at: Place) => void;
  extend: (to: Place) => void;
};

/** Marks cells with the mouse: pressing, with Shift or Ctrl, and dragging, which scrolls at the edges. */
export function useGridDrag(options: GridDragOptions) {
  const latest = useLatest(options);
  const dragged = useRef(false);
  const end = useRef<() => void>(() => undefined);
  useEffect(() => () => end.current(), []);

  const follow = (from: Place) => {
    let last = from;
    let frame = 0;
    let pointer = { x: 0, y: 0 };
    const reach = (to: Place | null) => {
      if (!to || (to.row === last.row && to.column === last.column)) return;
      last = to;
      dragged.current = true;
      latest.current.extend(to);
    };
    const step = () => {
      frame = 0;
      const box = latest.current.scroller.current;
      if (box && scrolled(box, pointer, latest.current.covered)) reach(cellUnder(box, pointer, latest.current.covered));
      if (box && isPulled(box, pointer, latest.current.covered)) frame = requestAnimationFrame(step);
    };
    const onMove = (event: globalThis.PointerEvent) => {
      pointer = { x: event.clientX, y: event.clientY };
      const box = latest.current.scroller.current;
      const inside = event.target instanceof Node && box?.contains(event.target);
      reach(inside ? cellAt(event.target) : null);
      frame ||= requestAnimationFrame(step);
    };
    const stop = () => {
      cancelAnimationFrame(frame);
      window.removeEventListener("pointermove", onMove);
      window.removeEventListener("pointerup", stop);
      window.removeEventListener("pointercancel", stop);
    };
    end.current();
    end.current = stop;
    window.addEventListener("pointermove", onMove);
    window.addEventListener("pointerup", stop);
    window.addEventListener("pointercancel", stop);
  };

  const onPointerDown = (event: PointerEvent) => {
    dragged.current = false;
    const at = cellAt(event.target);
    if (!options.on || event.button !== 0 || !at || isOwnControl(event.target)) return;
    if (event.shiftKey) options.extend(at);
    else if (event.ctrlKey || event.metaKey) options.toggle(at);
    else options.press(at);
    // A finger that moves scrolls.
    if (event.pointerType !== "touch") follow(at);
  };
  return {
    onPointerDown,
    /** Whether the press that ends there only marked cells. */
    onlyMarked: (event: MouseEvent): boolean =>
      options.on && (dragged.current || event.shiftKey || event.ctrlKey || event.metaKey),
  };
}

type Point = { x: number; y: number };
type Covered = GridDragOptions["covered"];

/** The part of the grid where rows scroll. */
function room(box: HTMLElement, covered: Covered) {
  const { left, top } = box.getBoundingClientRect();
  const [before, after] = sides(covered);
  return {
    left: left + before,
    right: left + box.clientWidth - after,
    top: top + HEADER_HEIGHT,
    bottom: top + box.clientHeight,
  };
}

/** What pinned columns cover on the left and on the right. */
const sides = ({ start, end }: Covered) => (isMirrored() ? ([end, start] as const) : ([start, end] as const));

function pulls(box: HTMLElement, { x, y }: Point, covered: Covered) {
  const { left, right, top, bottom } = room(box, covered);
  // Over the pinned columns is no reason to scroll sideways; past the grid's edge is.
  const [before, after] = sides(covered);
  const outside = x < left - before || x > right + after;
  return { x: outside || covered.start + covered.end === 0 ? pull(x, left, right) : 0, y: pull(y, top, bottom) };
}

const isPulled = (box: HTMLElement, at: Point, covered: Covered) => {
  const { x, y } = pulls(box, at, covered);
  return x !== 0 || y !== 0;
};

function scrolled(box: HTMLElement, at: Point, covered: Covered): boolean {
  const { x, y } = pulls(box, at, covered);
  box.scrollLeft += x;
  box.scrollTop += y;
  return x !== 0 || y !== 0;
}

/** The cell nearest to a point that may be outside. */
function cellUnder(box: HTMLElement, { x, y }: Point, covered: Covered): Place | null {
  const { left, right, top, bottom } = room(box, covered);
  const within = (at: number, low: number, high: number) => Math.min(Math.max(at, low + 1), high - 2);
  const [before, after] = sides(covered);
  return cellAt(document.elementFromPoint?.(within(x, left - before, right + after), within(y, top, bottom)) ?? null);
}
