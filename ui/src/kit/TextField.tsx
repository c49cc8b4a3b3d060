import type { Ref } from "react";
import {
  type TextFieldProps as AriaProps,
  TextField as AriaTextField,
  Input,
  TextArea,
} from "react-aria-components/TextField";
import { cx } from "./cx";
import { FIELD_BOX, FieldLabel, FieldNotes, type FieldWords } from "./Field";

type TextFieldProps = Omit<AriaProps, "children" | "className" | "style" | "isInvalid"> &
  FieldWords & {
    placeholder?: string;
    /** Several lines. */
    lines?: number;
    /** Ids, URLs and JSON. */
    mono?: boolean;
    inputRef?: Ref<HTMLInputElement>;
  };

/** One line of text, or several. */
export function TextField({
  label,
  help,
  error,
  hideLabel,
  placeholder,
  lines,
  mono,
  inputRef,
  ...rest
}: TextFieldProps) {
  return (
    <AriaTextField {...rest} isInvalid={Boolean(error)} className="flex min-w-0 flex-col gap-1">
      <FieldLabel label={label} hide={hideLabel} />
      {lines ? (
        <TextArea
          rows={lines}
          placeholder={placeholder}
          className={cx(FIELD_BOX, "h-auto resize-y py-1.5", mono && "font-mono text-sm")}
        />
      ) : (
        <Input
          ref={inputRef}
          placeholder={placeholder}
          spellCheck={false}
          autoComplete="off"
          className={cx(FIELD_BOX, mono && "font-mono text-sm")}
        />
      )}
      <FieldNotes help={help} error={error} />
    </AriaTextField>
  );
}
