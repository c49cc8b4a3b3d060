import type { ReactNode } from "react";
import { FieldError } from "react-aria-components/FieldError";
import { Label } from "react-aria-components/Label";
import { Text } from "react-aria-components/Text";

/** What every field may say of itself. */
export type FieldWords = {
  label: string;
  /** One line of help under the field. */
  help?: ReactNode;
  /** What is wrong and how to put it right; the field turns red. */
  error?: ReactNode;
  /** For fields in a bar, whose label is for screen readers only. */
  hideLabel?: boolean;
};

export const FIELD_BOX =
  "w-full min-w-0 h-8 rounded-md border border-line-strong bg-surface px-2.5 text-ink data-hovered:border-ink-3 data-disabled:opacity-50 data-invalid:border-bad aria-invalid:border-bad";

export function FieldLabel({ label, hide }: { label: string; hide?: boolean }) {
  return <Label className={hide ? "sr-only" : "text-sm font-medium text-ink-2"}>{label}</Label>;
}

export function FieldNotes({ help, error }: Pick<FieldWords, "help" | "error">) {
  return (
    <>
      <FieldError className="text-sm text-bad">{error}</FieldError>
      {help ? (
        <Text slot="description" className="text-sm text-ink-3">
          {help}
        </Text>
      ) : null}
    </>
  );
}
