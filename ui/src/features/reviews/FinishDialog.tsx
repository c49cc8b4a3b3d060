import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Failure } from "@/components/Failure";
import { reviewRowsKey, useFinishReview } from "@/data/reviews";
import { ipc, type ReviewView } from "@/ipc";
import { Button } from "@/kit/Button";
import { Dialog } from "@/kit/Dialog";
import { TextField } from "@/kit/TextField";
import { reviews } from "@/words/reviews";
import { nameOf } from "./said";

const words = reviews.finish;

/** So many undecided people are named. */
const NAMED = 10;

type FinishDialogProps = { profile: string; view: ReviewView; onClose: () => void };

/** Signs the review off under a typed name; who is undecided is named first. */
export function FinishDialog({ profile, view, onClose }: FinishDialogProps) {
  const [name, setName] = useState("");
  const [tried, setTried] = useState(false);
  const finish = useFinishReview(profile, view.review.id);
  const { undecided, people } = view.review.counts;
  const unnamed = name.trim() === "" ? words.typeName : null;
  const go = () => {
    setTried(true);
    if (unnamed === null) finish.mutate({ name: name.trim(), undecided }, { onSuccess: onClose });
  };
  return (
    <Dialog
      title={words.title}
      open
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button kind="primary" pending={finish.isPending} onPress={go}>
            {undecided > 0 ? words.goWith(undecided) : words.go}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        {finish.error ? <Failure title={words.failed} error={finish.error} profile={profile} /> : null}
        {undecided > 0 ? <Undecided profile={profile} view={view} /> : <p>{words.all(people)}</p>}
        <p>{words.after}</p>
        <TextField
          label={words.name}
          autoFocus
          value={name}
          onChange={setName}
          maxLength={100}
          error={tried ? unnamed : null}
        />
      </div>
    </Dialog>
  );
}

function Undecided({ profile, view }: { profile: string; view: ReviewView }) {
  const { id, counts } = view.review;
  const some = useQuery({
    queryKey: [...reviewRowsKey(profile, id, "undecided", ""), "named"],
    queryFn: () => ipc.reviewRows(profile, id, { filter: "undecided", limit: NAMED }),
  });
  const more = counts.undecided - (some.data?.rows.length ?? counts.undecided);
  return (
    <div>
      <p className="font-semibold text-warn">{words.undecided(counts.undecided)}</p>
      {some.error ? <Failure error={some.error} profile={profile} /> : null}
      <ul className="mt-1 select-text">
        {some.data?.rows.map((row) => (
          <li key={row.userId} className="truncate text-ink">
            {nameOf(row)}
          </li>
        ))}
        {more > 0 ? <li>{words.more(more)}</li> : null}
      </ul>
    </div>
  );
}
