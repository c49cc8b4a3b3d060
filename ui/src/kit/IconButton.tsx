import type { ReactNode, Ref } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components/Button";
import { cx } from "./cx";
import { Tooltip } from "./Tooltip";

type IconButtonProps = Omit<AriaButtonProps, "children" | "className" | "style" | "aria-label"> & {
  /** What it does: its name for screen readers, and its tooltip. */
  label: string;
  icon: ReactNode;
  /** The key that does the same, shown in the tooltip. */
  keys?: string;
  small?: boolean;
  /** There is nothing to do for it at the moment: presses are ignored, and it keeps the focus. */
  off?: boolean;
  /** No tooltip, where the label stands beside it anyway. */
  bare?: boolean;
  ref?: Ref<HTMLButtonElement>;
};

/** A button with a drawing for a label. */
export function IconButton({ label, icon, keys, small, off, bare, onPress, ref, ...rest }: IconButtonProps) {
  const button = (
    <AriaButton
      {...rest}
      ref={ref}
      aria-label={label}
      aria-disabled={off || undefined}
      onPress={off ? undefined : onPress}
      className={cx(
        off && "opacity-50",
        "grid shrink-0 place-items-center rounded-md text-ink-2 data-disabled:opacity-50",
        "data-hovered:bg-muted-soft data-hovered:text-ink data-pressed:bg-sunken",
        small ? "size-6" : "size-8",
      )}
    >
      {icon}
    </AriaButton>
  );
  if (bare) return button;
  return (
    <Tooltip text={label} keys={keys}>
      {button}
    </Tooltip>
  );
}
