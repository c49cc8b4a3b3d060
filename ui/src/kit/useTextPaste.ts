import { useEffect, useRef } from "react";
import { isAsked, isTyping } from "./typing";

/** Hears text that is pasted onto the window itself: not into a field, not while a dialog is open. */
export function useTextPaste(take: (text: string) => void): void {
  const latest = useRef(take);
  latest.current = take;
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      if (isTyping(document.activeElement) || isAsked()) return;
      const text = event.clipboardData?.getData("text/plain");
      if (text) latest.current(text);
    };
    window.addEventListener("paste", onPaste);
    return () => window.removeEventListener("paste", onPaste);
  }, []);
}
