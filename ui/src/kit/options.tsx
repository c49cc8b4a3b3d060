import { type Key, ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import { ListLayout, Virtualizer } from "react-aria-components/Virtualizer";
import { kit } from "@/words/kit";
import { cx } from "./cx";
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

/** What opens beside a button: there at once, as a dialog is. */
export const POPOVER = "rounded-md border border-line bg-raised shadow-raised outline-none overflow-auto";

const ITEM =
  "group flex min-h-7 items-center gap-2 rounded-sm px-2 py-1 outline-none text-ink data-focused:bg-accent-soft data-disabled:opacity-50";

/** So many options are drawn only as they come into sight. */
const MANY = 200;
/** Pixels of an option, and around all of them. */
const LAYOUT = { rowHeight: 28, padding: 4 };

type OptionListProps = {
  options: Option[];
  /**
   * Beside a field that keeps the focus and narrows the options itself. A press elsewhere closes the list and counts as
   * a press there too.
   */
  beside?: boolean;
};

/** The list that opens under a select or a combo box. */
export function OptionList({ options, beside }: OptionListProps) {
  const items = beside ? undefined : options;
  return (
    <Popover
      offset={4}
      // Otherwise the first press on a button, with the list open, closes the list and does nothing else.
      {...(beside ? { shouldCloseOnInteractOutside: () => false } : {})}
      className={`${POPOVER} min-w-(--trigger-width) max-w-96`}
    >
      {options.length > MANY ? (
        <Virtualizer layout={ListLayout} layoutOptions={LAYOUT}>
          <Options options={items} className="max-h-72 w-94 min-w-full" />
        </Virtualizer>
      ) : (
        <Options options={items} className="max-h-72 p-1" />
      )}
    </Popover>
  );
}

function Options({ options, className }: { options: Option[] | undefined; className: string }) {
  return (
    <ListBox
      items={options}
      className={cx("overflow-auto outline-none", className)}
      renderEmptyState={() => <div className="px-2 py-1.5 text-sm text-ink-3">{kit.nothingFound}</div>}
    >
      {(option: Option) => <OptionItem option={option} />}
    </ListBox>
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
