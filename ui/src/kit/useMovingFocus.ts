import { useEffect, useId, useRef } from "react";

/** Towards the first, or towards the last. */
export type Way = 1 | -1;

/**
 * Lets the focus go along with what moves in a list by buttons of its own, which take these ids. The button that moved it
 * has the focus again once `drawn` is another one; at the end of the list it is off, and the other one has it.
 */
export function useMovingFocus(drawn: unknown) {
  const list = useId();
  const moved = useRef<{ id: string; way: Way } | null>(null);
  const idOf = (id: string, way: Way) => `${list}-${id}-${way < 0 ? "up" : "down"}`;
  const give = useRef(() => {});
  give.current = () => {
    if (!moved.current) return;
    const { id, way } = moved.current;
    moved.current = null;
    const buttons = [way, -way as Way].map((one) => document.getElementById(idOf(id, one)));
    const now = document.activeElement;
    // Whoever went elsewhere meanwhile stays there.
    if (now !== document.body && !buttons.some((button) => button === now)) return;
    buttons.find((button) => button && !button.hasAttribute("disabled"))?.focus();
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time that it is drawn anew
  useEffect(() => give.current(), [drawn]);
  return {
    idOf,
    /** Said as it is moved. */
    moving: (id: string, way: Way) => {
      moved.current = { id, way };
    },
    /** Said where it could not be moved. */
    stayed: () => {
      moved.current = null;
    },
  };
}
