import type { ReactNode } from "react";
import { ToggleButton } from "react-aria-components/ToggleButton";
import { count as written } from "@/words/format";
import { cx } from "./cx";

type ChipProps = {
  children: ReactNode;
  selected: boolean;
  onChange: (selected: boolean) => void;
  /** How many there are behind it. */
  count?: number | null;
  isDisabled?: boolean;
};

export const CHIP =
  "inline-flex h-6.5 shrink-0 items-center gap-1.5 rounded-full border border-line bg-surface px-2.5 text-sm font-medium text-ink-2 data-hovered:border-line-strong data-disabled:opacity-50";

/** A filter that is on or off, with the number behind it. */
export function Chip({ children, selected, onChange, count, isDisabled }: ChipProps) {
  return (
    <ToggleButton
      isSelected={selected}
      onChange={onChange}
      isDisabled={isDisabled}
      className={cx(CHIP, "data-selected:border-accent data-selected:bg-accent-soft data-selected:text-accent")}
    >
      {children}{" "}
      {count === undefined || count === null ? null : <b className="font-semibold tabular-nums">{written(count)}</b>}
    </ToggleButton>
  );
}
