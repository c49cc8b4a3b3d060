import { type RefObject, useCallback } from "react";
import type { Box } from "./place";
import { boxOf, useBox } from "./useBox";

/** Where on the screen the focus is; nothing while it is in the card itself, or nowhere. */
export function useFocusBeside(card: RefObject<HTMLElement | null>): Box | null {
  return useBox(
    useCallback(() => {
      const focused = document.activeElement;
      if (!focused || focused === document.body || card.current?.contains(focused)) return null;
      return boxOf(focused);
    }, [card]),
  );
}
