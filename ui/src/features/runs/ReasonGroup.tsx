import { useState } from "react";
import { FromCore } from "@/components/FromCore";
import type { RowDecision, RunRow, RunView } from "@/ipc";
import { Button } from "@/kit/Button";
import { runs as words } from "@/words/runs";
import { Waiting } from "./Waiting";

/** People in sight before somebody asks for more, each with what happened. */
const FEW = 3;

/** People who come into sight when somebody asks for more. */
const MORE = 50;

type ReasonGroupProps = {
  run: RunView;
  /** Rows that wait for the same reason. */
  rows: RunRow[];
  /** The answer that is being taken. */
  busy: { row: number; decision: RowDecision } | null;
  onDecide: (row: RunRow, decision: RowDecision) => void;
  onDecideAll: (decision: RowDecision) => void;
};

/** People who wait for a word for the same reason: said once, with an answer for all where they are several. */
export function ReasonGroup({ run, rows, busy, onDecide, onDecideAll }: ReasonGroupProps) {
  const [shown, setShown] = useState(FEW);
  const hidden = Math.max(0, rows.length - shown);
  const answer = (decision: RowDecision) => (
    <Button small onPress={() => onDecideAll(decision)}>
      {words.bulk[decision](rows.length)}
    </Button>
  );
  return (
    <section className="border-b border-line last:border-0">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 pt-2">
        <p className="min-w-60 flex-1 font-medium select-text">
          <FromCore of={rows[0]?.message ?? ""} />
        </p>
        {rows.length > 1 ? (
          <div role="group" aria-label={words.bulk.label(rows.length)} className="flex flex-wrap gap-2">
            {answer("done")}
            {answer("send")}
            {answer("drop")}
          </div>
        ) : null}
      </div>
      <ul>
        {rows.slice(0, shown).map((row, place) => (
          <Waiting
            key={row.row}
            profile={run.profile}
            run={run.id}
            row={row}
            open={place < FEW}
            busy={busy?.row === row.row ? busy.decision : null}
            onDecide={(decision) => onDecide(row, decision)}
          />
        ))}
      </ul>
      {hidden > 0 ? (
        <div className="px-2 pb-2">
          <Button small kind="quiet" onPress={() => setShown(shown + MORE)}>
            {words.review.others(Math.min(hidden, MORE))}
          </Button>
        </div>
      ) : null}
    </section>
  );
}
