import { kit } from "@/words/kit";
import { tell } from "./toasts";

/** Puts a text on the clipboard, and tells that it did. */
export function copyText(text: string): void {
  navigator.clipboard.writeText(text).then(
    () => tell({ text: kit.copiedText(text) }),
    () => tell({ text: kit.copyFailed }),
  );
}
