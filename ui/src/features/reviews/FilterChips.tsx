import { REVIEW_FILTERS } from "@/data/addresses";
import type { ReviewFilter, ReviewView } from "@/ipc";
import { Chip } from "@/kit/Chip";
import { reviews } from "@/words/reviews";

const words = reviews.people;

type FilterChipsProps = { view: ReviewView; chosen: ReviewFilter; onChange: (filter: ReviewFilter) => void };

/** Which of a review's people are shown, with how many there are where that is known. */
export function FilterChips({ view, chosen, onChange }: FilterChipsProps) {
  const counts = countsOf(view);
  const shown = REVIEW_FILTERS.filter((one) => one === "all" || one === chosen || counts[one] !== 0);
  return (
    <fieldset className="flex flex-wrap gap-1.5">
      <legend className="sr-only">{words.filter}</legend>
      {shown.map((one) => (
        <Chip key={one} count={counts[one]} selected={one === chosen} onChange={(on) => onChange(on ? one : "all")}>
          {words.filters[one]}
        </Chip>
      ))}
    </fieldset>
  );
}

/** People behind each filter; null where there are some and nobody counted them. */
function countsOf({ review: { counts }, handOvers, privilegedRoles }: ReviewView): Record<ReviewFilter, number | null> {
  return {
    all: counts.people,
    undecided: counts.undecided,
    keep: counts.keep,
    remove: counts.remove,
    ask: counts.ask,
    // Somebody can be marked for more than one reason.
    flagged: counts.changed + counts.left + counts.own > 0 ? null : 0,
    // Whether one of them holds such a role is known once it is asked.
    privileged: privilegedRoles.length > 0 ? null : 0,
    "handed-over": handOvers.length > 0 ? null : 0,
    appeared: counts.appeared,
  };
}
