import type { Language } from "@/ipc";
import { said } from "./said";

/** What each language calls itself: whoever can't read the page still finds their own. */
const names: Record<Exclude<Language, "system">, string> = { en: "English", de: "Deutsch", lv: "Latviešu" };

/** The choice of the language. */
export const languages = said("languages", {
  label: "Language",
  names,
  system: "As the system",
  saveFailed: "The language could not be changed",
  ask: {
    title: "Change the language now?",
    text: "The window is loaded anew for it. What is typed here and not saved, or a file that waits, would be lost.",
    change: "Change it now",
    keep: "Not yet",
  },
});
