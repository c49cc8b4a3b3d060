import type { ReactNode } from "react";
import { Checkbox as AriaCheckbox, type CheckboxProps as AriaProps } from "react-aria-components/Checkbox";
import { CheckIcon } from "./icons";

type CheckboxProps = Omit<AriaProps, "children" | "className" | "style"> & { children: ReactNode };

/** Yes or no, with its sentence beside it. */
export function Checkbox({ children, ...rest }: CheckboxProps) {
  return (
    // What is focused is an input that is not seen: it has to lie where its box lies, or that is not scrolled to.
    <AriaCheckbox
      {...rest}
      className="group relative flex scroll-my-3 items-start gap-2 text-ink data-disabled:opacity-50"
    >
      <span className="mt-0.5 grid size-4 shrink-0 place-items-center rounded-sm border-[1.5px] border-line-strong bg-surface text-on-accent group-data-focus-visible:shadow-focus group-data-selected:border-accent group-data-selected:bg-accent">
        <CheckIcon className="invisible size-3 stroke-2 group-data-selected:visible" />
      </span>
      <span className="min-w-0">{children}</span>
    </AriaCheckbox>
  );
}
