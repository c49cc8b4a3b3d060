import type { KeyboardEvent } from "react";
import { edgeAfter, type Place, placeAfter } from "./gridKeys";
import type { GridSelecting } from "./gridSelected";
import { hits } from "./keymap";
import type { useGridSelection } from "./useGridSelection";

type MarkKeysOptions = {
  selecting: GridSelecting | undefined;
  selection: ReturnType<typeof useGridSelection>;
  here: Place;
  extent: { rows: number; columns: number; page: number };
  moveTo: (place: Place) => void;
};

/** The keys of a grid whose cells can be marked; whether it was one. `whole`: with Ctrl, or Cmd. */
export function useGridMarkKeys({ selecting, selection, here, extent, moveTo }: MarkKeysOptions) {
  const { act, selected } = selection;
  const widen = (kind: "rows" | "columns"): boolean => {
    if (here.row < 0) return false;
    act({ kind, from: here });
    return true;
  };
  const copy = (headers: boolean): boolean => {
    const meant = selected ?? (headers && here.row >= 0 ? selection.alone(here) : null);
    if (!meant || !selecting?.onCopy) return false;
    selecting.onCopy(meant, headers);
    return true;
  };
  const drop = (): boolean => {
    if (!selected) return false;
    act({ kind: "drop" });
    return true;
  };
  const move = (event: KeyboardEvent, whole: boolean): boolean => {
    const next = (whole ? edgeAfter(event.key, here, extent) : null) ?? placeAfter(event.key, whole, here, extent);
    if (!next) return false;
    const marks = event.shiftKey && here.row >= 0;
    const to = marks ? { ...next, row: Math.max(next.row, 0) } : next;
    act(marks ? { kind: "extend", from: here, to } : { kind: "drop" });
    moveTo(to);
    return true;
  };
  return (event: KeyboardEvent, whole: boolean): boolean => {
    if (!selecting || extent.rows === 0) return false;
    if (hits(event, "markAll")) {
      act({ kind: "all" });
      return true;
    }
    if (hits(event, "copy")) return copy(false);
    if (hits(event, "copyWithHeaders")) return copy(true);
    if (hits(event, "markRows")) return widen("rows");
    if (hits(event, "markColumns")) return widen("columns");
    if (hits(event, "close")) return drop();
    return move(event, whole);
  };
}
