import { useRef } from "react";
import { useChooseValues } from "@/data/drafts";
import type { CheckView, Decisions, DraftView } from "@/ipc";
import { Badge } from "@/kit/Badge";
import { Switch } from "@/kit/Switch";
import { invite as words } from "@/words/en/invite";
import { ErrorBanner } from "./ErrorBanner";
import { Line } from "./ProblemGroups";

/** Notices that mean "rows are left out unless asked for". */
const HIDDEN = ["hidden-rows", "filtered-rows"];

/** What only a person can decide: mail people again, send hidden rows. Shown where the file asks for it. */
export function Decide({ draft, check }: { draft: DraftView; check: CheckView }) {
  const values = useChooseValues(draft.id);
  const { reinvite = false, includeHidden = false } = draft.decisions;
  const waiting = check.counts.find((count) => count.class === "already-invited")?.rows ?? 0;
  // Once decided, the rows are ready and no longer counted as invited: the number from before still holds.
  const before = useRef(waiting);
  if (!reinvite) before.current = waiting;
  const people = waiting || before.current;

  const set = (part: Decisions) =>
    values.mutate({ defaults: draft.defaults, decisions: { ...draft.decisions, ...part } });
  return (
    <>
      {values.error ? (
        <div className="p-2">
          <ErrorBanner error={values.error} />
        </div>
      ) : null}
      {reinvite || waiting > 0 ? (
        <Line
          badge={people > 0 ? <Badge tone="new">{words.people(people)}</Badge> : null}
          title={people > 0 ? words.review.reinvite(people) : words.review.reinviteOn}
          text={words.review.reinviteText}
        >
          <Switch
            aria-label={people > 0 ? words.review.reinvite(people) : words.review.reinviteOn}
            isSelected={reinvite}
            isDisabled={values.isPending}
            onChange={(on) => set({ reinvite: on })}
          >
            {words.review.mailAgain}
          </Switch>
        </Line>
      ) : null}
      {draft.file.notices.some((notice) => HIDDEN.includes(notice)) ? (
        <Line
          badge={<Badge tone="muted">{words.review.hidden}</Badge>}
          title={words.review.hiddenTitle}
          text={words.review.hiddenText}
        >
          <Switch
            aria-label={words.review.includeHidden}
            isSelected={includeHidden}
            isDisabled={values.isPending}
            onChange={(on) => set({ includeHidden: on })}
          >
            {words.review.include}
          </Switch>
        </Line>
      ) : null}
    </>
  );
}
