import { useEffect, useRef } from "react";
import { isAsked, isTyping } from "./typing";

/** Says whether it took the text. */
type Take = (text: string) => boolean;

type Taker = { current: Take };

/** Those of the screen, and those that are asked where no screen takes a text. */
const takers: { screen: Set<Taker>; window: Set<Taker> } = { screen: new Set(), window: new Set() };

/**
 * Hears text that is pasted onto the window itself: not into a field, not while a dialog is open. What a screen takes is
 * nothing to the window around it.
 */
export function useTextPaste(take: Take, of: "screen" | "window" = "screen"): void {
  const latest = useRef(take);
  latest.current = take;
  useEffect(() => {
    const heard = takers[of];
    heard.add(latest);
    if (takers.screen.size + takers.window.size === 1) window.addEventListener("paste", onPaste);
    return () => {
      heard.delete(latest);
      if (takers.screen.size + takers.window.size === 0) window.removeEventListener("paste", onPaste);
    };
  }, [of]);
}

function onPaste(event: ClipboardEvent): void {
  if (isTyping(document.activeElement) || isAsked()) return;
  const text = event.clipboardData?.getData("text/plain");
  if (!text) return;
  // After everybody who heard it: a table that is edited takes it first, whenever it began to listen.
  setTimeout(() => {
    if (!event.defaultPrevented) [...takers.screen, ...takers.window].some((taker) => taker.current(text));
  });
}
