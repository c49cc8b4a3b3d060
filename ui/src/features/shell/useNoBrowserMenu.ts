import { useEffect } from "react";
import { isTyping } from "@/kit/typing";

/** The browser's own menu offers nothing that makes sense here, but to cut, copy and paste in a field. */
export function useNoBrowserMenu(): void {
  useEffect(() => {
    const onContextMenu = (event: MouseEvent) => {
      if (!isTyping(event.target)) event.preventDefault();
    };
    document.addEventListener("contextmenu", onContextMenu);
    return () => document.removeEventListener("contextmenu", onContextMenu);
  }, []);
}
