import type { ReactElement } from "react";
import { Tooltip as AriaTooltip, TooltipTrigger } from "react-aria-components/Tooltip";
import { Kbd } from "./Kbd";

/** A few words on hover and on focus. The child has to be a pressable or focusable part of this kit. */
export function Tooltip({ text, keys, children }: { text: string; keys?: string; children: ReactElement }) {
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      {children}
      <AriaTooltip
        offset={6}
        className="flex max-w-72 items-center gap-2 rounded-md border border-line bg-raised px-2 py-1 text-sm text-ink shadow-raised"
      >
        {text}
        {keys ? <Kbd>{keys}</Kbd> : null}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
