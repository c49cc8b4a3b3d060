import { useRef } from "react";
import type { DraftRow } from "@/ipc";
import { Badge } from "@/kit/Badge";
import { IconButton } from "@/kit/IconButton";
import { CloseIcon } from "@/kit/icons";
import { useEscapeWithin } from "@/kit/useEscapeWithin";
import { invite as words } from "@/words/en/invite";
import { kit } from "@/words/en/kit";
import { CLASS_TONE } from "./classes";
import { hintOf } from "./ProblemGroups";
import { textOf } from "./RowsGrid";

/** All that is known about one row: what has to be put right, and how someone already there differs. */
export function RowDetail({ row, onClose }: { row: DraftRow; onClose: () => void }) {
  const quiet = row.problems.length === 0 && row.differs.length === 0;
  const detail = useRef<HTMLElement>(null);
  useEscapeWithin(detail, onClose);
  return (
    <section
      ref={detail}
      aria-label={words.review.rowTitle(row.row)}
      className="max-h-44 overflow-auto border-t border-line-strong bg-sunken px-4 py-2.5 select-text"
    >
      <div className="flex items-center gap-3">
        <h2 className="font-semibold">{words.review.rowTitle(row.row)}</h2>
        <span className="min-w-0 truncate text-ink-2">{textOf(row, "email")}</span>
        <Badge tone={CLASS_TONE[row.class]}>{row.outcome || words.classFallback[row.class]}</Badge>
        <span className="flex-1" />
        <IconButton small label={kit.close} keys="Esc" icon={<CloseIcon />} onPress={onClose} />
      </div>
      <div role="status" className="flex flex-col gap-1 pr-8">
        {quiet ? <p className="text-ink-3">{words.review.nothingWrong}</p> : null}
        {row.problems.map((problem) => (
          <p key={`${problem.field} ${problem.code}`}>
            <b className="font-semibold">{words.field[problem.field]}:</b> {problem.message}{" "}
            <span className="text-ink-2">{hintOf(problem)}</span>
          </p>
        ))}
        {row.differs.length > 0 ? (
          <p>
            <b className="font-semibold">{words.review.differs}:</b> {row.differs.join("; ")}
          </p>
        ) : null}
      </div>
    </section>
  );
}
