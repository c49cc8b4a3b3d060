import { Button as AriaButton } from "react-aria-components/Button";
import { Dialog, DialogTrigger } from "react-aria-components/Dialog";
import { Popover } from "react-aria-components/Popover";
import { Failure } from "@/components/Failure";
import { Card } from "@/kit/Card";
import { CHIP } from "@/kit/Chip";
import { PlusIcon } from "@/kit/icons";
import { POPOVER } from "@/kit/options";
import { Skeleton } from "@/kit/Skeleton";
import { filters as words } from "@/words/filters";
import { FacetGroups, type FacetsProps } from "./FacetGroups";

/** As {@link FacetsProps}, before the first numbers are there or where they can't be had. */
export type ComingFacets = Omit<FacetsProps, "facets"> & {
  facets: FacetsProps["facets"] | undefined;
  error: unknown;
  onRetry: () => void;
};

/** The facets in a column of their own, on a wide window. */
export function FacetColumn(props: ComingFacets) {
  return (
    <Card className="w-64 shrink-0" label={words.label}>
      <div className="h-full overflow-y-auto p-3">
        <Coming {...props} />
      </div>
    </Card>
  );
}

/** The facets behind a button, where a column would leave too little room. */
export function FacetPopover(props: ComingFacets) {
  return (
    <DialogTrigger defaultOpen={props.opened !== undefined}>
      <AriaButton className={CHIP}>
        <PlusIcon width="12" height="12" />
        {words.add}
      </AriaButton>
      <Popover offset={4} placement="bottom start" className={`${POPOVER} w-80`}>
        <Dialog aria-label={words.addLabel} className="max-h-[70vh] overflow-auto p-3 outline-none">
          <Coming {...props} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function Coming({ facets, error, profile, onRetry, ...props }: ComingFacets) {
  if (facets) return <FacetGroups facets={facets} profile={profile} {...props} />;
  if (error) return <Failure title={words.failed} error={error} profile={profile} onRetry={onRetry} />;
  return (
    <div className="flex flex-col gap-3">
      {[70, 90, 80, 60, 85, 75].map((width) => (
        <Skeleton key={width} width={`${width}%`} height={14} />
      ))}
    </div>
  );
}
