import { useState } from "react";
import type { CheckView, DraftView, ProblemGroup } from "@/ipc";
import { Badge } from "@/kit/Badge";
import { Button } from "@/kit/Button";
import { Card } from "@/kit/Card";
import { invite as words } from "@/words/en/invite";
import { Decide, decisionsOf } from "./Decide";

/** Groups shown before the person asks for more: the rows below must stay in sight. */
const FIRST = 3;

/** Problems that a value for all rows puts right. */
const CHOOSE_FOR_ALL = new Set(["missing-role", "missing-organization", "missing-identity-provider"]);

/** Problems that this window puts right, without another file. */
const REPAIRED_HERE = new Set([...CHOOSE_FOR_ALL, "hidden-row"]);

type ProblemGroupsProps = { draft: DraftView; check: CheckView; onColumns: () => void };

/** What has to be put right, grouped by what repairs it, and under it the decisions that the file asks for. */
export function ProblemGroups({ draft, check, onColumns }: ProblemGroupsProps) {
  const [all, setAll] = useState(false);
  const { groups } = check;
  const shown = all ? groups : groups.slice(0, FIRST);
  const more = groups.length - FIRST;
  const decides = decisionsOf(draft, check).length > 0;
  const contradicting = check.counts.find((count) => count.class === "conflict")?.rows ?? 0;
  const inFile = contradicting > 0 || groups.some((group) => !REPAIRED_HERE.has(group.code));
  if (groups.length === 0 && !decides && contradicting === 0) return null;
  return (
    <Card label={words.review.groupsLabel} className="max-h-[34vh] shrink-0 overflow-y-auto">
      {shown.map((group) => (
        <Group key={`${group.code} ${group.field} ${group.found}`} group={group} onColumns={onColumns} />
      ))}
      {contradicting > 0 ? <Contradicting rows={contradicting} /> : null}
      <div className="flex flex-wrap items-center gap-x-5 gap-y-1.5 px-4 py-2 empty:hidden">
        {inFile ? (
          <p className="text-sm text-ink-3 [@media(max-height:680px)]:hidden">{words.review.repairInFile}</p>
        ) : null}
        {more > 0 ? (
          <Button small kind="quiet" aria-expanded={all} onPress={() => setAll(!all)}>
            {all ? words.review.fewerGroups : words.review.moreGroups(more)}
          </Button>
        ) : null}
        {decides && groups.length > 0 ? <span className="flex-1" /> : null}
        <Decide draft={draft} check={check} />
      </div>
    </Card>
  );
}

/** What it may have meant, or what fits where several things do; nothing where the message has said so. */
export function hintOf(problem: Pick<ProblemGroup, "message" | "suggestion" | "choices">): string | null {
  const { message, suggestion, choices } = problem;
  const fitting = suggestion ? [suggestion] : choices;
  if (fitting.every((one) => message.includes(one))) return null;
  return suggestion ? words.review.suggestion(suggestion) : words.review.choices(choices);
}

function Contradicting({ rows }: { rows: number }) {
  return (
    <div className="flex min-h-9.5 items-center gap-3 border-b border-line px-4 py-1.5">
      <span className="w-24 shrink-0">
        <Badge tone="warn">{words.rows(rows)}</Badge>
      </span>
      <p className="min-w-0 flex-1 select-text">
        <b className="font-semibold">{words.review.conflict}</b>{" "}
        <span className="text-ink-3">{words.review.conflictHint}</span>
      </p>
    </div>
  );
}

function Group({ group, onColumns }: { group: ProblemGroup; onColumns: () => void }) {
  const hint = hintOf(group);
  return (
    <div className="flex min-h-9.5 items-center gap-3 border-b border-line px-4 py-1.5">
      <span className="w-24 shrink-0">
        <Badge tone={group.field === "role" && group.found === "" ? "warn" : "bad"}>{words.rows(group.rows)}</Badge>
      </span>
      <p className="min-w-0 flex-1 select-text">
        <b className="font-semibold">{group.message}</b> {hint ? <span className="text-ink-3">{hint}</span> : null}
      </p>
      {CHOOSE_FOR_ALL.has(group.code) ? (
        <Button small onPress={onColumns}>
          {words.review.chooseForAll}
        </Button>
      ) : null}
    </div>
  );
}
