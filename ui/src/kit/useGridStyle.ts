import { useMemo } from "react";
import { pinnedWidth, rowStyle, wholeStyle } from "./gridTemplate";
import type { LaidColumn } from "./useGridColumns";
import { HEADER_HEIGHT } from "./useGridWindow";

/** The styles of a grid, of what holds its rows, of the header's row and of the others; and the room that pinned columns cover. */
export function useGridStyle<Row>(columns: LaidColumn<Row>[], rowHeight: number) {
  return useMemo(() => {
    const covered = { start: pinnedWidth(columns, "start"), end: pinnedWidth(columns, "end") };
    const grid = {
      scrollPaddingTop: HEADER_HEIGHT,
      scrollPaddingInlineStart: covered.start,
      scrollPaddingInlineEnd: covered.end,
    };
    const header = rowStyle(columns);
    return { covered, grid, whole: wholeStyle(columns), header, row: { ...header, height: rowHeight } };
  }, [columns, rowHeight]);
}
