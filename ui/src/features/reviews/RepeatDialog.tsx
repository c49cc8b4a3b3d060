import { useState } from "react";
import { Failure } from "@/components/Failure";
import { useReviewRepeat } from "@/data/reviews";
import type { ReviewSummary } from "@/ipc";
import { Button } from "@/kit/Button";
import { Dialog } from "@/kit/Dialog";
import { reviews } from "@/words/reviews";
import { monthsOf, RepeatFields, repetitionOf } from "./RepeatFields";

const words = reviews.repeat;

type RepeatDialogProps = { profile: string; review: ReviewSummary; onClose: () => void };

/** After how many months the review is to be done again, if at all. */
export function RepeatDialog({ profile, review, onClose }: RepeatDialogProps) {
  const [repetition, setRepetition] = useState(() => repetitionOf(review.repeatMonths));
  const repeat = useReviewRepeat(profile, review.id);
  const save = () => {
    const months = monthsOf(repetition);
    if (months !== undefined) repeat.mutate(months, { onSuccess: onClose });
  };
  return (
    <Dialog
      title={words.title}
      open
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button kind="primary" pending={repeat.isPending} onPress={save}>
            {words.save}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {repeat.error ? <Failure title={words.failed} error={repeat.error} profile={profile} /> : null}
        <p>
          {words.text} {review.repeatMonths === null ? null : words.now(review.repeatMonths)}
        </p>
        <RepeatFields value={repetition} onChange={setRepetition} />
      </div>
    </Dialog>
  );
}
