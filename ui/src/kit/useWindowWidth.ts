import { useSyncExternalStore } from "react";

function subscribe(changed: () => void) {
  window.addEventListener("resize", changed);
  return () => window.removeEventListener("resize", changed);
}

/** Under this width the letters are large for the window; the theme's breakpoint of that name. */
export const LARGE = 700;

/** The window's width in CSS pixels, for layouts that show more or less, not only larger or smaller. */
export const useWindowWidth = (): number => useSyncExternalStore(subscribe, () => window.innerWidth);
