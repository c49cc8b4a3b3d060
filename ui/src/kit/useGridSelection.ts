import { useEffect, useMemo, useState } from "react";
import type { Place } from "./gridKeys";
import { type GridSelecting, marksIn, type Selected, selectedIn, selectedOf } from "./gridSelected";
import { type GridSelection, isMarked, NOTHING, rectsOf, type SelectionAction, select } from "./gridSelection";
import { useLatest } from "./useLatest";

type GridSelectionOptions = {
  selecting: GridSelecting | undefined;
  rowCount: number;
  /** The columns in the order in which they stand. */
  columns: { id: string }[];
};

/** The marks, with the rows and columns that they were made on. */
type Held = { of: string; ids: string[]; selection: GridSelection };

/** Which cells are marked, and the one way to change that. */
export function useGridSelection({ selecting, rowCount, columns }: GridSelectionOptions) {
  const of = selecting?.of ?? "";
  const ids = useMemo(() => columns.map((column) => column.id), [columns]);
  const [held, setHeld] = useState<Held>({ of, ids, selection: NOTHING });
  const extent = useMemo(() => ({ rows: rowCount, columns: ids.length }), [rowCount, ids]);
  const now = useLatest({ of, ids, extent });
  const selection = useMemo(() => standing(held, of, ids, extent.rows), [held, of, ids, extent.rows]);

  const selected = useMemo(() => selectedOf(selection, extent, ids), [selection, extent, ids]);
  const rects = useMemo(() => (selected ? rectsOf(selection, extent) : []), [selected, selection, extent]);
  const onSelect = useLatest(selecting?.onSelect);
  useEffect(() => onSelect.current?.(selected), [selected, onSelect]);

  const act = (action: SelectionAction) => {
    if (!selecting) return;
    setHeld((before) => {
      const { of, ids, extent } = now.current;
      const selection = select(standing(before, of, ids, extent.rows), action, extent);
      return selection === before.selection && before.of === of ? before : { of, ids, selection };
    });
  };
  return {
    /** Nothing while no more than the active cell is meant. */
    selected,
    act,
    isMarked: (at: Place) => selected !== null && isMarked(selection, at),
    marksOf: (row: number) => (selecting ? marksIn(rects, row) : undefined),
    /** That one cell, for what acts on marks. */
    alone: ({ row, column }: Place): Selected =>
      selectedIn([{ top: row, bottom: row, left: column, right: column }], ids),
  };
}

/** The marks as they stand on the rows and columns that are there now. */
function standing(held: Held, of: string, ids: string[], rows: number): GridSelection {
  if (held.of !== of) return NOTHING;
  if (held.ids === ids || held.ids.join() === ids.join()) return held.selection;
  const action = { kind: "rearrange", before: held.ids, now: ids } as const;
  return select(held.selection, action, { rows, columns: ids.length });
}
