import { type RefObject, useEffect, useLayoutEffect, useState } from "react";
import { createPortal } from "react-dom";
import { cx } from "./cx";
import { POPOVER } from "./options";
import type { Offer } from "./useGridEditing";

/** Room that the list wants under its field before it opens over it instead. */
const ROOM = 260;

type OfferListProps = {
  id: string;
  optionId: (place: number) => string;
  label: string;
  under: RefObject<HTMLElement | null>;
  offers: Offer[];
  /** The offer that Enter takes; -1 for none. */
  active: number;
  onChoose: (offer: Offer) => void;
};

/** What a field may be, under the field. The focus stays in the field. */
export function OfferList({ id, optionId, label, under, offers, active, onChoose }: OfferListProps) {
  const place = usePlaceUnder(under);
  useEffect(() => {
    if (active >= 0) document.getElementById(optionId(active))?.scrollIntoView?.({ block: "nearest" });
  });
  // In the body: a cell clips what is larger than itself.
  return createPortal(
    <div
      id={id}
      role="listbox"
      aria-label={label}
      style={place}
      className={cx(POPOVER, "fixed z-30 max-h-60 min-w-44 max-w-96 p-1")}
    >
      {offers.map((offer, at) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the arrow keys and Enter in the field do the same
        <div
          key={offer.id}
          id={optionId(at)}
          role="option"
          aria-selected={at === active}
          // The press must not take the focus: leaving the field writes it.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(offer)}
          className={cx(
            "flex min-h-7 items-center gap-2 rounded-sm px-2 py-1 text-ink hover:bg-muted-soft",
            at === active && "bg-accent-soft",
          )}
        >
          <span className="min-w-0 flex-1 truncate">{offer.label}</span>
          {offer.note ? <span className="text-sm text-ink-2">{offer.note}</span> : null}
        </div>
      ))}
    </div>,
    document.body,
  );
}

/** Where the list stands, also while what is under it scrolls. */
function usePlaceUnder(under: RefObject<HTMLElement | null>) {
  const [box, setBox] = useState({ left: 0, top: 0, bottom: 0, width: 0 });
  useLayoutEffect(() => {
    const look = () => {
      const seen = under.current?.getBoundingClientRect();
      if (seen) setBox({ left: seen.left, top: seen.top, bottom: seen.bottom, width: seen.width });
    };
    look();
    window.addEventListener("scroll", look, { capture: true, passive: true });
    window.addEventListener("resize", look);
    return () => {
      window.removeEventListener("scroll", look, { capture: true });
      window.removeEventListener("resize", look);
    };
  }, [under]);
  const over = window.innerHeight - box.bottom < ROOM && box.top > ROOM;
  return {
    left: box.left,
    minWidth: box.width,
    ...(over ? { bottom: window.innerHeight - box.top + 2 } : { top: box.bottom + 2 }),
  };
}
