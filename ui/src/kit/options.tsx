import { type Key, ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import { kit } from "@/words/en/kit";
import { CheckIcon } from "./icons";

/** Something that can be chosen. */
export type Option = {
  id: string;
  label: string;
  /** A few words beside the label. */
  note?: string;
  disabled?: boolean;
};

export type { Key };

export const POPOVER =
  "rounded-md border border-line bg-raised shadow-raised outline-none overflow-auto data-entering:animate-[appear_120ms_ease-out]";

const ITEM =
  "group flex min-h-7 items-center gap-2 rounded-sm px-2 py-1 outline-none text-ink data-focused:bg-accent-soft data-disabled:opacity-50";

type OptionListProps = {
  options?: Iterable<Option>;
  /** Beside a field that keeps the focus, a press elsewhere closes the list and counts as a press there too. */
  beside?: boolean;
};

/** The list that opens under a select or a combo box. */
export function OptionList({ options, beside }: OptionListProps) {
  return (
    <Popover
      offset={4}
      // Otherwise the first press on a button, with the list open, closes the list and does nothing else.
      {...(beside ? { shouldCloseOnInteractOutside: () => false } : {})}
      className={`${POPOVER} min-w-(--trigger-width) max-w-96`}
    >
      <ListBox
        items={options}
        className="max-h-72 overflow-auto p-1 outline-none"
        renderEmptyState={() => <div className="px-2 py-1.5 text-sm text-ink-3">{kit.nothingFound}</div>}
      >
        {(option: Option) => <OptionItem option={option} />}
      </ListBox>
    </Popover>
  );
}

function OptionItem({ option }: { option: Option }) {
  return (
    <ListBoxItem id={option.id} textValue={option.label} isDisabled={option.disabled} className={ITEM}>
      <CheckIcon className="invisible shrink-0 text-accent group-data-selected:visible" />
      <span className="min-w-0 flex-1 truncate">{option.label}</span>
      {option.note ? <span className="text-sm text-ink-3 group-data-focused:text-ink-2">{option.note}</span> : null}
    </ListBoxItem>
  );
}
