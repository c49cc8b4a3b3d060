import { useState } from "react";
import type { RowDecision, RunRow } from "@/ipc";
import { Button } from "@/kit/Button";
import { IconButton } from "@/kit/IconButton";
import { ChevronDownIcon, ChevronRightIcon } from "@/kit/icons";
import { runs as words } from "@/words/runs";
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
        <div className="-ms-2 flex min-w-0 flex-1 items-center gap-1">
          <IconButton
            small
            label={words.review.knownOf(row.email)}
            icon={open ? <ChevronDownIcon /> : <ChevronRightIcon />}
            aria-expanded={open}
            onPress={() => setOpen(!open)}
          />
          <b className="truncate font-semibold select-text" title={row.email}>
            {row.email}
          </b>
          <span className="ms-1 shrink-0 text-sm text-ink-3 tabular-nums">{words.review.row(row.row)}</span>
        </div>
        <div role="group" data-answers aria-label={words.review.label(row.email)} className="flex shrink-0 gap-2">
          {answer("done")}
          {answer("send")}
          {answer("drop")}
        </div>
      </div>
      {open ? (
        <div className="ps-5">
          <History profile={profile} run={run} row={row.row} />
        </div>
      ) : null}
    </li>
  );
}
