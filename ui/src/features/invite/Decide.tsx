import { useRef } from "react";
import { useValues } from "@/data/drafts";
import type { CheckView, Decisions, DraftView } from "@/ipc";
import { Switch } from "@/kit/Switch";
import { invite as words } from "@/words/invite";
import { ErrorBanner } from "./ErrorBanner";

/** Notices that mean "rows are left out unless asked for". */
const HIDDEN = ["hidden-rows", "filtered-rows"];

const invitedRows = (check: CheckView) => check.counts.find((count) => count.class === "already-invited")?.rows ?? 0;

/** Which decisions the file asks for: to mail people again, to send hidden rows. */
export function decisionsOf(draft: DraftView, check: CheckView): (keyof Decisions)[] {
  const asked: (keyof Decisions)[] = [];
  if (draft.decisions.reinvite || invitedRows(check) > 0) asked.push("reinvite");
  if (draft.file.notices.some((notice) => HIDDEN.includes(notice))) asked.push("includeHidden");
  return asked;
}

/** What only a person can decide, each as a switch; the rows are checked again at once. */
export function Decide({ draft, check }: { draft: DraftView; check: CheckView }) {
  const values = useValues(draft);
  // Once decided, the rows are ready and no longer counted as invited: the number from before still holds.
  const before = useRef(0);
  const people = invitedRows(check) || before.current;
  before.current = people;

  const label: Record<keyof Decisions, string> = {
    reinvite: people > 0 ? words.review.reinvite(people) : words.review.reinviteOn,
    includeHidden: words.review.includeHidden,
  };
  return (
    <>
      {decisionsOf(draft, check).map((decision) => (
        <Switch
          key={decision}
          isSelected={values.decisions[decision] ?? false}
          onChange={(on) => values.choose({ decisions: { ...values.decisions, [decision]: on } })}
        >
          {label[decision]}
        </Switch>
      ))}
      {values.error ? (
        <div className="w-full">
          <ErrorBanner error={values.error} />
        </div>
      ) : null}
    </>
  );
}
