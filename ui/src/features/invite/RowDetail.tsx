import { Fragment, type ReactNode, type RefObject, useLayoutEffect, useRef } from "react";
import { FromCore } from "@/components/FromCore";
import type { DraftChange, DraftRow, RowProblem, Sentence } from "@/ipc";
import { Badge } from "@/kit/Badge";
import { Button } from "@/kit/Button";
import { IconButton } from "@/kit/IconButton";
import { CloseIcon } from "@/kit/icons";
import { Kbd } from "@/kit/Kbd";
import { keysOf } from "@/kit/keyNames";
import { useEscapeWithin } from "@/kit/useEscapeWithin";
import { invite as words } from "@/words/invite";
import { kit } from "@/words/kit";
import { repair } from "@/words/repair";
import { CLASS_TONE } from "./classes";
import { hintOf } from "./GroupRow";
import { skipping } from "./RowsGrid";
import { keyOf } from "./repairs";
import { shownOutcome } from "./rowColumns";
import { textOf } from "./rowValues";

type RowDetailProps = {
  row: DraftRow;
  /** Nothing can be changed any more. */
  readOnly: boolean;
  /** The rows, which get the focus when the detail goes. */
  rows: RefObject<HTMLElement | null>;
  onChange: (change: DraftChange) => void;
  onClose: () => void;
};

/** All that is known about one row: what has to be put right, what is worth a look, how someone there differs. */
export function RowDetail({ row, readOnly, rows, onChange, onClose }: RowDetailProps) {
  const quiet = row.problems.length === 0 && row.warnings.length === 0 && row.differs.length === 0;
  const detail = useRef<HTMLElement>(null);
  useEscapeWithin(detail, onClose);
  useFocusHandedOn(detail, rows);
  const told = (problem: RowProblem) => (
    <Told
      key={`${problem.field} ${problem.code} ${problem.found}`}
      problem={problem}
      readOnly={readOnly}
      onChange={onChange}
    />
  );
  return (
    <section
      ref={detail}
      aria-label={words.review.rowTitle(row.row)}
      className="max-h-44 overflow-auto border-t border-line-strong bg-sunken px-4 py-2.5 select-text"
    >
      <div className="flex items-center gap-3">
        <h2 className="shrink-0 font-semibold">{words.review.rowTitle(row.row)}</h2>
        <span className="min-w-0 truncate text-ink-2">{textOf(row, "email")}</span>
        <Badge tone={CLASS_TONE[row.class]}>{shownOutcome(row)}</Badge>
        <span className="flex-1" />
        {readOnly ? null : <Skip row={row} onChange={onChange} />}
        <IconButton small label={kit.close} keys="Esc" icon={<CloseIcon />} onPress={onClose} />
      </div>
      <div role="status" className="flex flex-col gap-1 pe-8">
        {quiet ? <p className="text-ink-2">{words.review.nothingWrong}</p> : null}
        {row.problems.map(told)}
        {row.warnings.length > 0 ? (
          <section aria-label={repair.row.look} className="flex flex-col gap-1 text-warn">
            {row.warnings.map(told)}
          </section>
        ) : null}
        {row.differs.length > 0 ? (
          <p>
            <b className="font-semibold">{words.review.differs}:</b> <Differences of={row.differs} />
          </p>
        ) : null}
      </div>
    </section>
  );
}

function Skip({ row, onChange }: Pick<RowDetailProps, "row" | "onChange">): ReactNode {
  const label = row.class === "skipped" ? repair.row.take : repair.row.skip;
  return (
    <Button small kind="quiet" onPress={() => onChange(skipping(row))}>
      {label}
      <span aria-hidden="true">
        <Kbd>{keysOf("skip")}</Kbd>
      </span>
    </Button>
  );
}

/** A detail that goes with the focus in it, because its row left the filter, leaves the focus to the rows. */
function useFocusHandedOn(from: RefObject<HTMLElement | null>, to: RefObject<HTMLElement | null>) {
  useLayoutEffect(() => {
    const detail = from.current;
    return () => {
      if (detail?.contains(document.activeElement)) to.current?.focus({ preventScroll: true });
    };
  }, [from, to]);
}

/** How somebody who is there already differs from what the row asks. */
function Differences({ of }: { of: readonly Sentence[] }) {
  return of.map((difference, n) => (
    <Fragment key={difference.text}>
      {n > 0 ? "; " : null}
      <FromCore of={difference} />
    </Fragment>
  ));
}

type ToldProps = Pick<RowDetailProps, "readOnly" | "onChange"> & { problem: RowProblem };

/** One thing that is wrong or worth a look, with what it may have meant as a button, for all rows that say the same. */
function Told({ problem, readOnly, onChange }: ToldProps) {
  const { field, found, suggestion } = problem;
  const use = (value: string) => onChange({ kind: "repair", group: keyOf(problem), with: value, remember: false });
  return (
    <p className="flex flex-wrap items-center gap-x-2">
      <span>
        <b className="font-semibold">{words.field[field]}:</b> <FromCore of={problem.message} />{" "}
        {suggestion === null ? <span className="text-ink-2">{hintOf(problem)}</span> : null}
      </span>
      {suggestion === null || readOnly ? null : (
        <Button small onPress={() => use(suggestion)}>
          {repair.row.use(suggestion, found)}
        </Button>
      )}
    </p>
  );
}
