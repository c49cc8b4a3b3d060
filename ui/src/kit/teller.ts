/** Whoever listens has got it by then. */
const KEPT = 10_000;

/** Says a sentence to screen readers. */
export type Teller = { say: (text: string) => void; close: () => void };

/**
 * Says sentences that nobody sees, each as an alert of its own in the page's body.
 *
 * WebKitGTK tells of what comes into an element only where a screen reader has looked at that element before: at the page it
 * always has, at a region somewhere in it perhaps.
 */
export function openTeller(): Teller {
  const open = new Set<Element>();
  return {
    say: (text) => {
      const sentence = document.createElement("div");
      sentence.className = "sr-only";
      sentence.setAttribute("role", "alert");
      // Dialogs hide whatever lies outside of them from screen readers, but for what is called so.
      sentence.dataset.liveAnnouncer = "";
      sentence.textContent = text;
      document.body.append(sentence);
      open.add(sentence);
      setTimeout(() => {
        sentence.remove();
        open.delete(sentence);
      }, KEPT);
    },
    close: () => {
      for (const sentence of open) sentence.remove();
    },
  };
}

/** What an element says: its words without what is drawn for eyes alone. */
export function wordsIn(element: Element): string {
  const copy = element.cloneNode(true) as Element;
  for (const hidden of copy.querySelectorAll("[aria-hidden=true]")) hidden.remove();
  return (copy.textContent ?? "").replace(/\s+/g, " ").trim();
}
