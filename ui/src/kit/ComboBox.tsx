import { ComboBox as AriaComboBox, Button, Input } from "react-aria-components/ComboBox";
import { kit } from "@/words/kit";
import { FIELD_BOX, FieldLabel, FieldNotes, type FieldWords } from "./Field";
import { ChevronDownIcon } from "./icons";
import { type Option, OptionList } from "./options";

type ComboBoxProps = FieldWords & {
  options: Option[];
  value: string | null;
  onChange: (value: string | null) => void;
  placeholder?: string;
  isDisabled?: boolean;
  autoFocus?: boolean;
};

/** One of many: type to narrow. */
export function ComboBox(props: ComboBoxProps) {
  const { label, help, error, hideLabel, options, value, onChange, placeholder, isDisabled, autoFocus } = props;
  return (
    <AriaComboBox
      defaultItems={options}
      value={value}
      onChange={(key) => onChange(key === null ? null : `${key}`)}
      isDisabled={isDisabled}
      isInvalid={Boolean(error)}
      autoFocus={autoFocus}
      menuTrigger="focus"
      allowsEmptyCollection
      className="flex min-w-0 flex-col gap-1"
    >
      <FieldLabel label={label} hide={hideLabel} />
      <div className="relative">
        <Input placeholder={placeholder} spellCheck={false} className={`${FIELD_BOX} pe-8`} />
        <Button aria-label={kit.showOptions} className="absolute top-0 end-0 grid size-8 place-items-center text-ink-3">
          <ChevronDownIcon />
        </Button>
      </div>
      <FieldNotes help={help} error={error} />
      <OptionList options={options} beside />
    </AriaComboBox>
  );
}
