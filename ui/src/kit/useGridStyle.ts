import { useMemo } from "react";
import { gridVariables, pinnedWidth } from "./gridTemplate";
import type { LaidColumn } from "./useGridColumns";
import { HEADER_HEIGHT } from "./useGridWindow";

/** The grid's own styles, on which those of its rows rest, and the room that pinned columns cover. */
export function useGridStyle<Row>(columns: LaidColumn<Row>[], rowHeight: number) {
  return useMemo(() => {
    const covered = { start: pinnedWidth(columns, "start"), end: pinnedWidth(columns, "end") };
    const style = {
      ...gridVariables(columns),
      "--row": `${rowHeight}px`,
      scrollPaddingTop: HEADER_HEIGHT,
      scrollPaddingInlineStart: covered.start,
      scrollPaddingInlineEnd: covered.end,
    };
    return { covered, style };
  }, [columns, rowHeight]);
}
