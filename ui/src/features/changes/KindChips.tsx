import { CHANGE_KINDS } from "@/data/addresses";
import type { ChangeCount, ChangeKind } from "@/ipc";
import { Chip } from "@/kit/Chip";
import { changes as words } from "@/words/changes";

type KindChipsProps = {
  counts: ChangeCount[];
  /** None means all. */
  chosen: ChangeKind[];
  onChange: (kinds: ChangeKind[]) => void;
};

/** How many changed in which way; each narrows the rows to its kind. */
export function KindChips({ counts, chosen, onChange }: KindChipsProps) {
  const of = (kind: ChangeKind) => counts.find((one) => one.kind === kind)?.people ?? 0;
  const shown = CHANGE_KINDS.filter((kind) => of(kind) > 0 || chosen.includes(kind));
  return (
    <fieldset className="flex flex-wrap gap-1.5 empty:hidden">
      <legend className="sr-only">{words.kinds}</legend>
      {shown.map((kind) => (
        <Chip
          key={kind}
          count={of(kind)}
          selected={chosen.includes(kind)}
          onChange={(on) => onChange(CHANGE_KINDS.filter((one) => (one === kind ? on : chosen.includes(one))))}
        >
          {words.kind[kind]}
        </Chip>
      ))}
    </fieldset>
  );
}
