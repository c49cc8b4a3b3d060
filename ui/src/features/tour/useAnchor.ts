import { useEffect, useState } from "react";
import { type Box, LOOK_EVERY, same } from "./place";

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
