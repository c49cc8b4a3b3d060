import { useEffect, useRef, useState } from "react";
import { useCommands } from "@/kit/commands";
import { SearchIcon } from "@/kit/icons";
import { keysOf } from "@/kit/keyNames";
import { SearchField } from "@/kit/SearchField";

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
  useCommands([{ id: "search", label, icon: <SearchIcon />, bound: "search", act: () => input.current?.focus() }]);
  return (
    <SearchField
      label={label}
      placeholder={hint}
      keys={keysOf("search")}
      value={typed}
      onChange={setTyped}
      inputRef={input}
    />
  );
}
