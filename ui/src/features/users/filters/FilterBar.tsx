import type { ReactNode } from "react";
import { QUEUES, type WholeQuery } from "@/data/addresses";
import type { UserFacets } from "@/ipc";
import { Button } from "@/kit/Button";
import { Chip } from "@/kit/Chip";
import { CloseIcon } from "@/kit/icons";
import { filters as words } from "@/words/en/filters";
import { people } from "@/words/en/people";
import { activeFilters, isFiltered, WITHOUT_FILTERS } from "./chips";
import { namesOf } from "./names";
import { sentenceOf } from "./sentence";

type FilterBarProps = {
  query: WholeQuery;
  facets: UserFacets | undefined;
  onFilter: (change: Partial<WholeQuery>) => void;
  /** The button with the facets, where they have no column of their own. */
  add: ReactNode;
  /** To the right: what can be done with whoever is left. */
  actions: ReactNode;
};

/** What the list is narrowed to, in chips and in words, and how it is ordered. */
export function FilterBar({ query, facets, onFilter, add, actions }: FilterBarProps) {
  const names = namesOf(query, facets);
  const narrowed = isFiltered(query);
  // A queue that needs someone has a chip of its own, which stays where it is.
  const own = (id: string) => id === "queue" && query.invitation !== null && query.invitation !== "waiting";
  const chips = activeFilters(query, names).filter(({ id }) => !own(id));
  const tools = (
    <>
      <span className="ml-auto min-w-0 truncate text-sm text-ink-3">{people.users.sorted(query.sort)}</span>
      <span className="ml-auto flex flex-wrap items-center justify-end gap-1.5 min-[1200px]:ml-2">{actions}</span>
    </>
  );
  return (
    <fieldset aria-label={words.label} className="flex min-w-0 flex-col gap-1.5 px-6 pb-3">
      <div className="flex min-w-0 flex-wrap items-center gap-1.5">
        {add}
        {chips.map(({ id, text, off }) => (
          <ActiveChip key={id} text={text} onOff={() => onFilter(off)} />
        ))}
        {narrowed ? (
          <Button small kind="quiet" onPress={() => onFilter(WITHOUT_FILTERS)}>
            {words.clear}
          </Button>
        ) : null}
        <Queues query={query} facets={facets} onFilter={onFilter} />
        {narrowed ? null : tools}
      </div>
      {narrowed ? (
        <div className="flex min-w-0 flex-wrap items-center gap-x-4 gap-y-1.5">
          <p role="status" className="min-w-40 flex-1 text-sm text-ink-2 select-text">
            {`${sentenceOf(query, names)}.`}
          </p>
          {tools}
        </div>
      ) : null}
    </fieldset>
  );
}

function ActiveChip({ text, onOff }: { text: string; onOff: () => void }) {
  return (
    <button
      type="button"
      aria-label={words.remove(text)}
      title={text}
      onClick={onOff}
      className="inline-flex h-6.5 min-w-0 max-w-72 items-center gap-1.5 rounded-full border border-accent bg-accent-soft px-2.5 text-sm font-medium text-accent"
    >
      <span className="truncate">{text}</span>
      <CloseIcon className="shrink-0" width="12" height="12" />
    </button>
  );
}

/** Queues that someone should look at, each a press away. */
const NEEDS_SOMEONE = QUEUES.filter((queue) => queue !== "waiting");

/** Invitations that need someone; a queue of nobody is not worth its place. */
function Queues({ query, facets, onFilter }: Pick<FilterBarProps, "query" | "facets" | "onFilter">) {
  const shown = NEEDS_SOMEONE.flatMap((queue) => {
    const people = facets?.invitations.find((one) => one.queue === queue)?.people ?? 0;
    const on = query.invitation === queue;
    return people > 0 || on ? [{ queue, people, on }] : [];
  });
  if (shown.length === 0) return null;
  return (
    <span role="group" aria-label={words.queues} className="flex flex-wrap gap-1.5">
      {shown.map(({ queue, people, on }) => (
        <Chip key={queue} selected={on} count={people} onChange={(now) => onFilter({ invitation: now ? queue : null })}>
          {words.queue[queue]}
        </Chip>
      ))}
    </span>
  );
}
