import { useEffect, useRef } from "react";
import { isAsked, isTyping } from "./typing";

/** Keys that are pressed together with Ctrl, or with Cmd where that is the custom. */
export type Shortcut = {
  key: string;
  shift?: boolean;
  /** Also where people type: the key means nothing there. */
  typing?: boolean;
};

/** Acts on Ctrl and a key wherever the focus is, except while a dialog is open and, mostly, where people type. */
export function useShortcut(shortcuts: readonly Shortcut[], act: () => void): void {
  const latest = useRef({ shortcuts, act });
  latest.current = { shortcuts, act };
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const pressed = event.key.toLowerCase();
      const meant = latest.current.shortcuts.find(
        ({ key, shift = false }) => key === pressed && shift === event.shiftKey,
      );
      if (!meant || (!meant.typing && isTyping(event.target)) || isAsked()) return;
      event.preventDefault();
      latest.current.act();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
}
