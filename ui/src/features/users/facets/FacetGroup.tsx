import { type ReactNode, useId, useState } from "react";
import { ChevronDownIcon, ChevronRightIcon } from "@/kit/icons";
import { filters as words } from "@/words/filters";

type FacetGroupProps = {
  title: string;
  /** How many of its values are chosen. */
  chosen: number;
  /** Open before anybody pressed it. */
  open?: boolean;
  children: ReactNode;
};

/** A facet that can be folded away; what is chosen in it is said all the same. */
export function FacetGroup({ title, chosen, open: atFirst = false, children }: FacetGroupProps) {
  const [open, setOpen] = useState(atFirst || chosen > 0);
  const id = useId();
  return (
    <div role="group" aria-label={title} className="border-t border-line py-1.5 first:border-t-0 first:pt-0">
      <h2>
        <button
          type="button"
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          onClick={() => setOpen(!open)}
          className="flex h-7 w-full items-center gap-1.5 rounded-sm px-1 text-start text-sm font-semibold text-ink-2 hover:text-ink"
        >
          {open ? <ChevronDownIcon width="12" height="12" /> : <ChevronRightIcon width="12" height="12" />}
          <span className="min-w-0 flex-1 truncate">{title}</span>{" "}
          {chosen > 0 ? <span className="font-medium text-accent">{words.groupNote(chosen)}</span> : null}
        </button>
      </h2>
      {open ? (
        <div id={id} className="pb-1">
          {children}
        </div>
      ) : null}
    </div>
  );
}
