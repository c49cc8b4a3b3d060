import type { Language as Chosen } from "@/ipc";
import { type Areas, type Rewriting, sayAlso, sayIn, writeFor } from "./said";

/** A language that Rollcall speaks, by its BCP 47 tag. `en-XA` and `en-XB` are made up, to look at the screens in. */
export type Language = Exclude<Chosen, "system"> | "en-XA" | "en-XB";

type Spoken = {
  /** Whose numbers, dates and plurals. */
  locale: string;
  /** Whose own messages the library of controls takes, and which way it lays out. */
  controls: string;
  /** The words of the first screen, and those of all others. */
  first?: () => Promise<Areas>;
  later?: () => Promise<Areas>;
  rewriting?: () => Promise<Rewriting>;
};

/** Whether the made-up languages are there: not in what is given to people. */
const MADE_UP = import.meta.env.DEV || import.meta.env.MODE === "shots";

const invented = async (): Promise<Rewriting> => (MADE_UP ? (await import("./pseudo")).pseudo : (english) => english);

const spoken: Record<Language, Spoken> = {
  en: { locale: "en-GB", controls: "en-GB" },
  de: {
    locale: "de-DE",
    controls: "de-DE",
    first: () => import("./de/first"),
    later: async () => ({ ...(await import("./de/later")), ...(await import("./core/de")) }),
  },
  lv: {
    locale: "lv-LV",
    controls: "lv-LV",
    first: () => import("./lv/first"),
    later: async () => ({ ...(await import("./lv/later")), ...(await import("./core/lv")) }),
  },
  "en-XA": { locale: "en-GB", controls: "en-GB", rewriting: invented },
  // A script that is written from right to left is how the controls learn of the direction.
  "en-XB": { locale: "en-GB", controls: "en-Arab-XB", rewriting: invented },
};

let speaking: Language = "en";
let others: Promise<void> = Promise.resolve();

/** The language that is spoken now. */
export const language = (): Language => speaking;

/** The locale of the controls' own messages. */
export const controlsLocale = (): string => spoken[speaking].controls;

/** Speaks a language from now on. Call it before the first screen is loaded; every other one waits for {@link everyWord}. */
export async function speak(next: Language): Promise<void> {
  const { locale, first, later, rewriting } = spoken[next];
  sayIn((await first?.()) ?? {}, await rewriting?.());
  writeFor(locale);
  others = Promise.resolve(later?.()).then((areas) => {
    if (areas && speaking === next) sayAlso(areas);
  });
  // Whoever waits for them hears of it.
  others.catch(() => undefined);
  speaking = next;
  document.documentElement.lang = next;
  document.documentElement.dir = next === "en-XB" ? "rtl" : "ltr";
}

/** Waits for the words of every screen. */
export const everyWord = (): Promise<void> => others;

const isLanguage = (tag: string): tag is Language => Object.hasOwn(spoken, tag);
const isMadeUp = (language: Language) => language === "en-XA" || language === "en-XB";

/** The language for a choice; by the system is the first of its languages that Rollcall speaks, else English. */
export function languageFor(choice: Chosen, wanted: readonly string[] = navigator.languages): Language {
  if (choice !== "system") return choice;
  const known = wanted.map((tag) => tag.toLowerCase().split("-")[0] ?? "").find(isLanguage);
  return known ?? "en";
}

const LANGUAGE = "rollcall.language";

/** What was chosen when the page was open last, so that its first picture is already right. */
export function lastChoice(): Chosen {
  const kept = localStorage.getItem(LANGUAGE);
  return kept !== null && isLanguage(kept) && !isMadeUp(kept) ? (kept as Chosen) : "system";
}

/** The language to begin with. */
export function firstLanguage(): Language {
  const kept = localStorage.getItem(LANGUAGE);
  if (MADE_UP && (kept === "en-XA" || kept === "en-XB")) return kept;
  return languageFor(lastChoice());
}

/**
 * Remembers what was chosen; whether the page has to be loaded anew for it. Not where it could not be remembered: the
 * page would be loaded for ever.
 */
export function remember(choice: Chosen): boolean {
  if (isMadeUp(speaking)) return false;
  localStorage.setItem(LANGUAGE, choice);
  return languageFor(choice) !== speaking && lastChoice() === choice;
}
