import { useEffect, useState } from "react";
import type { Box } from "./place";

/** Milliseconds between two looks at where the control is: screens change and scroll under the card. */
const LOOK_EVERY = 200;

/** Where the first of some controls is that is in sight; nothing while none is. */
export function useAnchor(names: readonly string[]): Box | null {
  const [box, setBox] = useState<Box | null>(null);
  useEffect(() => {
    const look = () => setBox((before) => same(before, boxOf(names)));
    look();
    const timer = setInterval(look, LOOK_EVERY);
    window.addEventListener("resize", look);
    return () => {
      clearInterval(timer);
      window.removeEventListener("resize", look);
    };
  }, [names]);
  return box;
}

function boxOf(names: readonly string[]): Box | null {
  for (const name of names) {
    const shown = document.querySelector(`[data-tour="${name}"]`);
    if (!shown) continue;
    const { left, top, right, bottom } = shown.getBoundingClientRect();
    if (right > left && bottom > top && top < window.innerHeight) return { left, top, right, bottom };
  }
  return null;
}

/** The one before where nothing moved, so that nothing is drawn anew. */
const same = (before: Box | null, now: Box | null): Box | null =>
  JSON.stringify(before) === JSON.stringify(now) ? before : now;
