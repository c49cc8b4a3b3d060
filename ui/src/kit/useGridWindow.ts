import { useVirtualizer, type Virtualizer } from "@tanstack/react-virtual";
import { type RefObject, startTransition, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { gridScale, revealOffset } from "./gridScale";
import { painted } from "./turns";

/** The header's row with its line. */
export const HEADER_HEIGHT = 33;

/** Rows that exist out of sight, above and below, so that a turn of the wheel finds them drawn. */
const OVERSCAN = 12;

/** How long a grid waits for its first rows before it draws places for them. Most arrive sooner, and all would be drawn twice. */
const PATIENCE_MS = 120;

/** How high the last grid was: the next one begins with as many rows as will be in sight, and is not drawn twice for it. */
let lastHeight = 600;

type GridWindowOptions = {
  scroller: RefObject<HTMLDivElement | null>;
  rowCount: number;
  /** Pixels. */
  rowHeight: number;
  /** Whether what stands in that row is known. */
  isKnown: (index: number) => boolean;
  onVisibleRange?: (first: number, last: number) => void;
};

type Engine = Virtualizer<HTMLDivElement, Element>;

/**
 * Which rows exist now, and where. The engine counts in the rows' own pixels; the scroll bar may count
 * in squeezed ones, so the sheet that carries the rows is moved by hand on every scroll.
 */
export function useGridWindow({ scroller, rowCount, rowHeight, isKnown, onVisibleRange }: GridWindowOptions) {
  const [view, setView] = useState(lastHeight);
  const [overscan, setOverscan] = useState(0);
  const inView = Math.max(0, view - HEADER_HEIGHT);
  const scale = gridScale(rowCount, rowHeight, inView);
  const sheet = useRef<HTMLDivElement>(null);
  const now = useRef({ scale, base: 0 });
  now.current.scale = scale;

  const settle = useCallback(() => {
    const box = scroller.current;
    if (!box || !sheet.current) return;
    // Counted from the start of the text: a page that is read from right to left scrolls to negative places.
    const past = Math.abs(box.scrollLeft);
    box.toggleAttribute("data-past-start", past > 0);
    box.toggleAttribute("data-past-end", past + box.clientWidth < box.scrollWidth - 1);
    const { scale, base } = now.current;
    const top = base + box.scrollTop - scale.toRows(box.scrollTop);
    // `top`, not a transform: a layer this far down is drawn blurred.
    sheet.current.style.top = `${Math.round(top)}px`;
  }, [scroller]);

  const engine = useVirtualizer<HTMLDivElement, Element>({
    count: rowCount,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan,
    initialRect: { width: 1000, height: lastHeight },
    scrollToFn: () => undefined,
    observeElementOffset: (instance: Engine, report) => {
      const box = instance.scrollElement;
      if (!box) return;
      const tell = (moving: boolean) => {
        settle();
        report(now.current.scale.toRows(box.scrollTop), moving);
      };
      const onScroll = () => tell(true);
      const onEnd = () => tell(false);
      tell(false);
      box.addEventListener("scroll", onScroll, { passive: true });
      box.addEventListener("scrollend", onEnd, { passive: true });
      return () => {
        box.removeEventListener("scroll", onScroll);
        box.removeEventListener("scrollend", onEnd);
      };
    },
  });
  const height = engine.scrollRect?.height ?? view;
  useEffect(() => {
    setView(height);
    if (height > 0) lastHeight = height;
  }, [height]);

  const heightBefore = useRef(rowHeight);
  useLayoutEffect(() => {
    const [box, before] = [scroller.current, heightBefore.current];
    if (!box || before === rowHeight) return;
    heightBefore.current = rowHeight;
    engine.measure();
    // The row at the top stays there.
    const top = gridScale(rowCount, before, inView).toRows(box.scrollTop) / before;
    box.scrollTop = gridScale(rowCount, rowHeight, inView).toScroll(top * rowHeight);
  }, [rowHeight, rowCount, inView, engine, scroller]);

  const items = engine.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items[items.length - 1]?.index ?? 0;
  now.current.base = items[0]?.start ?? 0;
  useLayoutEffect(settle);

  useEffect(() => {
    if (rowCount > 0) onVisibleRange?.(first, last);
  }, [first, last, rowCount, onVisibleRange]);

  const isBegun = useBegun(rowCount > 0 && isKnown(first));
  useOutOfSight(isBegun, setOverscan);

  const reveal = (index: number, where: "near" | "top" = "near") => {
    const box = scroller.current;
    if (!box) return;
    const offset = scale.toRows(box.scrollTop);
    const next = where === "top" ? index * rowHeight : revealOffset(index, rowHeight, inView, offset);
    if (next !== offset) box.scrollTop = scale.toScroll(next);
  };

  return {
    sheet,
    spacer: scale.spacer,
    indexes: isBegun ? items.map((item) => item.index) : [],
    /** Whether the rows in sight are drawn. */
    isReady: rowCount === 0 || isBegun,
    rowsInView: Math.floor(inView / rowHeight),
    reveal,
  };
}

/**
 * Whether rows are drawn: once the grid stands, and the first are known or have been waited for. From then on they always are.
 * The grid is a lot to draw, and so are they: keys are answered in between.
 */
function useBegun(areKnown: boolean): boolean {
  const [begun, setBegun] = useState(false);
  useEffect(() => {
    if (begun) return;
    const begin = () => startTransition(() => setBegun(true));
    if (areKnown) return begin();
    const timer = setTimeout(begin, PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [areKnown, begun]);
  return begun;
}

/** No rows out of sight until those in sight are painted: half as much is drawn before a screen stands there. */
function useOutOfSight(isBegun: boolean, setOverscan: (rows: number) => void): void {
  useEffect(() => {
    if (!isBegun) return;
    let gone = false;
    void painted().then(() => {
      if (!gone) startTransition(() => setOverscan(OVERSCAN));
    });
    return () => {
      gone = true;
    };
  }, [isBegun, setOverscan]);
}
