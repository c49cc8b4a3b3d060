import { useQuery } from "@tanstack/react-query";
import { Button as AriaButton } from "react-aria-components/Button";
import { Dialog, DialogTrigger } from "react-aria-components/Dialog";
import { Popover } from "react-aria-components/Popover";
import type { UsersSearch } from "@/data/addresses";
import { identityProvidersQuery, organizationsQuery, rolesQuery } from "@/data/roster";
import type { RosterSummary } from "@/ipc";
import { Button } from "@/kit/Button";
import { CHIP, Chip } from "@/kit/Chip";
import { CloseIcon, PlusIcon } from "@/kit/icons";
import { POPOVER } from "@/kit/options";
import { people } from "@/words/en/people";
import { FacetList } from "./Facets";
import { statesInOrder } from "./states";
import { NO_FILTERS, type UsersProps } from "./Users";

const words = people.filter;

type FilterBarProps = UsersProps & {
  summary: RosterSummary | null;
  /** The facets have no column of their own: they are behind a button. */
  folded: boolean;
};

/** What the list is narrowed to, and how it is ordered. */
export function FilterBar({ profile, search, onSearch, summary, folded }: FilterBarProps) {
  return (
    <fieldset aria-label={words.label} className="flex min-w-0 flex-wrap items-center gap-1.5 px-6 pb-3">
      {folded ? <StateChips search={search} onSearch={onSearch} summary={summary} /> : null}
      {folded ? <MoreFilters profile={profile} search={search} onSearch={onSearch} summary={summary} /> : null}
      <Active profile={profile} search={search} onSearch={onSearch} folded={folded} />
      <span className="ml-auto text-sm text-ink-3">
        {people.users.sorted(search.sort ?? "name", search.desc ?? false)}
      </span>
    </fieldset>
  );
}

type Narrowed = Pick<FilterBarProps, "search" | "onSearch" | "summary">;

function StateChips({ search, onSearch, summary }: Narrowed) {
  const chosen = search.state ?? [];
  return statesInOrder(summary?.byState ?? [], chosen).map(({ state, people }) => (
    <Chip
      key={state}
      count={people}
      selected={chosen.includes(state)}
      onChange={(on) => onSearch({ state: withState(chosen, state, on) }, true)}
    >
      {state}
    </Chip>
  ));
}

/** The chosen states with one more or one less; none means all. */
export function withState(chosen: string[], state: string, on: boolean): string[] | undefined {
  const next = on ? [...chosen, state] : chosen.filter((other) => other !== state);
  return next.length > 0 ? next : undefined;
}

function MoreFilters({ profile, search, onSearch, summary }: Omit<FilterBarProps, "folded">) {
  return (
    <DialogTrigger>
      <AriaButton className={CHIP}>
        <PlusIcon width="12" height="12" />
        {words.add}
      </AriaButton>
      <Popover offset={4} className={`${POPOVER} w-72`}>
        <Dialog aria-label={words.addLabel} className="max-h-[70vh] overflow-auto p-3 outline-none">
          <FacetList profile={profile} search={search} onSearch={onSearch} summary={summary} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

/** Each filter that is on, by name, with a way to take it off. */
function Active({ profile, search, onSearch, folded }: Omit<FilterBarProps, "summary">) {
  const roles = useQuery(rolesQuery(profile)).data;
  const providers = useQuery(identityProvidersQuery(profile)).data;
  const organizations = useQuery(organizationsQuery(profile)).data;
  const named = <T extends { id: string }>(all: T[] | undefined, id: string, name: (one: T) => string) => {
    const one = all?.find((other) => other.id === id);
    return one ? name(one) : words.unknown;
  };
  const active: { key: keyof UsersSearch; text: string }[] = [];
  // Folded, the states have chips of their own.
  if (search.state && !folded) active.push({ key: "state", text: words.chip(words.state, search.state.join(", ")) });
  if (search.role)
    active.push({
      key: "role",
      text: words.chip(
        words.role,
        named(roles, search.role, (r) => r.name),
      ),
    });
  if (search.provider) {
    active.push({
      key: "provider",
      text: words.chip(
        words.provider,
        named(providers, search.provider, (p) => p.name),
      ),
    });
  }
  if (search.organization) {
    const label = named(organizations, search.organization, (o) => o.label);
    active.push({ key: "organization", text: words.chip(words.organization, label) });
  }
  const any = active.length > 0 || Boolean(search.state?.length) || Boolean(search.search);
  return (
    <>
      {active.map(({ key, text }) => (
        <Chip key={key} selected onChange={() => onSearch({ [key]: undefined }, true)}>
          <span className="max-w-60 truncate">{text}</span>
          <CloseIcon width="12" height="12" />
        </Chip>
      ))}
      {any ? (
        <Button small kind="quiet" onPress={() => onSearch(NO_FILTERS, true)}>
          {words.clearAll}
        </Button>
      ) : null}
    </>
  );
}
