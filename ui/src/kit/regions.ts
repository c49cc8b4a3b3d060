/** What a screen reader reads out when it changes. */
const REGION = "[role=status], [role=alert], [role=log], [aria-live=polite], [aria-live=assertive]";
/** Of these WebKitGTK tells by itself: a block that comes into a region. */
const BLOCK = "p, div, ul, ol, li, section, article, h1, h2, h3, table";
/** One change of the page is often several changes of a region. */
const SETTLED = 150;
/** Whoever listens has got it by then. */
const KEPT = 10_000;

/**
 * Says once more what changes in the live regions of the page, as a block of its own.
 *
 * WebKitGTK tells screen readers of blocks that come into a region, and of no text that changes in one: a region that is a
 * sentence would be silent. Gives what ends it.
 */
export function retellRegions(): () => void {
  const teller = document.createElement("div");
  teller.className = "sr-only";
  teller.setAttribute("aria-live", "polite");
  // Dialogs hide whatever lies outside of them from screen readers, but for what is called so.
  teller.dataset.liveAnnouncer = "";
  document.body.append(teller);

  const told = new WeakMap<Element, string>();
  const changed = new Set<Element>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const tell = () => {
    for (const region of changed) {
      const text = region.closest("[aria-hidden=true], [inert]") ? "" : wordsOf(region);
      if (text !== "" && text !== told.get(region)) say(teller, text);
      told.set(region, text);
    }
    changed.clear();
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
    teller.remove();
  };
}

function regionOf(node: Node): Element | null {
  const element = node instanceof Element ? node : node.parentElement;
  // What announces by itself is announced once.
  return element?.closest("[data-live-announcer]") ? null : (element?.closest(REGION) ?? null);
}

const blocksCame = ({ addedNodes }: MutationRecord) =>
  [...addedNodes].some((node) => node instanceof Element && node.matches(BLOCK));

const wordsOf = (region: Element) => (region.textContent ?? "").replace(/\s+/g, " ").trim();

function say(teller: Element, text: string): void {
  const sentence = document.createElement("p");
  sentence.textContent = text;
  teller.append(sentence);
  setTimeout(() => sentence.remove(), KEPT);
}
