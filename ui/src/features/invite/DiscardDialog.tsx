import { useDiscard } from "@/data/drafts";
import { Button } from "@/kit/Button";
import { Dialog } from "@/kit/Dialog";
import { invite as words } from "@/words/invite";
import { ErrorBanner } from "./ErrorBanner";

type DiscardDialogProps = { draft: string; open: boolean; onClose: () => void; onDiscarded: () => void };

/** Asks before a draft with all that was changed in it is forgotten. */
export function DiscardDialog({ draft, open, onClose, onDiscarded }: DiscardDialogProps) {
  const discard = useDiscard(draft);
  return (
    <Dialog
      title={words.head.discardTitle}
      open={open}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{words.head.keep}</Button>
          <Button
            kind="primary"
            pending={discard.isPending}
            onPress={() => discard.mutate(undefined, { onSuccess: onDiscarded })}
          >
            {words.head.discardDo}
          </Button>
        </>
      }
    >
      <ErrorBanner error={discard.error} />
      {words.head.discardText}
    </Dialog>
  );
}
