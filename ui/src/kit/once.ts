/** Milliseconds within which a key and the menu item of the same key are one press. */
const ONE_PRESS = 250;

/** Where an act came from. */
export type Source = "key" | "menu";

/**
 * Tells whether an act is a press of its own. Some systems give a key both to the menu bar and to the page: the second
 * of the two is the same press and does nothing. A key that is held down comes from one side and acts every time.
 */
export function newOnce(now: () => number = () => performance.now()) {
  const last = new Map<string, { source: Source; at: number }>();
  return (act: string, source: Source): boolean => {
    const before = last.get(act);
    const at = now();
    if (before && before.source !== source && at - before.at < ONE_PRESS) return false;
    last.set(act, { source, at });
    return true;
  };
}
