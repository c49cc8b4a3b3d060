import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useLayoutEffect, useMemo } from "react";
import type { LaidColumn } from "./useGridColumns";

/** With more columns than these, only those in sight are drawn. */
export const MANY = 40;

/** The places of the columns whose cells exist: all of them, or of many those in sight, the pinned ones and the active one. */
export function useDrawnColumns<Row>(
  scroller: RefObject<HTMLDivElement | null>,
  columns: LaidColumn<Row>[],
  active: number,
): number[] {
  const many = columns.length > MANY;
  const engine = useVirtualizer<HTMLDivElement, Element>({
    count: many ? columns.length : 0,
    enabled: many,
    horizontal: true,
    getScrollElement: () => scroller.current,
    estimateSize: (place) => columns[place]?.size ?? 0,
    overscan: 3,
    initialRect: { width: 1000, height: 600 },
    scrollToFn: () => undefined,
    rangeExtractor: (range: Range) => {
      const always = columns.flatMap((column, place) => (column.pin || place === active ? [place] : []));
      return [...new Set([...defaultRangeExtractor(range), ...always])].sort((a, b) => a - b);
    },
  });
  useLayoutEffect(() => {
    if (many && columns.length > 0) engine.measure();
  }, [many, columns, engine]);
  const drawn = many ? engine.getVirtualIndexes() : columns.map((_, place) => place);
  const told = drawn.join();
  // The same places are the same list, so that rows see that nothing changed.
  return useMemo(() => (told === "" ? [] : told.split(",").map(Number)), [told]);
}
