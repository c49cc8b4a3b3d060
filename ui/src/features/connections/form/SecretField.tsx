import type { CredentialState } from "@/ipc";
import { TextField } from "@/kit/TextField";
import { connections } from "@/words/connections";

type SecretFieldProps = {
  /** The field of the form. */
  name: string;
  label: string;
  help: string;
  /** Shown while it is empty and nothing is kept. */
  hint?: string;
  error?: string | undefined;
  /** Whether one is at hand already. It never comes back to the page. */
  state: CredentialState | undefined;
  value: string;
  onChange: (value: string) => void;
};

/** Something that is typed in and never shown again. */
export function SecretField({ name, label, help, hint, error, state, value, onChange }: SecretFieldProps) {
  return (
    <TextField
      type="password"
      name={name}
      label={label}
      help={help}
      error={error ?? null}
      placeholder={connections.secretHint[state ?? "missing"] || hint}
      value={value}
      onChange={onChange}
    />
  );
}
