import { useEffect, useRef } from "react";
import type { DraftRow } from "@/ipc";
import { findNear } from "@/kit/useKeptPlace";

type FreshRowOptions = {
  chosen: DraftRow | null;
  getRow: (index: number) => DraftRow | undefined;
  /** Rows in the filter. */
  total: number;
  /** The rows at hand are the ones that were checked last. */
  settled: boolean;
  onChoose: (row: DraftRow | null) => void;
};

/**
 * Keeps the row whose detail is open as it was checked last; one that left the filter is closed. Gives the
 * way to choose a row with its place.
 */
export function useFreshRow({ chosen, getRow, total, settled, onChoose }: FreshRowOptions) {
  const seenAt = useRef(0);
  useEffect(() => {
    if (!chosen || !settled || getRow(seenAt.current) === chosen) return;
    const at = findNear(getRow, seenAt.current, (row) => row.row === chosen.row);
    if (at !== null) seenAt.current = at;
    const now = at === null ? undefined : getRow(at);
    if (now === chosen) return;
    if (now !== undefined) onChoose(now);
    // A place without a row after the last one is not one whose row is still on its way.
    else if (seenAt.current >= total || getRow(seenAt.current) !== undefined) onChoose(null);
  });
  return (row: DraftRow, index: number) => {
    seenAt.current = index;
    onChoose(row);
  };
}
