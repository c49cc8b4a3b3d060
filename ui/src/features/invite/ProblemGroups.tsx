import { useState } from "react";
import type { CheckView, DraftChange, DraftView, ProblemGroup } from "@/ipc";
import { Button } from "@/kit/Button";
import { Card } from "@/kit/Card";
import { invite as words } from "@/words/invite";
import { Contradictions } from "./Contradictions";
import { Decide, decisionsOf } from "./Decide";
import { GroupRow } from "./GroupRow";
import { RepairDialog } from "./RepairDialog";

/** Groups shown before the person asks for more: the rows below must stay in sight. */
const FIRST = 3;

type ProblemGroupsProps = {
  profile: string;
  draft: DraftView;
  check: CheckView;
  /** A change is under way. */
  pending: boolean;
  onChange: (change: DraftChange) => void;
  /** To the rows that need attention. */
  onShow: () => void;
};

/** Problems before warnings, each in the order in which the check told them. */
const inOrder = (groups: readonly ProblemGroup[]) =>
  (["problem", "warning"] as const).flatMap((severity) => groups.filter((group) => group.severity === severity));

/** What has to be put right, grouped by what repairs it, and under it the decisions that the file asks for. */
export function ProblemGroups({ profile, draft, check, pending, onChange, onShow }: ProblemGroupsProps) {
  const [all, setAll] = useState(false);
  const [choosing, setChoosing] = useState<ProblemGroup | null>(null);
  const groups = inOrder(check.groups);
  const shown = all ? groups : groups.slice(0, FIRST);
  const more = groups.length - FIRST;
  const decides = decisionsOf(draft, check).length > 0;
  if (groups.length === 0 && !decides && check.conflicting === 0) return null;
  return (
    <Card
      label={words.review.groupsLabel}
      className="grid max-h-[38vh] min-h-20 max-large:max-h-none max-large:shrink-0 auto-rows-max grid-cols-[max-content_minmax(0,1fr)] gap-x-3 overflow-y-auto"
    >
      {shown.map((group) => (
        <GroupRow
          key={`${group.code} ${group.field} ${group.found}`}
          group={group}
          pending={pending}
          onChange={onChange}
          onChoose={() => setChoosing(group)}
          onShow={onShow}
        />
      ))}
      <Contradictions check={check} onChange={onChange} />
      <div className="col-span-full flex flex-wrap items-center gap-x-5 gap-y-1.5 px-4 py-2 empty:hidden [&>button:first-child]:-ms-2">
        {more > 0 ? (
          <Button small kind="quiet" aria-expanded={all} onPress={() => setAll(!all)}>
            {all ? words.review.fewerGroups : words.review.moreGroups(more)}
          </Button>
        ) : null}
        {check.moreGroups > 0 ? (
          <p className="text-sm text-ink-3">{words.review.groupsBeyond(check.moreGroups)}</p>
        ) : null}
        {decides && groups.length > 0 ? <span className="flex-1" /> : null}
        <Decide draft={draft} check={check} />
      </div>
      {choosing ? (
        <RepairDialog profile={profile} group={choosing} onChange={onChange} onClose={() => setChoosing(null)} />
      ) : null}
    </Card>
  );
}
