import type { ReactNode } from "react";
import { QUEUES, type WholeQuery } from "@/data/addresses";
import type { UserFacets } from "@/ipc";
import { Button } from "@/kit/Button";
import { Chip } from "@/kit/Chip";
import { cx } from "@/kit/cx";
import { CloseIcon } from "@/kit/icons";
import { filters as words } from "@/words/filters";
import { people } from "@/words/people";
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

/** One line of the bar: in a small window it stays one, so that the rows keep their room. */
const LINE = "flex min-w-0 items-center gap-y-1.5 min-[1000px]:flex-wrap";

/** Chips: in a small window they scroll beside what stands still. The padding is for the ring of the focus. */
const CHIPS =
  "flex min-w-0 flex-1 items-center gap-1.5 overflow-x-auto [scrollbar-width:none] max-[1000px]:-m-1 max-[1000px]:p-1 min-[1000px]:contents";

/** What the list is narrowed to, in chips and in words, and how it is ordered. */
export function FilterBar({ query, facets, onFilter, add, actions }: FilterBarProps) {
  const names = namesOf(query, facets);
  const narrowed = isFiltered(query);
  // A queue that needs someone has a chip of its own, which stays where it is.
  const own = (id: string) => id === "queue" && query.invitation !== null && query.invitation !== "waiting";
  const chips = activeFilters(query, names).filter(({ id }) => !own(id));
  const sentence = `${sentenceOf(query, names)}.`;
  const tools = (
    <>
      <span className="ms-auto min-w-0 truncate text-sm text-ink-3 max-[1000px]:sr-only">
        {people.users.sorted(query.sort)}
      </span>
      <span className="ms-auto flex items-center justify-end gap-1.5 min-[1000px]:flex-wrap min-[1200px]:ms-2">
        {actions}
      </span>
    </>
  );
  return (
    <fieldset
      aria-label={words.label}
      className="flex min-w-0 flex-col gap-1.5 px-6 pb-3 max-[1000px]:gap-1 max-[1000px]:pb-2"
    >
      <div className={cx(LINE, "gap-x-1.5")}>
        {add}
        <div className={CHIPS}>
          {chips.map(({ id, text, off }) => (
            <ActiveChip key={id} text={text} onOff={() => onFilter(off)} />
          ))}
          <Queues query={query} facets={facets} onFilter={onFilter} />
        </div>
        {narrowed ? (
          <Button small kind="quiet" onPress={() => onFilter(WITHOUT_FILTERS)}>
            {words.clear}
          </Button>
        ) : null}
        {narrowed ? null : tools}
      </div>
      {narrowed ? (
        <div className={cx(LINE, "gap-x-4")}>
          <p
            title={sentence}
            className="flex-1 text-sm text-ink-2 select-text max-[1000px]:min-w-0 max-[1000px]:truncate min-[1000px]:min-w-40"
          >
            {sentence}
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
      className="inline-flex h-6.5 min-w-0 max-w-72 items-center gap-1.5 rounded-full border border-accent bg-accent-soft px-2.5 text-sm font-medium text-accent max-[1000px]:shrink-0"
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
    <span
      role="group"
      aria-label={words.queues}
      className="flex shrink-0 gap-1.5 min-[1000px]:shrink min-[1000px]:flex-wrap"
    >
      {shown.map(({ queue, people, on }) => (
        <Chip key={queue} selected={on} count={people} onChange={(now) => onFilter({ invitation: now ? queue : null })}>
          {words.queue[queue]}
        </Chip>
      ))}
    </span>
  );
}
