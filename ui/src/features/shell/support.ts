import { sentenceOf } from "@/components/sentenceOf";
import { ipc } from "@/ipc";
import { tell, tellUntilRead } from "@/kit/toasts";
import { support as words } from "@/words/support";

/** Asks where to, writes a support file there, and says that it was sent to nobody. */
export async function saveSupportFile(): Promise<void> {
  try {
    const name = await ipc.saveSupportFile();
    if (name !== null) tell({ text: words.saved(name) });
  } catch (thrown) {
    tellUntilRead({ text: words.notSaved, more: sentenceOf(thrown) });
  }
}

/** Says once, where it is so, that the window before this one ended unexpectedly. */
export async function tellLastEnd(): Promise<void> {
  if (await ipc.takeLastEnd().catch(() => false)) {
    tellUntilRead({ text: words.ended, next: { label: words.save, go: () => void saveSupportFile() } });
  }
}
