import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Failure } from "@/components/Failure";
import { FromCore } from "@/components/FromCore";
import { needsYouQuery, useResolveRow, useResolveRows } from "@/data/runs";
import type { RowDecision, RowsResolved, RunRow, RunView } from "@/ipc";
import { Banner } from "@/kit/Banner";
import { Card } from "@/kit/Card";
import { ConfirmActions } from "@/kit/ConfirmActions";
import { Dialog } from "@/kit/Dialog";
import { runs as words } from "@/words/runs";
import { type Bulk, BulkDialog } from "./BulkDialog";
import { ReasonGroup } from "./ReasonGroup";
import { useFocusOnNext } from "./useFocusOnNext";

/** People whose fate only a person can tell, by reason: what is known of each, and three answers, for one or for all. */
export function NeedsYou({ run, count }: { run: RunView; count: number }) {
  const rows = useQuery(needsYouQuery(run.profile, run.id));
  const resolve = useResolveRow(run.profile, run.id);
  const resolveAll = useResolveRows(run.profile, run.id);
  const [asking, setAsking] = useState<RunRow | null>(null);
  const [bulk, setBulk] = useState<Bulk | null>(null);
  const { list, answered } = useFocusOnNext(rows.data);
  const decide = (row: RunRow, decision: RowDecision) =>
    resolve.mutate({ row: row.row, decision }, { onSuccess: () => setAsking(null) });
  const answer = (row: RunRow, decision: RowDecision) => {
    answered();
    if (decision === "send") setAsking(row);
    else decide(row, decision);
  };
  const decideAll = ({ rows, decision }: Bulk) =>
    resolveAll.mutate({ rows: rows.map(({ row }) => row), decision }, { onSuccess: () => setBulk(null) });
  const more = count - (rows.data?.rows.length ?? count);
  return (
    <Card label={words.banner.reviewTitle(count)} className="flex max-h-[46vh] min-h-40 shrink-0 flex-col">
      <div className="flex items-center gap-3 border-b border-line bg-warn-soft px-4 py-2 text-warn">
        <p>
          <b className="font-semibold">{words.banner.reviewTitle(count)}</b> {words.banner.reviewText}
        </p>
      </div>
      {resolve.error && !asking ? <Failure error={resolve.error} profile={run.profile} /> : null}
      {rows.error ? <Failure error={rows.error} profile={run.profile} onRetry={() => rows.refetch()} /> : null}
      {resolveAll.data ? <NotTaken answer={resolveAll.data} /> : null}
      <div ref={list} className="min-h-0 overflow-y-auto">
        {byReason(rows.data?.rows ?? []).map(([reason, some]) => (
          <ReasonGroup
            key={reason}
            run={run}
            rows={some}
            busy={resolve.isPending ? resolve.variables : null}
            onDecide={answer}
            onDecideAll={(decision) => setBulk({ rows: some, decision })}
          />
        ))}
        {more > 0 ? <p className="px-4 py-2 text-sm text-ink-3">{words.review.more(more)}</p> : null}
      </div>
      {asking ? (
        <Dialog
          title={words.review.sendTitle}
          open
          danger
          onClose={() => setAsking(null)}
          actions={
            <ConfirmActions
              cancel={words.review.cancel}
              onCancel={() => setAsking(null)}
              confirm={words.review.sendDo}
              onConfirm={() => decide(asking, "send")}
              pending={resolve.isPending}
            />
          }
        >
          {resolve.error ? <Failure error={resolve.error} profile={run.profile} /> : null}
          <p className="break-words">{words.review.sendText(asking.email)}</p>
        </Dialog>
      ) : null}
      {bulk ? (
        <BulkDialog
          bulk={bulk}
          pending={resolveAll.isPending}
          error={resolveAll.error}
          onGo={() => decideAll(bulk)}
          onClose={() => {
            setBulk(null);
            resolveAll.reset();
          }}
        />
      ) : null}
    </Card>
  );
}

/** Rows that wait for the same reason stand together, in the order of their first row. */
function byReason(rows: readonly RunRow[]): [string, RunRow[]][] {
  const groups = new Map<string, RunRow[]>();
  for (const row of rows) {
    const reason = row.code ?? "";
    groups.set(reason, [...(groups.get(reason) ?? []), row]);
  }
  return [...groups];
}

/** In sight; the others are told by their number. */
const FEW = 3;

/** Rows that did not take an answer that was for all. */
function NotTaken({ answer: { taken, notTaken } }: { answer: RowsResolved }) {
  if (notTaken.length === 0) return null;
  return (
    <Banner tone="warn" title={words.bulk.partly(taken, notTaken.length)}>
      {notTaken.slice(0, FEW).map(({ row, message }) => (
        <span key={row} className="block">
          {words.bulk.notTaken(row)} <FromCore of={message} />
        </span>
      ))}
      {notTaken.length > FEW ? words.bulk.moreNotTaken(notTaken.length - FEW) : null}
    </Banner>
  );
}
