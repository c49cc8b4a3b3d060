import type { ReactNode, Ref } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components/Button";
import { kit } from "@/words/kit";
import { cx } from "./cx";
import { Tooltip } from "./Tooltip";

export type ButtonProps = Omit<AriaButtonProps, "children" | "className" | "style"> & {
  children: ReactNode;
  /** `primary` once on a screen; `danger` for what can't be taken back. */
  kind?: "primary" | "normal" | "quiet" | "danger";
  small?: boolean;
  /** The call is under way: the label stays, presses are ignored, screen readers hear it. */
  pending?: boolean;
  icon?: ReactNode;
  /** Why the button is off: it stays visible, can be focused, and says so. */
  offBecause?: string | null;
  /** A few words on hover and on focus, and the key that does the same. */
  hint?: string | undefined;
  keys?: string;
  ref?: Ref<HTMLButtonElement>;
};

const KINDS = {
  primary: "bg-accent border-accent text-on-accent data-hovered:brightness-110 data-pressed:brightness-95",
  normal: "bg-surface border-line-strong text-ink data-hovered:bg-bg data-pressed:bg-sunken",
  quiet: "bg-transparent border-transparent text-ink-2 data-hovered:bg-muted-soft data-pressed:bg-sunken",
  danger: "bg-bad border-bad text-on-accent data-hovered:brightness-110 data-pressed:brightness-95",
};

/** A button that says what it does. */
export function Button({
  kind = "normal",
  small,
  pending,
  icon,
  offBecause,
  hint,
  keys,
  children,
  onPress,
  isDisabled,
  ref,
  ...rest
}: ButtonProps) {
  const off = Boolean(offBecause) || Boolean(pending);
  const button = (
    <AriaButton
      {...rest}
      ref={ref}
      isDisabled={isDisabled}
      // Not `isDisabled`: a button that goes off under the finger would take the focus with it.
      aria-disabled={off || undefined}
      aria-busy={pending || undefined}
      onPress={off ? undefined : onPress}
      className={cx(
        "inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md border font-medium whitespace-nowrap select-none",
        "transition-[background,filter] duration-100 data-disabled:opacity-50",
        offBecause && "opacity-55",
        small ? "h-6.5 px-2 text-sm" : "h-8 px-3",
        KINDS[kind],
      )}
    >
      {pending ? <Spinner /> : icon}
      {children}
    </AriaButton>
  );
  const said = offBecause ?? hint;
  return said ? (
    <Tooltip text={said} keys={offBecause ? undefined : keys}>
      {button}
    </Tooltip>
  ) : (
    button
  );
}

/** A small turning circle; says "Working" to screen readers. */
export function Spinner() {
  return (
    <span
      role="img"
      aria-label={kit.working}
      className="size-3.5 shrink-0 animate-[turn_0.8s_linear_infinite] rounded-full border-2 border-current border-t-transparent"
    />
  );
}
