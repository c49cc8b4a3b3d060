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
  onKeyDown,
  ...rest
}: TextFieldProps) {
  // React Aria keeps a key from whatever is around a field that listens: Esc would not close the dialog that it stands in.
  const keys: Pick<AriaProps, "onKeyDown"> = onKeyDown
    ? {
        onKeyDown: (event) => {
          onKeyDown(event);
          event.continuePropagation();
        },
      }
    : {};
  return (
    <AriaTextField
      {...rest}
      {...keys}
      data-field
      isInvalid={Boolean(error)}
      className="flex min-w-0 scroll-my-3 flex-col gap-1"
    >
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
