import type { ReviewDecision, ReviewView } from "@/ipc";
import { Button } from "@/kit/Button";
import { UndoIcon } from "@/kit/icons";
import { keysOf } from "@/kit/keyNames";
import { reviews } from "@/words/reviews";
import type { Deciding } from "./useDeciding";
import type { Marked } from "./useMarks";

const words = reviews.deciding;

/** The decisions; each is also the name of its key. */
export const DECISIONS: readonly ReviewDecision[] = ["keep", "remove", "ask"];

type DecideBarProps = {
  view: ReviewView;
  deciding: Deciding;
  marked: Marked | null;
  onNote: () => void;
  onKeys: () => void;
};

/** What can be decided of the person of the active row, or of all who are marked, and what was decided just now. */
export function DecideBar({ view, deciding, marked, onNote, onKeys }: DecideBarProps) {
  return (
    <section aria-label={words.label} className="shrink-0 border-t border-line bg-sunken">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 px-3 py-1.5">
        <span className="text-sm text-ink-2 tabular-nums">{marked ? words.marked(marked.rows) : words.here}</span>
        <span className="flex flex-wrap gap-1.5">
          {DECISIONS.map((decision) => (
            <Button
              key={decision}
              small
              hint={reviews.keys[decision]}
              keys={keysOf(decision)}
              onPress={() => void deciding.decide(decision)}
            >
              {reviews.decision[decision]}
            </Button>
          ))}
          <Button small hint={reviews.keys.note} keys={keysOf("note")} onPress={onNote}>
            {words.note}
          </Button>
        </span>
        <span role="status" className="min-w-0 flex-1 truncate text-sm text-ink-2" title={deciding.said}>
          {deciding.said}
        </span>
        <span className="flex gap-1.5">
          <Button
            small
            kind="quiet"
            icon={<UndoIcon />}
            hint={reviews.keys.undo}
            keys={keysOf("takeBack")}
            pending={deciding.undoing}
            offBecause={view.last === null ? words.nothingToUndo : null}
            onPress={deciding.takeBack}
          >
            {words.undo}
          </Button>
          <Button small kind="quiet" hint={reviews.keys.shown} keys={keysOf("keys")} onPress={onKeys}>
            {words.keys}
          </Button>
        </span>
      </div>
    </section>
  );
}
