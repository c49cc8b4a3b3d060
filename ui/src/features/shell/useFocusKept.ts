import { type RefObject, useEffect } from "react";

/** Milliseconds in which whoever took the element away may give the focus on itself, as a closing dialog does. */
const GRACE = 120;

/**
 * A button that goes when it is pressed ("Send the rest", "Clear") takes the focus with it, and the keyboard
 * would begin again at the top of the window. The screen's heading takes it instead.
 */
export function useFocusKept(main: RefObject<HTMLElement | null>) {
  useEffect(() => {
    let last: Element | null = null;
    let forget = () => {};
    const give = () => {
      if (document.activeElement !== document.body) return;
      (main.current?.querySelector<HTMLElement>("h1") ?? main.current)?.focus({ preventScroll: true });
    };
    const remember = (event: FocusEvent) => {
      last = event.target instanceof Element ? event.target : null;
      // It was given on. If it is lost again at once, whoever took it then has the same time for it.
      forget();
    };
    const look = () => {
      if (last === null || last.isConnected) return;
      last = null;
      forget();
      forget = after(GRACE, give);
    };
    document.addEventListener("focusin", remember);
    const changes = new MutationObserver(look);
    changes.observe(document.body, { childList: true, subtree: true });
    return () => {
      document.removeEventListener("focusin", remember);
      changes.disconnect();
      forget();
    };
  }, [main]);
}

/**
 * Acts after so many milliseconds and the frames that were asked for by then, and gives what stops it. A menu gives the
 * focus back in a frame, which on a busy machine comes later than any timer says.
 */
function after(milliseconds: number, act: () => void): () => void {
  let frame = 0;
  const timer = setTimeout(() => {
    frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(act);
    });
  }, milliseconds);
  return () => {
    clearTimeout(timer);
    cancelAnimationFrame(frame);
  };
}
