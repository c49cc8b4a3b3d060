import { useNavigate } from "@tanstack/react-router";
import { Failure } from "@/components/Failure";
import { useDiscardReview } from "@/data/reviews";
import type { ReviewSummary } from "@/ipc";
import { ConfirmActions } from "@/kit/ConfirmActions";
import { Dialog } from "@/kit/Dialog";
import { reviews } from "@/words/reviews";
import { decidedOf } from "./said";

const words = reviews.discard;

type DiscardDialogProps = { profile: string; review: ReviewSummary; onClose: () => void };

/** Asks before a review is forgotten with every decision in it. */
export function DiscardDialog({ profile, review, onClose }: DiscardDialogProps) {
  const discard = useDiscardReview(profile, review.id);
  const navigate = useNavigate();
  const leave = () => navigate({ to: "/p/$profile/reviews", params: { profile } });
  return (
    <Dialog
      title={words.title}
      open
      danger
      onClose={onClose}
      actions={
        <ConfirmActions
          cancel={words.keep}
          onCancel={onClose}
          confirm={words.go}
          onConfirm={() => discard.mutate(undefined, { onSuccess: () => void leave() })}
          pending={discard.isPending}
        />
      }
    >
      {discard.error ? <Failure title={words.failed} error={discard.error} profile={profile} /> : null}
      <p>{words.text(decidedOf(review.counts))}</p>
    </Dialog>
  );
}
