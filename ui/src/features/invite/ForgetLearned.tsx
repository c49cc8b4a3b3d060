import { useForget } from "@/data/drafts";
import { ConfirmActions } from "@/kit/ConfirmActions";
import { Dialog } from "@/kit/Dialog";
import { repair } from "@/words/repair";
import { ErrorBanner } from "./ErrorBanner";

const words = repair.remembered;

/** What is to be forgotten: its id, and what it says. */
export type Learned = { id: string; what: string };

type ForgetLearnedProps = { profile: string; learned: Learned; onClose: () => void };

/** Asks before what was learned from a file is forgotten, which nothing brings back. */
export function ForgetLearned({ profile, learned, onClose }: ForgetLearnedProps) {
  const forget = useForget(profile);
  // The button that asked may be gone by then, and this with it; a refusal is shown by the question itself.
  const confirm = () => forget.mutateAsync(learned.id).then(onClose, () => undefined);
  return (
    <Dialog
      danger
      open
      title={words.ask.title}
      onClose={onClose}
      actions={
        <ConfirmActions
          cancel={words.ask.keep}
          onCancel={onClose}
          confirm={words.forget}
          onConfirm={confirm}
          pending={forget.isPending}
        />
      }
    >
      <ErrorBanner error={forget.error} profile={profile} />
      <p className="break-words text-ink">{learned.what}</p>
      <p className="mt-2">{words.ask.text}</p>
    </Dialog>
  );
}
