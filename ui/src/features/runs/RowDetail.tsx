import { useQuery } from "@tanstack/react-query";
import { type RefObject, useEffect, useRef } from "react";
import { FromCore } from "@/components/FromCore";
import { rowHistoryQuery } from "@/data/runs";
import type { RowHistory } from "@/ipc";
import { Badge } from "@/kit/Badge";
import { Button } from "@/kit/Button";
import { IconButton } from "@/kit/IconButton";
import { CloseIcon } from "@/kit/icons";
import { useEscapeWithin } from "@/kit/useEscapeWithin";
import { kit } from "@/words/kit";
import { runs as words } from "@/words/runs";
import { History } from "./History";
import { OUTCOME, OUTCOME_TONE } from "./outcome";
import { resultOf } from "./rowColumns";

type RowDetailProps = {
  profile: string;
  run: string;
  row: number;
  onRow: (row: number | undefined) => void;
  /** The rows, which get the focus when the detail goes. */
  rows: RefObject<HTMLElement | null>;
};

/** All that is known of one row, under the rows. */
export function RowDetail({ profile, run, row, onRow, rows }: RowDetailProps) {
  const known = useQuery(rowHistoryQuery(profile, run, row)).data;
  const detail = useRef<HTMLElement>(null);
  const close = () => {
    onRow(undefined);
    rows.current?.focus({ preventScroll: true });
  };
  useEscapeWithin(detail, close);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another row, or more of it, has another height
  useEffect(() => detail.current?.scrollIntoView({ block: "nearest" }), [row, known]);
  return (
    <section
      ref={detail}
      aria-label={words.row.title(row)}
      className="max-h-48 shrink-0 overflow-auto border-t border-line-strong bg-sunken px-4 py-2.5"
    >
      <div className="mb-1 flex items-center gap-3">
        <h2 className="shrink-0 font-semibold">{words.row.title(row)}</h2>
        {known ? (
          <>
            <span className="min-w-0 truncate text-ink-2 select-text">{known.row.email}</span>
            <Badge tone={OUTCOME_TONE[OUTCOME[known.row.state]]}>{resultOf(known.row)}</Badge>
          </>
        ) : null}
        <span className="flex-1" />
        <IconButton small label={kit.close} keys="Esc" icon={<CloseIcon />} onPress={close} />
      </div>
      <div role="status" className="flex flex-col gap-1">
        {known ? <Why known={known} onRow={onRow} /> : null}
        <History profile={profile} run={run} row={row} />
      </div>
    </section>
  );
}

/** Why the row stands as it does; a row that another one carries leads there. */
function Why({ known, onRow }: { known: RowHistory; onRow: (row: number) => void }) {
  const { of, message, state } = known.row;
  // Otherwise the last of what happened says it.
  const why = known.moments.length === 0 || state === "needs-review" ? message : null;
  return (
    <>
      {why ? (
        <p className="select-text">
          <FromCore of={why} />
        </p>
      ) : null}
      {of === null ? null : (
        <p className="flex flex-wrap items-center gap-2">
          {words.row.carried(of)}
          <Button small onPress={() => onRow(of)}>
            {words.row.show(of)}
          </Button>
        </p>
      )}
    </>
  );
}
