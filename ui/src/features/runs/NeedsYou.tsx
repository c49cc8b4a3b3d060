import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Failure } from "@/components/Failure";
import { needsYouQuery, useResolveRow } from "@/data/runs";
import type { RowDecision, RunRow, RunView } from "@/ipc";
import { Button } from "@/kit/Button";
import { Card } from "@/kit/Card";
import { Dialog } from "@/kit/Dialog";
import { runs as words } from "@/words/en/runs";
import { timeSeconds } from "@/words/format";

/** People whose fate only a person can tell, each with what is known and three answers. */
export function NeedsYou({ run, count }: { run: RunView; count: number }) {
  const rows = useQuery(needsYouQuery(run.profile, run.id));
  const resolve = useResolveRow(run.profile, run.id);
  const [asking, setAsking] = useState<RunRow | null>(null);
  const decide = (row: RunRow, decision: RowDecision) =>
    resolve.mutate({ row: row.row, decision }, { onSuccess: () => setAsking(null) });
  const more = count - (rows.data?.rows.length ?? count);
  return (
    <Card label={words.banner.reviewTitle(count)} className="flex max-h-[34vh] min-h-32 shrink-0 flex-col">
      <div className="flex items-center gap-3 border-b border-line bg-warn-soft px-4 py-2 text-warn">
        <p>
          <b className="font-semibold">{words.banner.reviewTitle(count)}</b> {words.banner.reviewText}
        </p>
      </div>
      {resolve.error && !asking ? <Failure error={resolve.error} profile={run.profile} /> : null}
      {rows.error ? <Failure error={rows.error} profile={run.profile} onRetry={() => rows.refetch()} /> : null}
      <ul className="min-h-0 overflow-y-auto">
        {rows.data?.rows.map((row) => (
          <Person
            key={row.row}
            row={row}
            busy={resolve.isPending && resolve.variables.row === row.row ? resolve.variables.decision : null}
            onDecide={(decision) => (decision === "send" ? setAsking(row) : decide(row, decision))}
          />
        ))}
        {more > 0 ? <li className="px-4 py-2 text-sm text-ink-3">{words.review.more(more)}</li> : null}
      </ul>
      {asking ? (
        <Dialog
          title={words.review.sendTitle}
          open
          danger
          onClose={() => setAsking(null)}
          actions={
            <>
              <Button autoFocus onPress={() => setAsking(null)}>
                {words.review.cancel}
              </Button>
              <Button kind="danger" pending={resolve.isPending} onPress={() => decide(asking, "send")}>
                {words.review.sendDo}
              </Button>
            </>
          }
        >
          {resolve.error ? <Failure error={resolve.error} profile={run.profile} /> : null}
          <p className="break-words">{words.review.sendText(asking.email)}</p>
        </Dialog>
      ) : null}
    </Card>
  );
}

type PersonProps = { row: RunRow; busy: RowDecision | null; onDecide: (decision: RowDecision) => void };

function Person({ row, busy, onDecide }: PersonProps) {
  const known = [
    words.review.row(row.row),
    row.attempts > 0 ? words.rows.attempts(row.attempts) : null,
    row.at ? timeSeconds(row.at) : null,
  ].filter((part) => part !== null);
  return (
    <li className="flex items-center gap-3 border-b border-line px-4 py-2 last:border-0">
      <div className="min-w-0 flex-1 select-text">
        <p className="flex items-center gap-2">
          <b className="truncate font-semibold">{row.email}</b>
          <span className="truncate text-sm text-ink-3 tabular-nums">{known.join(" · ")}</span>
        </p>
        {row.message ? <p className="text-ink-2">{row.message}</p> : null}
      </div>
      <div role="group" aria-label={words.review.label(row.email)} className="flex shrink-0 gap-2">
        <Button small pending={busy === "done"} isDisabled={busy !== null} onPress={() => onDecide("done")}>
          {words.review.done}
        </Button>
        <Button small pending={busy === "send"} isDisabled={busy !== null} onPress={() => onDecide("send")}>
          {words.review.send}
        </Button>
        <Button small pending={busy === "drop"} isDisabled={busy !== null} onPress={() => onDecide("drop")}>
          {words.review.drop}
        </Button>
      </div>
    </li>
  );
}
