import { type RefObject, useEffect, useState } from "react";
import type { Box } from "./place";

/** Where on the screen the focus is; nothing while it is in the card itself, or nowhere. */
export function useFocusBeside(card: RefObject<HTMLElement | null>): Box | null {
  const [box, setBox] = useState<Box | null>(null);
  useEffect(() => {
    let frame = 0;
    const look = () => {
      cancelAnimationFrame(frame);
      // The screen scrolls to what gets the focus before the next frame.
      frame = requestAnimationFrame(() => setBox(boxOf(document.activeElement, card.current)));
    };
    document.addEventListener("focusin", look);
    return () => {
      cancelAnimationFrame(frame);
      document.removeEventListener("focusin", look);
    };
  }, [card]);
  return box;
}

function boxOf(focused: Element | null, card: Element | null): Box | null {
  if (!focused || focused === document.body || card?.contains(focused)) return null;
  const { left, top, right, bottom } = focused.getBoundingClientRect();
  return { left, top, right, bottom };
}
