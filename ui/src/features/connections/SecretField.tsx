import type { CredentialState } from "@/ipc";
import { TextField } from "@/kit/TextField";
import { connections } from "@/words/en/connections";

type SecretFieldProps = {
  label: string;
  help: string;
  error?: string | undefined;
  /** Whether one is at hand already. It never comes back to the page. */
  state: CredentialState | undefined;
  value: string;
  onChange: (value: string) => void;
};

/** Something that is typed in and never shown again. */
export function SecretField({ label, help, error, state, value, onChange }: SecretFieldProps) {
  return (
    <TextField
      type="password"
      label={label}
      help={help}
      error={error ?? null}
      placeholder={connections.secretHint[state ?? "missing"]}
      value={value}
      onChange={onChange}
    />
  );
}
