import { lastTheme, showTheme } from "@/features/shell/theme";
import { firstLanguage, speak } from "@/words/language";
import "@/styles/index.css";

showTheme(lastTheme());
// Screens read their words as they are loaded: the language comes first.
await speak(firstLanguage());
const { show } = await import("./show");
show();
