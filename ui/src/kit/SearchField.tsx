import type { Ref } from "react";
import {
  type SearchFieldProps as AriaProps,
  SearchField as AriaSearchField,
  Button,
  Input,
} from "react-aria-components/SearchField";
import { kit } from "@/words/kit";
import { cx } from "./cx";
import { FieldLabel } from "./Field";
import { CloseIcon, SearchIcon } from "./icons";
import { Kbd } from "./Kbd";

type SearchFieldProps = Omit<AriaProps, "children" | "className" | "style"> & {
  label: string;
  placeholder?: string;
  /** The key that leads here, shown while the field is empty. */
  keys?: string;
  inputRef?: Ref<HTMLInputElement>;
  wide?: boolean;
};

/** Search as you type; Esc clears. */
export function SearchField({ label, placeholder, keys, inputRef, wide, ...rest }: SearchFieldProps) {
  return (
    <AriaSearchField
      data-tour="search"
      {...rest}
      className={cx("group relative min-w-0", wide ? "w-full" : "w-70 min-w-36 shrink-99")}
    >
      <FieldLabel label={label} hide />
      <SearchIcon className="pointer-events-none absolute top-2 start-2.5 text-ink-3" />
      <Input
        ref={inputRef}
        placeholder={placeholder}
        spellCheck={false}
        className="h-8 w-full rounded-md border border-line-strong bg-surface pe-9 ps-8 text-ink data-hovered:border-ink-3"
      />
      <span className="pointer-events-none absolute inset-y-0 end-2.5 hidden items-center group-data-empty:flex">
        {keys ? <Kbd>{keys}</Kbd> : null}
      </span>
      <Button
        aria-label={kit.clearSearch}
        className="absolute top-1 end-1 grid size-6 place-items-center rounded-sm text-ink-3 group-data-empty:hidden data-hovered:text-ink"
      >
        <CloseIcon />
      </Button>
    </AriaSearchField>
  );
}
