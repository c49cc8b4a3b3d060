import { useState } from "react";
import { Select as AriaSelect, Button, SelectValue } from "react-aria-components/Select";
import { kit } from "@/words/kit";
import { cx } from "./cx";
import { FIELD_BOX, FieldLabel, FieldNotes, type FieldWords } from "./Field";
import { ChevronDownIcon } from "./icons";
import { type Option, OptionList } from "./options";

type SelectProps = FieldWords & {
  options: Option[];
  value: string | null;
  onChange: (value: string | null) => void;
  placeholder?: string;
  isDisabled?: boolean;
  /** What was chosen is being done: it stays and keeps the focus, and nothing else is taken meanwhile. */
  pending?: boolean;
  small?: boolean;
};

/** One of a few. For more than about twenty, a {@link ComboBox}. */
export function Select(props: SelectProps) {
  const { label, help, error, hideLabel, options, value, onChange, placeholder, isDisabled, pending, small } = props;
  const [open, setOpen] = useState(false);
  return (
    <AriaSelect
      value={value}
      onChange={(key) => !pending && onChange(key === null ? null : `${key}`)}
      isOpen={open}
      onOpenChange={(next) => setOpen(next && !pending)}
      placeholder={placeholder ?? kit.choose}
      isDisabled={isDisabled}
      isInvalid={Boolean(error)}
      className="group flex min-w-0 flex-col gap-1"
    >
      <FieldLabel label={label} hide={hideLabel} />
      <Button
        // Not `isDisabled`: a choice that goes off under the finger would take the focus with it.
        aria-disabled={pending || undefined}
        className={cx(
          FIELD_BOX,
          pending && "opacity-50",
          "flex items-center gap-2 text-start group-data-invalid:border-bad",
          small && "h-6.5 text-sm",
        )}
      >
        <SelectValue className="min-w-0 flex-1 truncate data-placeholder:text-ink-3">
          {({ isPlaceholder, selectedText, defaultChildren }) => (isPlaceholder ? defaultChildren : selectedText)}
        </SelectValue>
        <ChevronDownIcon className="shrink-0 text-ink-3" />
      </Button>
      <FieldNotes help={help} error={error} />
      <OptionList options={options} />
    </AriaSelect>
  );
}
