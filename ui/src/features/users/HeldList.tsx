import { useState } from "react";
import { Failure } from "@/components/Failure";
import { FromCore } from "@/components/FromCore";
import { useDiscardHeld, useTakeHeld } from "@/data/roster";
import type { HeldList as Held } from "@/ipc";
import { Banner } from "@/kit/Banner";
import { Button } from "@/kit/Button";
import { ConfirmActions } from "@/kit/ConfirmActions";
import { Dialog } from "@/kit/Dialog";
import { people } from "@/words/people";

const words = people.held;

type HeldListProps = {
  profile: string;
  held: Held;
  /** When the list was fetched that is shown. */
  shownFrom: string | null;
};

/** A newer list that looks wrong: why, and the two answers. */
export function HeldList({ profile, held, shownFrom }: HeldListProps) {
  const [asking, setAsking] = useState(false);
  const discard = useDiscardHeld(profile);
  return (
    <>
      {discard.error ? <Failure error={discard.error} profile={profile} /> : null}
      <Banner
        tone="warn"
        title={words.title}
        actions={
          <>
            <Button small pending={discard.isPending} onPress={() => discard.mutate(held.fetchedAt)}>
              {words.keep}
            </Button>
            <Button small onPress={() => setAsking(true)}>
              {words.take}
            </Button>
          </>
        }
      >
        <FromCore of={held.reasons.join(" ")} /> {shownFrom ? words.shown(shownFrom) : null} {words.waits}
      </Banner>
      <TakeDialog profile={profile} held={held} open={asking} onClose={() => setAsking(false)} />
    </>
  );
}

type TakeDialogProps = { profile: string; held: Held; open: boolean; onClose: () => void };

/** Says what would be different, before the new list is taken for the truth. */
function TakeDialog({ profile, held, open, onClose }: TakeDialogProps) {
  const take = useTakeHeld(profile);
  return (
    <Dialog
      danger
      title={words.dialog.title(held.people)}
      open={open}
      onClose={onClose}
      actions={
        <ConfirmActions
          cancel={words.dialog.cancel}
          onCancel={onClose}
          confirm={words.dialog.confirm(held.people)}
          onConfirm={() => take.mutate(held.fetchedAt, { onSuccess: onClose })}
          pending={take.isPending}
        />
      }
    >
      {take.error ? <Failure error={take.error} profile={profile} /> : null}
      <ul className="list-disc ps-5">
        {held.reasons.map((reason) => (
          <li key={reason}>
            <FromCore of={reason} />
          </li>
        ))}
      </ul>
      <p className="mt-3">{words.dialog.changes(held.peopleBefore, held.people)}</p>
      <p className="mt-1 tabular-nums">{words.dialog.counts(held.joined, held.left, held.changed)}</p>
      <p className="mt-3">{words.dialog.text}</p>
    </Dialog>
  );
}
