import { type RefObject, useEffect } from "react";

/** Milliseconds in which whoever took the element away may give the focus on itself, as a closing dialog does. */
const GRACE = 120;

/**
 * Calls after the frames that were asked for by now. A menu gives the focus back in one, which on a busy machine comes
 * later than any timer says.
 */
const afterFrames = (act: () => void) => requestAnimationFrame(() => requestAnimationFrame(act));

/**
 * A button that goes when it is pressed ("Send the rest", "Clear") takes the focus with it, and the keyboard
 * would begin again at the top of the window. The screen's heading takes it instead.
 */
export function useFocusKept(main: RefObject<HTMLElement | null>) {
  useEffect(() => {
    let last: Element | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const give = () => {
      if (document.activeElement !== document.body) return;
      (main.current?.querySelector<HTMLElement>("h1") ?? main.current)?.focus({ preventScroll: true });
    };
    const remember = (event: FocusEvent) => {
      last = event.target instanceof Element ? event.target : null;
    };
    const look = () => {
      if (last === null || last.isConnected) return;
      last = null;
      clearTimeout(timer);
      timer = setTimeout(() => afterFrames(give), GRACE);
    };
    document.addEventListener("focusin", remember);
    const changes = new MutationObserver(look);
    changes.observe(document.body, { childList: true, subtree: true });
    return () => {
      document.removeEventListener("focusin", remember);
      changes.disconnect();
      clearTimeout(timer);
    };
  }, [main]);
}
