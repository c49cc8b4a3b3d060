import { useEffect } from "react";
import type { Language } from "@/ipc";
import { remember } from "@/words/language";

/** How the page is loaded anew, at the same address. */
export const anew = { load: (): void => window.location.reload() };

/** Speaks the chosen language: screens keep their words, so another one takes a page that is loaded anew. */
export function useLanguage(choice: Language | undefined): void {
  useEffect(() => {
    if (choice && remember(choice)) anew.load();
  }, [choice]);
}
