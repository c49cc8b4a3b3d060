import { useCallback } from "react";
import type { Box } from "./place";
import { boxOf, useBox } from "./useBox";

/** Where the first of some controls is that is in sight; nothing while none is. */
export function useAnchor(names: readonly string[]): Box | null {
  return useBox(useCallback(() => firstInSight(names), [names]));
}

function firstInSight(names: readonly string[]): Box | null {
  for (const name of names) {
    const shown = document.querySelector(`[data-tour="${name}"]`);
    if (!shown) continue;
    const box = boxOf(shown);
    if (box.right > box.left && box.bottom > box.top && box.top < window.innerHeight) return box;
  }
  return null;
}
