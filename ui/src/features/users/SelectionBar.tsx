import { Failure } from "@/components/Failure";
import type { WholeQuery } from "@/data/addresses";
import { Button } from "@/kit/Button";
import type { Selected } from "@/kit/gridSelected";
import { CopyIcon } from "@/kit/icons";
import { keysOf } from "@/kit/keyNames";
import { exporting } from "@/words/exporting";
import { pickedOf } from "./export/choice";
import type { Copying } from "./useCopying";
import type { ToDraft } from "./useToDraft";

const words = exporting.selection;

type SelectionBarProps = {
  profile: string;
  query: WholeQuery;
  asOf: string;
  selected: Selected;
  copying: Copying;
  draft: ToDraft;
  onExport: () => void;
  onClear: () => void;
};

/** What is marked, and what can be done with it. */
export function SelectionBar({ profile, query, asOf, selected, ...props }: SelectionBarProps) {
  const { copying, draft, onExport, onClear } = props;
  const copyError = copying.errorOf(selected);
  return (
    <section aria-label={words.label} className="border-t border-line bg-sunken">
      <div className="flex flex-col gap-2 px-3 not-empty:pt-2">
        {copyError ? <Failure title={words.copyFailed} error={copyError} profile={profile} /> : null}
      </div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 px-3 py-1.5">
        <span className="font-semibold tabular-nums">{words.people(selected.rows)}</span>
        <span className="text-sm text-ink-2 tabular-nums">{selected.words}</span>
        <span role="status" className="min-w-40 flex-1 text-sm text-ink-2">
          {copying.saidOf(selected) ?? (selected.even ? null : words.uneven(selected.rows, selected.columns.length))}
        </span>
        <span className="flex flex-wrap gap-1.5">
          <Button
            small
            icon={<CopyIcon />}
            hint={words.copyHint}
            keys={keysOf("copyWithHeaders")}
            pending={copying.isPending}
            onPress={() => copying.copy(selected, true)}
          >
            {words.copy}
          </Button>
          <Button small onPress={onExport}>
            {words.exportSome}
          </Button>
          <Button
            small
            hint={words.inviteHint}
            pending={draft.isPending}
            onPress={() => draft.invite(query, pickedOf(selected, asOf), selected.rows)}
          >
            {words.invite}
          </Button>
          <Button small kind="quiet" onPress={onClear}>
            {words.clear}
          </Button>
        </span>
      </div>
    </section>
  );
}
