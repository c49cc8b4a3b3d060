import type { Browser } from "webdriverio";

/** Milliseconds in which what scrolls to the focus, and what steps aside from it, has done so. */
const SOON = 1_000;

/** What has the focus and can't be seen, and what lies over it; nothing where a part of it is in sight. */
export async function hiddenFocus(browser: Browser): Promise<string | null> {
  const end = Date.now() + SOON;
  let hidden = await browser.execute(lookAtFocus);
  while (hidden !== null && Date.now() < end) {
    await browser.executeAsync((done: () => void) => requestAnimationFrame(() => requestAnimationFrame(() => done())));
    hidden = await browser.execute(lookAtFocus);
  }
  return hidden;
}

/** Runs in the page. */
function lookAtFocus(): string | null {
  type Box = { left: number; top: number; right: number; bottom: number };
  const called = (each: Element | null) => {
    const name = each?.getAttribute("aria-label") ?? each?.textContent?.trim().slice(0, 60);
    return `${each?.tagName.toLowerCase() ?? "nothing"} “${name ?? ""}”`;
  };
  const both = (a: Box, b: Box): Box => ({
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  });
  const isDot = (box: Box) => box.right - box.left <= 2 || box.bottom - box.top <= 2;
  const cuts = (over: Element) => {
    const { overflow, display } = getComputedStyle(over);
    // What is shown by its contents alone has no box to cut with.
    return overflow !== "visible" && display !== "contents";
  };
  /** The part of something that no box around it and no edge of the window cuts off. */
  const uncut = (each: Element): Box => {
    let box: Box = both(each.getBoundingClientRect(), { left: 0, top: 0, right: innerWidth, bottom: innerHeight });
    for (let over = each; getComputedStyle(over).position !== "fixed" && over.parentElement; over = over.parentElement)
      if (cuts(over.parentElement)) box = both(box, over.parentElement.getBoundingClientRect());
    return box;
  };
  const focused = document.activeElement as HTMLInputElement | null;
  if (!focused || focused === document.body) return null;
  // Of a switch or a choice its label is what is seen.
  const label = focused.labels?.[0];
  const seen = label && isDot(uncut(focused)) ? label : focused;
  const box = uncut(seen);
  if (isDot(box)) return `${called(focused)} is out of sight`;
  const belongs = (hit: Element | null) =>
    hit !== null && (seen.contains(hit) || hit.contains(seen) || (label?.contains(hit) ?? false));
  const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  const points = [
    [x, y],
    [box.left + 2, box.top + 2],
    [box.right - 2, box.top + 2],
    [box.left + 2, box.bottom - 2],
    [box.right - 2, box.bottom - 2],
  ] as const;
  if (points.some(([x, y]) => belongs(document.elementFromPoint(x, y)))) return null;
  return `${called(focused)} lies under ${called(document.elementFromPoint(x, y))}`;
}
