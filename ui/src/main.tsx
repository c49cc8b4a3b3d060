import { lastLook, showLook } from "@/features/shell/look";
import { firstLanguage, speak } from "@/words/language";
import "@/styles/index.css";

showLook(lastLook());
// Screens read their words as they are loaded: the language comes first.
await speak(firstLanguage());
const { show } = await import("./show");
show();
