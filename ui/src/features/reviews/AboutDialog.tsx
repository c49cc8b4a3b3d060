import type { ReactNode } from "react";
import type { ReviewView } from "@/ipc";
import { Button } from "@/kit/Button";
import { CopyButton } from "@/kit/CopyButton";
import { Dialog } from "@/kit/Dialog";
import { dateTime } from "@/words/format";
import { reviews } from "@/words/reviews";

const words = reviews.about;

/** What a review rests on: who reads what, by which list, and the hash by which that can be checked later. */
export function AboutDialog({ view, onClose }: { view: ReviewView; onClose: () => void }) {
  const { review, previous, rolesInScope, reviewerEmail, signedInAs } = view;
  return (
    <Dialog
      title={words.title}
      open
      onClose={onClose}
      actions={
        <Button kind="primary" autoFocus onPress={onClose}>
          {words.close}
        </Button>
      }
    >
      <dl className="grid grid-cols-[fit-content(150px)_minmax(0,1fr)] gap-x-4 gap-y-2 select-text">
        <Fact name={words.scope}>{review.words}</Fact>
        {rolesInScope.length > 0 ? <Fact name={words.roles}>{rolesInScope.join(", ")}</Fact> : null}
        <Fact name={words.started}>{words.startedBy(review.startedAt, review.reviewer)}</Fact>
        {reviewerEmail ? <Fact name={words.address}>{reviewerEmail}</Fact> : null}
        <Fact name={words.list}>{words.listOf(view.listFetchedAt, view.listed)}</Fact>
        <Fact name={words.compared}>{dateTime(view.comparedWith)}</Fact>
        {signedInAs ? <Fact name={words.signedIn}>{signedInAs}</Fact> : null}
        {previous ? (
          <Fact name={words.previous}>{words.previousBy(previous.finished.by, previous.finished.at)}</Fact>
        ) : null}
        <Fact name={words.hash}>
          <span className="flex items-start gap-1">
            <span className="font-mono text-xs break-all">{view.rosterHash}</span>
            <span className="-my-1">
              <CopyButton compact text={view.rosterHash} label={words.copyHash} />
            </span>
          </span>
        </Fact>
      </dl>
      <p className="mt-4">{words.limits}</p>
    </Dialog>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-2">{name}</dt>
      <dd className="min-w-0 break-words text-ink">{children}</dd>
    </>
  );
}
