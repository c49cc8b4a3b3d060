import { type RefObject, useEffect, useRef } from "react";

/**
 * Acts on Esc while the focus is inside. It hears the key before a tooltip does: the hint of a focused
 * button would take the first Esc for itself, and the person would have to press twice.
 */
export function useEscapeWithin(inside: RefObject<HTMLElement | null>, act: () => void): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || !inside.current?.contains(document.activeElement)) return;
      event.preventDefault();
      event.stopPropagation();
      latest.current();
    };
    window.addEventListener("keydown", onKeyDown, { capture: true });
    return () => window.removeEventListener("keydown", onKeyDown, { capture: true });
  }, [inside]);
}
