import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from "react";
import { OfferList } from "./OfferList";
import type { After, Offer } from "./useGridEditing";

type CellEditorProps = {
  /** "Role, row 12". */
  label: string;
  start: string;
  /** Begun by typing: the list narrows from the first letter on. */
  typed: boolean;
  offers: ((typed: string, fresh: boolean) => Offer[]) | undefined;
  onText: (text: string) => void;
  /** Writes the cell. Without `focus` the focus is somewhere else already. */
  onDone: (after: After, focus?: boolean) => void;
  onCancel: () => void;
};

/** The field over a cell, with what the cell may be under it. Other text is taken as well. */
export function CellEditor({ label, start, typed, offers, onText, onDone, onCancel }: CellEditorProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(start);
  const [active, setActive] = useState(-1);
  const list = offers?.(text, !typed && text === start) ?? [];

  useLayoutEffect(() => {
    const input = field.current;
    input?.focus({ preventScroll: true });
    input?.setSelectionRange(input.value.length, input.value.length);
  }, []);

  const change = (next: string) => {
    setText(next);
    setActive(-1);
    onText(next);
  };
  const choose = (offer: Offer | undefined, after: After) => {
    if (offer) onText(offer.text);
    onDone(after);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && list.length > 0) setActive(Math.min(Math.max(active + step, -1), list.length - 1));
    else if (event.key === "Enter") choose(list[active], event.shiftKey ? "up" : "down");
    else if (event.key === "Tab") choose(list[active], event.shiftKey ? "left" : "right");
    else if (event.key === "Escape") onCancel();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const shown = list.length > 0;
  const listbox = offers
    ? {
        role: "combobox",
        "aria-autocomplete": "list" as const,
        "aria-expanded": shown,
        "aria-controls": shown ? `${id}-list` : undefined,
        "aria-activedescendant": active >= 0 ? `${id}-${active}` : undefined,
      }
    : {};
  return (
    <>
      <input
        ref={field}
        {...listbox}
        aria-label={label}
        value={text}
        spellCheck={false}
        autoComplete="off"
        className="cell-editor"
        onChange={(event) => change(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => onDone("stay", false)}
      />
      {shown ? (
        <OfferList
          id={`${id}-list`}
          optionId={(place) => `${id}-${place}`}
          label={label}
          under={field}
          offers={list}
          active={active}
          onChoose={(offer) => choose(offer, "stay")}
        />
      ) : null}
    </>
  );
}
