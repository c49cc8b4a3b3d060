import { type ReactNode, useState } from "react";
import type { ProblemGroup } from "@/ipc";
import { Badge } from "@/kit/Badge";
import { Button } from "@/kit/Button";
import { Card } from "@/kit/Card";
import { invite as words } from "@/words/en/invite";

/** Groups shown before the person asks for more: the rows below must stay in sight. */
const FIRST = 3;

/** Problems that a value for all rows puts right. */
const CHOOSE_FOR_ALL = new Set(["missing-role", "missing-organization", "missing-identity-provider"]);

type ProblemGroupsProps = {
  groups: readonly ProblemGroup[];
  onColumns: () => void;
  /** Decisions that stand beside the problems. */
  children?: ReactNode;
};

/** What has to be put right, grouped by what repairs it, with the decisions that the file asks for. */
export function ProblemGroups({ groups, onColumns, children }: ProblemGroupsProps) {
  const [all, setAll] = useState(false);
  const shown = all ? groups : groups.slice(0, FIRST);
  const more = groups.length - FIRST;
  return (
    <Card
      label={words.review.groupsLabel}
      className="max-h-[38vh] shrink-0 overflow-y-auto empty:hidden [&>*+*]:border-t [&>*+*]:border-line"
    >
      {shown.map((group) => (
        <Group key={`${group.code} ${group.field} ${group.found}`} group={group} onColumns={onColumns} />
      ))}
      {more > 0 ? (
        <div className="px-3 py-1">
          <Button small kind="quiet" aria-expanded={all} onPress={() => setAll(!all)}>
            {all ? words.review.fewerGroups : words.review.moreGroups(more)}
          </Button>
        </div>
      ) : null}
      {children}
    </Card>
  );
}

function Group({ group, onColumns }: { group: ProblemGroup; onColumns: () => void }) {
  return (
    <Line
      badge={
        <Badge tone={group.code.startsWith("two-") || group.code === "conflict" ? "warn" : "bad"}>
          {words.rows(group.rows)}
        </Badge>
      }
      title={group.message}
      text={group.suggestion ? words.review.suggestion(group.suggestion) : words.review.repairInFile}
    >
      {CHOOSE_FOR_ALL.has(group.code) ? (
        <Button small onPress={onColumns}>
          {words.review.chooseForAll}
        </Button>
      ) : null}
    </Line>
  );
}

type LineProps = { badge: ReactNode; title: string; text: string; children?: ReactNode };

/** One thing to know or to decide: how many, what, why, and the buttons. */
export function Line({ badge, title, text, children }: LineProps) {
  return (
    <div className="flex items-center gap-3 px-4 py-2">
      <div className="w-24 shrink-0">{badge}</div>
      <p className="min-w-0 flex-1">
        <b className="block truncate font-semibold" title={title}>
          {title}
        </b>
        <span className="block truncate text-sm text-ink-3">{text}</span>
      </p>
      {children}
    </div>
  );
}
