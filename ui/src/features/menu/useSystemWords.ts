import { useEffect } from "react";
import { ipc } from "@/ipc";
import { everyWord } from "@/words/language";

/** Tells the window what to say in file dialogs and notifications, in the page's language. */
export function useSystemWords(): void {
  useEffect(() => {
    everyWord()
      .then(() => import("@/words/systemWords"))
      .then(({ systemWords }) => ipc.takeWords(systemWords.words))
      .catch(() => undefined);
  }, []);
}
