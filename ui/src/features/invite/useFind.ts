import { type RefObject, useRef, useState } from "react";
import { useCommands } from "@/kit/commands";
import { repair } from "@/words/repair";

/** Whether the bar to find and replace is open; closed, it gives the focus back to where it was. */
export function useFind(grid: RefObject<HTMLElement | null>, enabled: boolean) {
  const [open, setOpen] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const before = useRef<Element | null>(null);
  const show = () => {
    if (!enabled) return;
    if (!open) before.current = document.activeElement;
    setOpen(true);
    field.current?.select();
  };
  const close = () => {
    setOpen(false);
    const target = before.current instanceof HTMLElement && before.current.isConnected ? before.current : grid.current;
    // The body can't be given the focus: whoever began from nowhere goes on in the rows.
    (target === document.body ? grid.current : target)?.focus({ preventScroll: true });
  };
  useCommands(enabled ? [{ id: "find", label: repair.find.open, bound: "find", act: show }] : []);
  return { open, field, close, toggle: () => (open ? close() : show()) };
}
