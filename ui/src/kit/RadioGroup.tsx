import type { ReactNode } from "react";
import { Label } from "react-aria-components/Label";
import { RadioGroup as AriaRadioGroup, Radio } from "react-aria-components/RadioGroup";
import { cx } from "./cx";
import { FieldLabel, FieldNotes, type FieldWords } from "./Field";

type RadioOption<V extends string> = {
  value: V;
  label: string;
  /** The language of the label, where it is another one than the page's. */
  lang?: string;
  note?: ReactNode;
  disabled?: boolean;
};

type RadioGroupProps<V extends string> = FieldWords & {
  options: RadioOption<V>[];
  value: V | null;
  onChange: (value: V) => void;
  /** Side by side. */
  inline?: boolean;
  isDisabled?: boolean;
  /** The one question of a screen: its label is a heading's size. */
  large?: boolean;
};

/** One of a few that are all in sight. */
export function RadioGroup<V extends string>(props: RadioGroupProps<V>) {
  const { label, help, error, hideLabel, options, value, onChange, inline, isDisabled, large } = props;
  return (
    <AriaRadioGroup
      value={value}
      onChange={(chosen) => onChange(chosen as V)}
      isInvalid={Boolean(error)}
      isDisabled={isDisabled}
      className="flex flex-col gap-1.5"
    >
      {/* A heading, and what is said of it, stand before the options. */}
      {large ? <Label className="text-lg font-semibold">{label}</Label> : <FieldLabel label={label} hide={hideLabel} />}
      {large ? <FieldNotes help={help} error={error} /> : null}
      <div className={cx("flex", inline ? "flex-row flex-wrap gap-5" : "flex-col gap-2", large && "mt-2 gap-3")}>
        {options.map((option) => (
          <Radio
            key={option.value}
            value={option.value}
            isDisabled={option.disabled}
            // The input that is focused is not seen, and has to lie where its button lies.
            className="group relative flex scroll-my-3 items-start gap-2 data-disabled:opacity-50"
          >
            <span className="mt-0.5 size-4 shrink-0 rounded-full border-[1.5px] border-line-strong bg-surface group-data-focus-visible:shadow-focus group-data-selected:border-[5px] group-data-selected:border-accent" />
            <span className="min-w-0">
              <span lang={option.lang} className={large ? "font-medium" : undefined}>
                {option.label}
              </span>
              {option.note ? <span className="block text-sm text-ink-3">{option.note}</span> : null}
            </span>
          </Radio>
        ))}
      </div>
      {large ? null : <FieldNotes help={help} error={error} />}
    </AriaRadioGroup>
  );
}
