import { useEffect, useRef } from "react";
import { isAsked } from "@/kit/typing";

/** Ctrl and a number shows the view of that number; also where people type, because no field has a use for it. */
export function useViewKeys(show: (place: number) => boolean): void {
  const latest = useRef(show);
  latest.current = show;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const plain = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      if (!plain || !/^[1-9]$/.test(event.key) || isAsked()) return;
      if (latest.current(Number(event.key) - 1)) event.preventDefault();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
}
