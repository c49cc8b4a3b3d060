import { type RefObject, useCallback, useEffect, useLayoutEffect, useState } from "react";
import { createPortal } from "react-dom";
import { cx } from "./cx";
import { isMirrored } from "./direction";
import { POPOVER } from "./options";
import type { Offer } from "./useGridEditing";

/** Pixels of an offer, and of the list at most, with its border and padding. */
const [OFFER, TALLEST] = [28, 250];

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
  const place = usePlaceUnder(under, Math.min(TALLEST, offers.length * OFFER + 10));
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

/** Where a list of that height stands, also while what is under it scrolls: over the field where there is no room. */
function usePlaceUnder(under: RefObject<HTMLElement | null>, height: number) {
  const [box, setBox] = useState({ start: 0, top: 0, bottom: 0, width: 0 });
  const look = useCallback(() => {
    const seen = under.current?.getBoundingClientRect();
    if (!seen) return;
    const { top, bottom, width } = seen;
    const start = isMirrored() ? window.innerWidth - seen.right : seen.left;
    setBox((box) =>
      box.start === start && box.top === top && box.width === width ? box : { start, top, bottom, width },
    );
  }, [under]);
  // With each letter too: what stands over the field may have become taller meanwhile.
  useLayoutEffect(look);
  useEffect(() => {
    window.addEventListener("scroll", look, { capture: true, passive: true });
    window.addEventListener("resize", look);
    return () => {
      window.removeEventListener("scroll", look, { capture: true });
      window.removeEventListener("resize", look);
    };
  }, [look]);
  const over = window.innerHeight - box.bottom < height && box.top > height;
  return {
    insetInlineStart: box.start,
    minWidth: box.width,
    ...(over ? { bottom: window.innerHeight - box.top + 2 } : { top: box.bottom + 2 }),
  };
}
