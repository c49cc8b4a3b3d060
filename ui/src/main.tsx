import { lastLook, showLook } from "@/features/shell/look";
import { firstLanguage, speak } from "@/words/language";
import "@/styles/index.css";

showLook(lastLook());
// Screens read their words as they are loaded: the language comes first. Nothing is awaited by the file itself: the app
// needs a part of the piece that this stands in, and each would wait for the other.
void speak(firstLanguage())
  .then(() => import("./show"))
  .then(({ show }) => show());
