import { useState } from "react";
import { Failure } from "@/components/Failure";
import { useReviewRepeat } from "@/data/reviews";
import type { ReviewSummary } from "@/ipc";
import { Button } from "@/kit/Button";
import { Dialog } from "@/kit/Dialog";
import { Switch } from "@/kit/Switch";
import { TextField } from "@/kit/TextField";
import { reviews } from "@/words/reviews";

const words = reviews.repeat;

/** Months between two reviews at most, and what is proposed. */
const [LONGEST, PROPOSED] = [36, 12];

type RepeatDialogProps = { profile: string; review: ReviewSummary; onClose: () => void };

/** After how many months the review is to be done again, if at all. */
export function RepeatDialog({ profile, review, onClose }: RepeatDialogProps) {
  const [repeats, setRepeats] = useState(review.repeatMonths !== null);
  const [typed, setTyped] = useState(`${review.repeatMonths ?? PROPOSED}`);
  const repeat = useReviewRepeat(profile, review.id);
  const months = monthsOf(typed);
  const wrong = repeats && months === null ? words.wrong : null;
  const save = () => {
    if (wrong === null) repeat.mutate(repeats ? months : null, { onSuccess: onClose });
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
        <Switch isSelected={repeats} onChange={setRepeats}>
          {words.repeats}
        </Switch>
        {repeats ? (
          <TextField label={words.months} inputMode="numeric" value={typed} onChange={setTyped} error={wrong} />
        ) : null}
      </div>
    </Dialog>
  );
}

/** A whole number of months that can be repeated after; nothing else. */
function monthsOf(typed: string): number | null {
  const months = Number(typed.trim());
  return Number.isInteger(months) && months >= 1 && months <= LONGEST ? months : null;
}
