import { useMemo } from "react";
import type { ChangesSearch } from "@/data/addresses";
import type { ChangeSpan, ChangesView, RefreshView } from "@/ipc";
import { Button } from "@/kit/Button";
import type { Option } from "@/kit/options";
import { Select } from "@/kit/Select";
import { changes as words } from "@/words/changes";
import { dateTime } from "@/words/format";

type SpanPickersProps = {
  /** The lists that are kept, newest first. */
  kept: RefreshView[];
  /** What was chosen. */
  span: ChangeSpan;
  /** What is compared; absent while it is on its way. */
  view: ChangesView | undefined;
  onSpan: (change: Pick<ChangesSearch, "from" | "to">) => void;
};

/** Which two lists are compared. */
export function SpanPickers({ kept, span, view, onSpan }: SpanPickersProps) {
  const newest = kept[0]?.number;
  const [from, to] = [span.from ?? view?.from.number, span.to ?? newest];
  // The same options as long as they are: thousands of them are no trifle.
  const older = useMemo(() => optionsOf(kept, (number) => to === undefined || number < to), [kept, to]);
  const newer = useMemo(() => optionsOf(kept, (number) => from === undefined || number > from), [kept, from]);
  const chosen = (number: number | null) => (number === null || number === newest ? undefined : number);
  return (
    <div className="flex flex-wrap items-end gap-3">
      <ListPicker
        label={words.from}
        options={older}
        value={from}
        onChange={(number) => onSpan({ from: number ?? undefined, to: span.to ?? undefined })}
      />
      <ListPicker
        label={words.to}
        options={newer}
        value={to}
        // The newest stays the newest: a later list takes its place.
        onChange={(number) => onSpan({ from: from ?? undefined, to: chosen(number) })}
      />
      {span.from === null && span.to === null ? null : (
        <Button kind="quiet" onPress={() => onSpan({ from: undefined, to: undefined })}>
          {words.sinceLastWeek}
        </Button>
      )}
    </div>
  );
}

type ListPickerProps = {
  label: string;
  options: Option[];
  value: number | undefined;
  onChange: (number: number | null) => void;
};

function ListPicker({ label, options, value, onChange }: ListPickerProps) {
  return (
    <div className="w-56">
      <Select
        label={label}
        options={options}
        value={value === undefined ? null : `${value}`}
        onChange={(id) => onChange(id === null ? null : Number(id))}
      />
    </div>
  );
}

const optionsOf = (kept: RefreshView[], fits: (number: number) => boolean): Option[] =>
  kept.filter(({ number }) => fits(number)).map(optionOf);

const optionOf = (list: RefreshView): Option => ({
  id: `${list.number}`,
  label: dateTime(list.at),
  note: words.listNote(list.people, list.joined, list.left),
});
