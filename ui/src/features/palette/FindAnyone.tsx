import { useState } from "react";
import { Button } from "react-aria-components/Button";
import { Dialog } from "react-aria-components/Dialog";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import type { ProfileView } from "@/ipc";
import { useCommands } from "@/kit/commands";
import { SearchIcon } from "@/kit/icons";
import { Kbd } from "@/kit/Kbd";
import { keysOf } from "@/kit/keyNames";
import { palette as words } from "@/words/palette";
import { type Choice, withRecent } from "./choice";
import { Palette } from "./Palette";
import { useLanding } from "./useLanding";

/** The button and the key that find anyone on any platform, do anything, and lead to any screen. */
export function FindAnyone({ profile }: { profile: ProfileView | null }) {
  // What is looked for when it opens; nothing while it is closed.
  const [start, setStart] = useState<string | null>(null);
  const [recent, setRecent] = useState<Choice[]>([]);
  useCommands(
    [{ id: "palette", label: words.open, bound: "palette", quiet: true, act: () => setStart("") }],
    "anywhere",
  );
  useLanding(setStart);
  const choose = (choice: Choice) => {
    setRecent(withRecent(recent, choice));
    setStart(null);
    // After the palette is gone: what is done may open a question, and the focus goes back first.
    requestAnimationFrame(choice.go);
  };
  return (
    <>
      <Button
        data-tour="palette"
        onPress={() => setStart("")}
        className="mb-2 flex w-full shrink-0 items-center gap-2 rounded-md border border-line bg-surface px-2 py-1.5 text-start text-ink-2 max-large:justify-center data-hovered:border-line-strong"
      >
        <SearchIcon className="shrink-0" />
        <span className="min-w-0 flex-1 truncate max-large:sr-only">{words.open}</span>
        <span className="contents max-large:hidden">
          <Kbd>{keysOf("palette")}</Kbd>
        </span>
      </Button>
      <ModalOverlay
        isOpen={start !== null}
        onOpenChange={(open) => setStart(open ? "" : null)}
        isDismissable
        className="fixed inset-0 z-20 flex items-start justify-center bg-scrim p-6 pt-[12vh]"
      >
        <Modal className="flex max-h-[70vh] w-full max-w-150 flex-col overflow-hidden rounded-lg border border-line bg-raised shadow-raised">
          <Dialog aria-label={words.title} className="flex min-h-0 flex-col outline-none">
            <Palette profile={profile} pasted={start ?? ""} recent={recent} onChoose={choose} />
          </Dialog>
        </Modal>
      </ModalOverlay>
    </>
  );
}
