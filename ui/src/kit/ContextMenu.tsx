import { type KeyboardEvent, type MouseEvent, type ReactNode, useState } from "react";
import { hits } from "./keymap";
import { MenuAt, type MenuEntry, type MenuPoint } from "./Menu";
import { isTyping } from "./typing";

/** What an element needs so that it opens a menu of its own. */
export type MenuOpeners = {
  onContextMenu: (event: MouseEvent<HTMLElement>) => void;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
};

/**
 * The menu of something that stands in a list, under a right click and under the menu key: the same things that its
 * buttons do, in the same words. In a field the browser's own menu stays.
 */
export function useContextMenu(label: string, entries: () => MenuEntry[]): { openers: MenuOpeners; menu: ReactNode } {
  const [open, setOpen] = useState<{ at: MenuPoint; entries: MenuEntry[] } | null>(null);
  const show = (at: MenuPoint) => {
    const offered = entries();
    if (offered.length > 0) setOpen({ at, entries: offered });
  };
  const onContextMenu = (event: MouseEvent<HTMLElement>) => {
    // Of what stands one in the other, the inner one has answered.
    if (event.defaultPrevented || isTyping(event.target) || isOver(event)) return;
    event.preventDefault();
    show({ x: event.clientX, y: event.clientY });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.defaultPrevented || !hits(event, "menu") || isTyping(event.target) || isOver(event)) return;
    event.preventDefault();
    const { left, bottom } = (event.target as HTMLElement).getBoundingClientRect();
    show({ x: left, y: bottom });
  };
  const menu = open ? <MenuAt label={label} entries={open.entries} at={open.at} onClose={() => setOpen(null)} /> : null;
  return { openers: { onContextMenu, onKeyDown }, menu };
}

/** Whether it happened in a menu or a question over the element: React tells it of those too. */
const isOver = ({ currentTarget, target }: { currentTarget: HTMLElement; target: EventTarget }): boolean =>
  !currentTarget.contains(target as Node);
