/** Pixels of the window. */
export type Box = { left: number; top: number; right: number; bottom: number };

type Size = { width: number; height: number };

/** How large the card is at most, and how far it stands from what it points at. */
export const CARD: Size = { width: 320, height: 190 };
const GAP = 12;
/** Over the foot of the window. */
const FOOT = 36;

const clamp = (n: number, low: number, high: number) => Math.min(Math.max(n, low), Math.max(low, high));

type Place = { left: number; top: number };

const covers = ({ left, top }: Place, box: Box) =>
  box.left >= left && box.right <= left + CARD.width && box.top >= top && box.bottom <= top + CARD.height;

/**
 * Where the card stands so that it does not hide what it points at: beside what is narrow and far out, else under or over it.
 * From what has the focus it steps aside, into the first corner that does not hide it.
 */
export function placeBy(anchor: Box | null, window: Size, focus: Box | null = null): Place {
  const usual = pointing(anchor, window);
  if (!focus || !covers(usual, focus)) return usual;
  const [right, low] = [window.width - CARD.width - GAP, window.height - CARD.height - FOOT];
  const corners = [low, GAP].flatMap((top) => [right, GAP].map((left) => ({ left, top })));
  return corners.find((corner) => !covers(corner, focus)) ?? usual;
}

function pointing(anchor: Box | null, window: Size): Place {
  const most = { left: window.width - CARD.width - GAP, top: window.height - CARD.height - FOOT };
  if (!anchor) return { left: most.left, top: most.top };
  if (anchor.right < window.width / 3) {
    return { left: anchor.right + GAP, top: clamp(anchor.top, GAP, most.top) };
  }
  const left = clamp(anchor.left, GAP, most.left);
  const under = anchor.bottom + GAP;
  if (under <= most.top) return { left, top: under };
  const over = anchor.top - CARD.height - GAP;
  // What fills the screen has no outside: the card stands in its lower corner.
  return over >= GAP ? { left, top: over } : { left: most.left, top: most.top };
}
