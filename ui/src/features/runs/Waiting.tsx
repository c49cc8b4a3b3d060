import { useState } from "react";
import type { RowDecision, RunRow } from "@/ipc";
import { Button } from "@/kit/Button";
import { ChevronDownIcon, ChevronRightIcon } from "@/kit/icons";
import { runs as words } from "@/words/en/runs";
import { History } from "./History";

type WaitingProps = {
  profile: string;
  run: string;
  row: RunRow;
  /** What happened is in sight from the start. */
  open: boolean;
  busy: RowDecision | null;
  onDecide: (decision: RowDecision) => void;
};

/** A person who waits for a word: what happened so far, and three answers. */
export function Waiting({ profile, run, row, open: first, busy, onDecide }: WaitingProps) {
  const [open, setOpen] = useState(first);
  const answer = (decision: RowDecision) => (
    // Not `isDisabled`: the focus stays here until the next person can have it.
    <Button small pending={busy === decision} onPress={() => busy === null && onDecide(decision)}>
      {words.review[decision]}
    </Button>
  );
  return (
    <li className="px-4 py-2">
      <div className="flex items-center gap-3">
        <div className="flex min-w-0 flex-1 items-center gap-2">
          <b className="truncate font-semibold select-text">{row.email}</b>
          <span className="shrink-0 text-sm text-ink-3 tabular-nums">{words.review.row(row.row)}</span>
          <Button
            small
            kind="quiet"
            icon={open ? <ChevronDownIcon /> : <ChevronRightIcon />}
            aria-expanded={open}
            aria-label={words.review.knownOf(row.email)}
            onPress={() => setOpen(!open)}
          >
            {words.review.known}
          </Button>
        </div>
        <div role="group" data-answers aria-label={words.review.label(row.email)} className="flex shrink-0 gap-2">
          {answer("done")}
          {answer("send")}
          {answer("drop")}
        </div>
      </div>
      {open ? <History profile={profile} run={run} row={row.row} /> : null}
    </li>
  );
}
