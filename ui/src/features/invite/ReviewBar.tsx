import type { CheckView, DraftView } from "@/ipc";
import { Button } from "@/kit/Button";
import { Chip } from "@/kit/Chip";
import { keysOf } from "@/kit/keyNames";
import { invite as words } from "@/words/invite";
import { repair } from "@/words/repair";
import { CLASS_GROUP_ORDER, type ClassGroup, rowsIn } from "./classes";
import { UndoRedo } from "./UndoRedo";

/** A chip with nothing behind it is left out, unless it is the one that is on. */
function worthAChip(one: ClassGroup, chosen: ClassGroup, check: CheckView | undefined): boolean {
  return one === "all" || one === "ready" || one === chosen || !check || rowsIn(one, check.counts) > 0;
}

type ReviewBarProps = {
  draft: DraftView;
  check: CheckView | undefined;
  group: ClassGroup;
  finding: boolean;
  onGroup: (group: ClassGroup) => void;
  onFind: () => void;
  onCall: () => void;
};

/** Which rows are shown, and what can be done with all of them. */
export function ReviewBar({ draft, check, group, finding, onGroup, onFind, onCall }: ReviewBarProps) {
  return (
    <div className="flex flex-wrap items-center gap-1.5 px-6 pb-3">
      <fieldset className="contents">
        <legend className="sr-only">{words.review.filter}</legend>
        {CLASS_GROUP_ORDER.filter((one) => worthAChip(one, group, check)).map((one) => (
          <Chip
            key={one}
            selected={group === one}
            count={check ? rowsIn(one, check.counts) : null}
            onChange={() => onGroup(one)}
          >
            {words.review.group[one]}
          </Chip>
        ))}
      </fieldset>
      {draft.run === null ? (
        <div className="ms-auto flex items-center gap-1.5">
          <UndoRedo draft={draft} />
          <Button
            small
            aria-expanded={finding}
            hint={repair.find.open}
            keys={keysOf("find")}
            isDisabled={!check}
            onPress={onFind}
          >
            {repair.find.open}
          </Button>
          <Button small data-tour="call" isDisabled={!check} onPress={onCall}>
            {words.review.whatWillBeSent}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
