import { writeFor } from "./format";
import { type Areas, sayIn } from "./said";

/** A language that Rollcall speaks, by its BCP 47 tag. */
export type Language = "en" | "de" | "lv";

type Spoken = {
  /** Whose numbers, dates and plurals. */
  locale: string;
  areas: () => Promise<Areas>;
};

const spoken: Record<Language, Spoken> = {
  en: { locale: "en-GB", areas: async () => ({}) },
  de: { locale: "de-DE", areas: () => import("./de") },
  lv: { locale: "lv-LV", areas: () => import("./lv") },
};

/** Speaks a language from now on. Call it before the first screen is loaded. */
export async function speak(language: Language): Promise<void> {
  const { locale, areas } = spoken[language];
  sayIn(await areas());
  writeFor(locale);
  document.documentElement.lang = language;
}
