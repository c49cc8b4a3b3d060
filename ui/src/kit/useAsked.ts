import { useEffect, useState } from "react";
import { painted } from "./turns";
import { isAsked } from "./typing";

/** Whether something stands over the screen that has to be answered first, as it comes and goes. */
export function useAsked(): boolean {
  const [asked, setAsked] = useState(isAsked);
  useEffect(() => {
    // Whatever stands over the screen is put at the end of the page.
    // It is there, or gone, at once; whatever depends on it can wait until that was painted.
    const changes = new MutationObserver(() => void painted().then(() => setAsked(isAsked())));
    changes.observe(document.body, { childList: true });
    setAsked(isAsked());
    return () => changes.disconnect();
  }, []);
  return asked;
}
