import { type RefObject, useEffect, useRef } from "react";

/** A box that scrolls. A grid in it brings its first cell into sight as it mounts; the box begins at its top all the same. */
export function useBeginsAtTop<E extends HTMLElement>(): RefObject<E | null> {
  const box = useRef<E>(null);
  useEffect(() => {
    if (box.current) box.current.scrollTop = 0;
  }, []);
  return box;
}
