/** How near an edge a drag begins to scroll, and the most that it scrolls by in one frame; pixels. */
const [NEAR, FASTEST] = [24, 60];

/** By how much a drag at that place scrolls in one frame: the farther over the edge, the faster. */
export function pull(at: number, start: number, end: number): number {
  if (end <= start) return 0;
  const under = start + NEAR - at;
  const over = at - (end - NEAR);
  if (under > 0) return -Math.min(under, FASTEST);
  return over > 0 ? Math.min(over, FASTEST) : 0;
}
