import { type RefObject, useEffect, useRef } from "react";
import { copiedCell } from "./copiedCell";

type GridClipboard = {
  /** Copies what is marked; whether something is. */
  copyMarked: () => boolean;
  /** The active cell's text; nothing where there is none to copy. */
  copy: () => string | null;
  /** Takes what was pasted; absent where nothing can be. */
  paste: ((text: string) => void) | undefined;
};

/** Copy and paste while the grid itself has the focus, not a field in it. */
export function useGridClipboard(grid: RefObject<HTMLElement | null>, clipboard: GridClipboard): void {
  const latest = useRef(clipboard);
  latest.current = clipboard;
  useEffect(() => {
    const here = () => grid.current !== null && document.activeElement === grid.current;
    const onCopy = (event: ClipboardEvent) => {
      if (!here() || window.getSelection()?.toString()) return;
      if (latest.current.copyMarked()) {
        event.preventDefault();
        return;
      }
      const text = latest.current.copy();
      if (text === null) return;
      event.clipboardData?.setData("text/plain", copiedCell(text));
      event.preventDefault();
    };
    const onPaste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData("text/plain");
      if (!here() || !text || !latest.current.paste) return;
      event.preventDefault();
      latest.current.paste(text);
    };
    // On the window: WebKit sends these to where the selection is, which need not be where the focus is.
    window.addEventListener("copy", onCopy);
    window.addEventListener("paste", onPaste);
    return () => {
      window.removeEventListener("copy", onCopy);
      window.removeEventListener("paste", onPaste);
    };
  }, [grid]);
}
