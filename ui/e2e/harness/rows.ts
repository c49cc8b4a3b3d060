import type { Page } from "./page";

/**
 * Scrolls a list of which only what is in sight exists from its top to its end, and looks at each part of it. It is the
 * first thing of this selector, or what scrolls inside of it. Ends early where `look` says that it has seen enough.
 */
export async function scrollThrough(
  page: Page,
  list: string,
  by: number,
  look: (top: number) => Promise<boolean>,
): Promise<void> {
  for (let top = 0, end = 1; top <= end; top += by) {
    end = await page.browser.execute(scrollTo, list, top);
    await page.still();
    if (await look(top)) return;
  }
}

/** Runs in the page. Gives how far it can be scrolled. */
function scrollTo(list: string, top: number): number {
  const outer = document.querySelector(list);
  const scrolling = [outer, ...(outer?.querySelectorAll("*") ?? [])].find(
    (each) => each && each.scrollHeight > each.clientHeight + 200 && getComputedStyle(each).overflowY !== "visible",
  );
  if (!scrolling) return 0;
  scrolling.scrollTop = top;
  return scrolling.scrollHeight - scrolling.clientHeight;
}

/** The texts of everything that fits a selector, in the order of the page. */
export function textsOf(page: Page, selector: string): Promise<string[]> {
  return page.browser.execute(
    (selector) => [...document.querySelectorAll(selector)].map((each) => each.textContent ?? ""),
    selector,
  );
}
