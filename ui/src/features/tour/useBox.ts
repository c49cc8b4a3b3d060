import { useEffect, useState } from "react";
import type { Box } from "./place";

/** Milliseconds between two looks at where something is: screens change and scroll under the card. */
const LOOK_EVERY = 200;

/** Where something is that `find` finds; nothing while it finds none. `find` is the same as long as what it looks for. */
export function useBox(find: () => Box | null): Box | null {
  const [box, setBox] = useState<Box | null>(null);
  useEffect(() => {
    let frame = 0;
    const look = () => setBox((before) => same(before, find()));
    const soon = () => {
      cancelAnimationFrame(frame);
      // The screen scrolls to what gets the focus before the next frame.
      frame = requestAnimationFrame(look);
    };
    look();
    const timer = setInterval(look, LOOK_EVERY);
    window.addEventListener("resize", look);
    document.addEventListener("focusin", soon);
    return () => {
      cancelAnimationFrame(frame);
      clearInterval(timer);
      window.removeEventListener("resize", look);
      document.removeEventListener("focusin", soon);
    };
  }, [find]);
  return box;
}

/** The place of an element in the window. */
export function boxOf(element: Element): Box {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  return { left, top, right, bottom };
}

/** The one before where nothing moved, so that nothing is drawn anew. */
const same = (before: Box | null, now: Box | null): Box | null =>
  JSON.stringify(before) === JSON.stringify(now) ? before : now;
