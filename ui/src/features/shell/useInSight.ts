import { useEffect } from "react";

/** What is focused and lies within something larger that has to be seen with it. */
const WITHIN = "input:focus-visible, textarea:focus-visible";

/**
 * Brings what the keyboard leads to into sight with its words. The engine shows of a field its letters, and of a switch or a
 * box an input that nobody sees. Nothing moves under a pointer that presses one of these.
 */
export function useInSight(): void {
  useEffect(() => {
    const onFocus = ({ target }: FocusEvent) => {
      if (!(target instanceof Element) || !target.matches(WITHIN)) return;
      target.closest("[data-field], label")?.scrollIntoView({ block: "nearest" });
    };
    document.addEventListener("focusin", onFocus);
    return () => document.removeEventListener("focusin", onFocus);
  }, []);
}
