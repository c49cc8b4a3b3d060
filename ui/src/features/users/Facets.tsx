import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { identityProvidersQuery, organizationsQuery, rolesQuery } from "@/data/roster";
import type { RosterSummary } from "@/ipc";
import { Card } from "@/kit/Card";
import { ComboBox } from "@/kit/ComboBox";
import { cx } from "@/kit/cx";
import { CheckIcon } from "@/kit/icons";
import { people } from "@/words/en/people";
import { count } from "@/words/format";
import { withState } from "./FilterBar";
import { statesInOrder } from "./states";
import type { UsersProps } from "./Users";

const words = people.filter;

type FacetsProps = UsersProps & { summary: RosterSummary | null };

/** The facets in a column of their own, on a wide window. */
export function Facets(props: FacetsProps) {
  const { search, onSearch, summary } = props;
  const chosen = search.state ?? [];
  return (
    <Card className="w-56 shrink-0 overflow-y-auto p-3" label={words.label}>
      <Facet title={words.state}>
        {statesInOrder(summary?.byState ?? [], chosen).map(({ state, people }) => (
          <Choice
            key={state}
            label={state}
            people={people}
            on={chosen.includes(state)}
            onChange={(on) => onSearch({ state: withState(chosen, state, on) }, true)}
          />
        ))}
      </Facet>
      <FacetList {...props} />
    </Card>
  );
}

/** Role, identity provider and organization: one of each. */
export function FacetList({ profile, search, onSearch }: FacetsProps) {
  const roles = useQuery(rolesQuery(profile)).data ?? [];
  const providers = useQuery(identityProvidersQuery(profile)).data ?? [];
  const organizations = useQuery(organizationsQuery(profile)).data ?? [];
  return (
    <>
      <Facet title={words.role}>
        <Choices all={roles} chosen={search.role} onChoose={(role) => onSearch({ role }, true)} />
      </Facet>
      <Facet title={words.provider}>
        <Choices all={providers} chosen={search.provider} onChoose={(provider) => onSearch({ provider }, true)} />
      </Facet>
      <div className="mt-3">
        <ComboBox
          key={organizations.length}
          label={words.organization}
          placeholder={words.organizationHint}
          options={organizations.map(({ id, label, people }) => ({ id, label, note: count(people) }))}
          value={search.organization ?? null}
          onChange={(organization) => onSearch({ organization: organization ?? undefined }, true)}
        />
      </div>
    </>
  );
}

function Facet({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="mt-3 min-w-0 first:mt-0">
      <legend className="mb-1 text-sm font-semibold text-ink-2">{title}</legend>
      {children}
    </fieldset>
  );
}

/** In sight before someone asks for more. */
const FEW = 5;

type Countable = { id: string; name: string; people: number };

type ChoicesProps = { all: Countable[]; chosen: string | undefined; onChoose: (id: string | undefined) => void };

function Choices({ all, chosen, onChoose }: ChoicesProps) {
  const [more, setMore] = useState(false);
  const sorted = all.toSorted((a, b) => b.people - a.people);
  const few = sorted.filter((one, place) => place < FEW || one.id === chosen);
  const shown = more ? sorted : few;
  const hidden = sorted.length - few.length;
  return (
    <>
      {shown.map(({ id, name, people }) => (
        <Choice
          key={id}
          label={name}
          people={people}
          on={id === chosen}
          onChange={(on) => onChoose(on ? id : undefined)}
        />
      ))}
      {hidden > 0 ? (
        <button
          type="button"
          className="mt-0.5 h-6.5 rounded-sm px-1 text-accent hover:underline"
          onClick={() => setMore(!more)}
        >
          {more ? words.fewer : words.more(hidden)}
        </button>
      ) : null}
    </>
  );
}

type ChoiceProps = { label: string; people: number; on: boolean; onChange: (on: boolean) => void };

function Choice({ label, people, on, onChange }: ChoiceProps) {
  return (
    <button
      type="button"
      aria-pressed={on}
      onClick={() => onChange(!on)}
      className="flex h-6.5 w-full items-center gap-2 rounded-sm px-1 text-left text-ink-2 hover:bg-bg"
    >
      <span
        className={cx(
          "grid size-3.5 shrink-0 place-items-center rounded-[3px] border-[1.5px]",
          on ? "border-accent bg-accent text-on-accent" : "border-line-strong",
        )}
      >
        {on ? <CheckIcon width="10" height="10" strokeWidth="2.4" /> : null}
      </span>
      <span className="min-w-0 flex-1 truncate">{label}</span>
      <span className="text-sm text-ink-3 tabular-nums">{count(people)}</span>
    </button>
  );
}
