import type { ReactNode } from "react";
import { type SwitchProps as AriaProps, Switch as AriaSwitch } from "react-aria-components/Switch";

type SwitchProps = Omit<AriaProps, "children" | "className" | "style"> & { children: ReactNode };

/** On or off, at once. */
export function Switch({ children, ...rest }: SwitchProps) {
  return (
    // What is focused is an input that is not seen: it has to lie where its switch lies, or that is not scrolled to.
    <AriaSwitch {...rest} className="group relative flex scroll-my-3 items-start gap-2 data-disabled:opacity-50">
      <span className="mt-0.5 flex h-4 w-7 shrink-0 rounded-full bg-line-strong p-0.5 transition-colors group-data-focus-visible:shadow-focus group-data-selected:bg-accent">
        <span className="size-3 rounded-full bg-surface transition-transform group-data-selected:translate-x-3 rtl:group-data-selected:-translate-x-3" />
      </span>
      <span className="min-w-0">{children}</span>
    </AriaSwitch>
  );
}
