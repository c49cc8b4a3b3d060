import { type RefObject, useEffect, useRef, useState } from "react";

/** A box, and whether it holds more than it shows: only then keys need a way into it. */
export function useScrolls<E extends HTMLElement>(): [RefObject<E | null>, boolean] {
  const box = useRef<E>(null);
  const [scrolls, setScrolls] = useState(false);
  // With each drawing: what is in the box may be something else by then.
  useEffect(() => {
    const here = box.current;
    if (!here) return;
    const look = () => setScrolls(here.scrollHeight > here.clientHeight + 1);
    const sizes = new ResizeObserver(look);
    for (const each of [here, ...here.children]) sizes.observe(each);
    look();
    return () => sizes.disconnect();
  });
  return [box, scrolls];
}
