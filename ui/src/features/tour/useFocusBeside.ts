import { type RefObject, useEffect, useState } from "react";
import { type Box, LOOK_EVERY, same } from "./place";

/** Where on the screen the focus is; nothing while it is in the card itself, or nowhere. */
export function useFocusBeside(card: RefObject<HTMLElement | null>): Box | null {
  const [box, setBox] = useState<Box | null>(null);
  useEffect(() => {
    let frame = 0;
    const look = () => setBox((before) => same(before, boxOf(document.activeElement, card.current)));
    const soon = () => {
      cancelAnimationFrame(frame);
      // The screen scrolls to what gets the focus before the next frame.
      frame = requestAnimationFrame(look);
    };
    const timer = setInterval(look, LOOK_EVERY);
    document.addEventListener("focusin", soon);
    return () => {
      cancelAnimationFrame(frame);
      clearInterval(timer);
      document.removeEventListener("focusin", soon);
    };
  }, [card]);
  return box;
}

function boxOf(focused: Element | null, card: Element | null): Box | null {
  if (!focused || focused === document.body || card?.contains(focused)) return null;
  const { left, top, right, bottom } = focused.getBoundingClientRect();
  return { left, top, right, bottom };
}
