import { useEffect, useState } from "react";
import { isAsked } from "./typing";

/** Whether something stands over the screen that has to be answered first, as it comes and goes. */
export function useAsked(): boolean {
  const [asked, setAsked] = useState(isAsked);
  useEffect(() => {
    // Whatever stands over the screen is put at the end of the page.
    const changes = new MutationObserver(() => setAsked(isAsked()));
    changes.observe(document.body, { childList: true });
    setAsked(isAsked());
    return () => changes.disconnect();
  }, []);
  return asked;
}
