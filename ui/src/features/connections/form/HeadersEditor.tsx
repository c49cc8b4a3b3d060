import { useQuery } from "@tanstack/react-query";
import { secretHeadersQuery } from "@/data/profiles";
import type { Header } from "@/ipc";
import { Button } from "@/kit/Button";
import { IconButton } from "@/kit/IconButton";
import { CloseIcon, PlusIcon } from "@/kit/icons";
import { TextField } from "@/kit/TextField";
import { connections } from "@/words/connections";

const words = connections.form;

type HeadersEditorProps = { value: Header[]; onChange: (headers: Header[]) => void; error?: string | undefined };

/** Names and values that go with every call. */
export function HeadersEditor({ value, onChange, error }: HeadersEditorProps) {
  const set = (place: number, change: Partial<Header>) =>
    onChange(value.map((header, other) => (other === place ? { ...header, ...change } : header)));
  const secret = useQuery(secretHeadersQuery(value)).data ?? [];
  return (
    <>
      {value.map((header, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a header being typed has no name but its place
        <div key={place} className="grid grid-cols-[minmax(0,1fr)_minmax(0,2fr)_32px] items-end gap-2">
          <TextField mono label={words.headerName} value={header.name} onChange={(name) => set(place, { name })} />
          <TextField
            mono
            label={words.headerValue}
            value={header.value}
            onChange={(text) => set(place, { value: text })}
          />
          <IconButton
            label={words.removeHeader}
            icon={<CloseIcon />}
            onPress={() => onChange(value.filter((_, other) => other !== place))}
          />
        </div>
      ))}
      {secret.length > 0 ? <p className="text-sm text-warn">{words.secretHeaders(secret)}</p> : null}
      {error ? <p className="text-sm text-bad">{error}</p> : null}
      <span>
        <Button small icon={<PlusIcon />} onPress={() => onChange([...value, { name: "", value: "" }])}>
          {words.addHeader}
        </Button>
      </span>
    </>
  );
}
