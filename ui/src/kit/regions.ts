import { openTeller, type Teller, wordsIn } from "./teller";

/** What a screen reader reads out when it changes. */
const REGION = "[role=status], [role=alert], [role=log], [aria-live=polite], [aria-live=assertive]";
/** Of these WebKitGTK tells by itself: a block that comes into a region. */
const BLOCK = "p, div, ul, ol, li, section, article, h1, h2, h3, table";
/** So soon the same sentence is the same event. */
const SAME = 4_000;
/** One change of the page is often several changes of a region. */
const SETTLED = 150;

/**
 * Says once more what changes in the live regions of the page, as a block of its own.
 *
 * WebKitGTK tells screen readers of blocks that come into a region, and of no text that changes in one: a region that is a
 * sentence would be silent. Gives what ends it.
 */
export function retellRegions(): () => void {
  const teller: Teller = openTeller();
  const told = new WeakMap<Element, string>();
  const changed = new Set<Element>();
  /** When each sentence was told: two regions may say the same of one event. */
  const lately = new Map<string, number>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const tell = () => {
    for (const region of changed) {
      const text = region.closest("[aria-hidden=true], [inert]") ? "" : wordsIn(region);
      const again = Date.now() - (lately.get(text) ?? Number.NEGATIVE_INFINITY) < SAME;
      if (text !== "" && text !== told.get(region) && !again) {
        teller.say(text);
        lately.set(text, Date.now());
      }
      told.set(region, text);
    }
    changed.clear();
    for (const [text, at] of lately) if (Date.now() - at >= SAME) lately.delete(text);
  };
  const observer = new MutationObserver((records) => {
    for (const record of records) {
      const region = regionOf(record.target);
      if (region && !blocksCame(record)) changed.add(region);
    }
    if (changed.size === 0) return;
    clearTimeout(timer);
    timer = setTimeout(tell, SETTLED);
  });
  observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  return () => {
    observer.disconnect();
    clearTimeout(timer);
    teller.close();
  };
}

function regionOf(node: Node): Element | null {
  const element = node instanceof Element ? node : node.parentElement;
  // What announces by itself is announced once.
  return element?.closest("[data-live-announcer]") ? null : (element?.closest(REGION) ?? null);
}

const blocksCame = ({ addedNodes }: MutationRecord) =>
  [...addedNodes].some((node) => node instanceof Element && node.matches(BLOCK));
