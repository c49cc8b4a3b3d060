import { useEffect, useRef, useState } from "react";
import { SearchField } from "@/kit/SearchField";
import { useKey } from "@/kit/useKey";

/** Milliseconds without a key after which the list is asked. */
const QUIET = 150;

type SearchAsYouTypeProps = { label: string; hint: string; value: string; onChange: (value: string) => void };

/** Search as you type. The address follows a moment later; when it changes by itself, so does the field. */
export function SearchAsYouType({ label, hint, value, onChange }: SearchAsYouTypeProps) {
  const [typed, setTyped] = useState(value);
  const input = useRef<HTMLInputElement>(null);
  const sent = useRef(value);
  const tell = useRef(onChange);
  tell.current = onChange;
  useEffect(() => {
    if (value === sent.current) return;
    sent.current = value;
    setTyped(value);
  }, [value]);
  useEffect(() => {
    if (typed === sent.current) return;
    const timer = setTimeout(() => {
      sent.current = typed;
      tell.current(typed);
    }, QUIET);
    return () => clearTimeout(timer);
  }, [typed]);
  useKey("/", () => input.current?.focus());
  return <SearchField label={label} placeholder={hint} keys="/" value={typed} onChange={setTyped} inputRef={input} />;
}
