import { useContext, useEffect, useRef, useState } from "react";
import { ComboBox as AriaComboBox, Button, ComboBoxStateContext, Input } from "react-aria-components/ComboBox";
import { kit } from "@/words/kit";
import { FIELD_BOX, FieldLabel, FieldNotes, type FieldWords } from "./Field";
import { ChevronDownIcon, CloseIcon } from "./icons";
import { type Option, OptionList } from "./options";

type MultiSelectProps = FieldWords & {
  options: Option[];
  value: string[];
  onChange: (value: string[]) => void;
  placeholder?: string;
  isDisabled?: boolean;
};

/** Several of many: type to narrow, what is chosen stays in sight and can be taken away. */
export function MultiSelect(props: MultiSelectProps) {
  const { label, help, error, hideLabel, options, placeholder, isDisabled } = props;
  const { value, onChange } = useHeld(props.value, props.onChange);
  const [typed, setTyped] = useState("");
  const [chosenByTyping, setChosenByTyping] = useState(0);
  return (
    <AriaComboBox
      selectionMode="multiple"
      defaultItems={options}
      value={value}
      onChange={(keys) => {
        onChange(keys.map(String));
        if (typed !== "") setChosenByTyping(chosenByTyping + 1);
        setTyped("");
      }}
      inputValue={typed}
      onInputChange={setTyped}
      isDisabled={isDisabled}
      isInvalid={Boolean(error)}
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
      <Chosen options={options} value={value} onChange={onChange} />
      <FieldNotes help={help} error={error} />
      <OptionList options={options} beside />
      <ClosedAfter choice={chosenByTyping} />
    </AriaComboBox>
  );
}

const same = (one: string[], other: string[]) => one.length === other.length && one.every((id, at) => id === other[at]);

/**
 * What was chosen last, before whoever keeps it has heard of it. The box tells its old choice once more when it closes;
 * that is no news, and taken for some it would undo the choice that closed it.
 */
function useHeld(given: string[], tell: (value: string[]) => void) {
  const [held, setHeld] = useState({ given, value: given });
  const value = same(held.given, given) ? held.value : given;
  const onChange = (next: string[]) => {
    if (same(next, value)) return;
    setHeld({ given, value: next });
    tell(next);
  };
  return { value, onChange };
}

/** Who typed to find one thing has found it: the list goes away. Who looks through the list keeps it. */
function ClosedAfter({ choice }: { choice: number }) {
  const state = useContext(ComboBoxStateContext);
  const close = useRef(state?.close);
  close.current = state?.close;
  useEffect(() => {
    if (choice > 0) close.current?.();
  }, [choice]);
  return null;
}

function Chosen({ options, value, onChange }: Pick<MultiSelectProps, "options" | "value" | "onChange">) {
  if (value.length === 0) return null;
  const label = (id: string) => options.find((option) => option.id === id)?.label ?? id;
  return (
    <ul className="flex flex-wrap gap-1">
      {value.map((id) => (
        <li
          key={id}
          className="flex h-6 items-center gap-1 rounded-full bg-accent-soft pe-1 ps-2.5 text-sm text-accent"
        >
          <span className="max-w-60 truncate">{label(id)}</span>
          <button
            type="button"
            aria-label={kit.remove(label(id))}
            className="grid size-4 place-items-center rounded-full"
            onClick={() => onChange(value.filter((other) => other !== id))}
          >
            <CloseIcon width="12" height="12" />
          </button>
        </li>
      ))}
    </ul>
  );
}
