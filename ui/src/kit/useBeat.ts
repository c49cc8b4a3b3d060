import { useEffect } from "react";
import { useLatest } from "./useLatest";

/** How often it is looked at most whether it is time. Timers stand still while a computer sleeps; the clock goes on. */
const MINUTE = 60_000;

/**
 * Calls `beat` as each `every` milliseconds of the clock turn, a minute at least. Not while the window is hidden: who
 * comes back to it after a turn is served at once.
 */
export function useBeat(every: number, beat: () => void): void {
  const latest = useLatest(beat);
  useEffect(() => {
    const turn = () => Math.floor(Date.now() / every);
    let last = turn();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(timer);
      if (document.hidden) return;
      const now = turn();
      if (now !== last) latest.current();
      last = now;
      timer = setTimeout(look, MINUTE - (Date.now() % MINUTE));
    };
    look();
    document.addEventListener("visibilitychange", look);
    window.addEventListener("focus", look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", look);
      window.removeEventListener("focus", look);
    };
  }, [every, latest]);
}
