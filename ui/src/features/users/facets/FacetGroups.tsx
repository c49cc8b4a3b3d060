import type { ReactNode } from "react";
import type { UsersFacet, WholeQuery } from "@/data/addresses";
import { OrganizationsFromFile } from "@/features/connections/organizations/OrganizationsFromFile";
import type { FacetValue, UserFacets } from "@/ipc";
import { filters as words } from "@/words/filters";
import { statesInOrder } from "../states";
import { Choices, type Value } from "./Choices";
import { CreatedFacet } from "./CreatedFacet";
import { DomainFacet } from "./DomainFacet";
import { FacetGroup } from "./FacetGroup";
import { OrganizationTree } from "./OrganizationTree";

/** What a facet needs: what there is, what is chosen, and who hears of a change. */
export type FacetsProps = {
  profile: string;
  facets: UserFacets;
  query: WholeQuery;
  onFilter: (change: Partial<WholeQuery>) => void;
  domainSearch: string;
  onDomainSearch: (text: string) => void;
  /** The one that the address opens. */
  opened?: UsersFacet | undefined;
};

/** Every facet, each folded or open. */
export function FacetGroups(props: FacetsProps) {
  const { facets, query, onFilter, opened } = props;
  const several = (of: keyof typeof LISTS, values: Value[], chosen: readonly string[], open?: boolean) => (
    <FacetGroup title={words.title[of]} chosen={chosen.length} open={open || of === opened}>
      <Choices
        values={values}
        chosen={chosen}
        onChange={(next) => onFilter({ [LISTS[of]]: next })}
        inOrder={of === "state"}
      />
    </FacetGroup>
  );
  return (
    <>
      {several("state", statesInOrder(facets.states, query.states), query.states, true)}
      <One
        title={words.title.queue}
        values={facets.invitations.map(({ queue, people }) => ({
          id: queue,
          label: words.queue[queue],
          note: words.queueNote[queue],
          people,
        }))}
        chosen={query.invitation}
        onChange={(invitation) => onFilter({ invitation })}
        open
      />
      {several("role", facets.roles, query.roleIds, true)}
      <FacetGroup
        title={words.title.organization}
        chosen={query.organizationIds.length}
        open={opened === "organization"}
      >
        <OrganizationTree
          organizations={facets.organizations.map((one) => unnamed(one, words.nothing.organization))}
          chosen={query.organizationIds}
          onChange={(organizationIds) => onFilter({ organizationIds })}
        />
        <OrganizationsFromFile profile={props.profile} />
      </FacetGroup>
      {several(
        "provider",
        facets.identityProviders.map((one) => unnamed(one, words.nothing.provider)),
        query.identityProviderIds,
      )}
      <FacetGroup title={words.title.domain} chosen={query.mailDomains.length} open={opened === "domain"}>
        <DomainFacet
          facets={facets}
          search={props.domainSearch}
          onSearch={props.onDomainSearch}
          chosen={query.mailDomains}
          onChange={(mailDomains) => onFilter({ mailDomains })}
        />
      </FacetGroup>
      <FacetGroup title={words.title.created} chosen={query.createdFrom || query.createdUntil ? 1 : 0}>
        <CreatedFacet
          facets={facets}
          chosen={{ from: query.createdFrom, until: query.createdUntil }}
          onChange={({ from, until }) => onFilter({ createdFrom: from, createdUntil: until })}
        />
      </FacetGroup>
      {several(
        "access",
        facets.accessibilities.map((one) => unnamed(one, words.nothing.access)),
        query.accessibilities,
      )}
      <One
        title={words.title.roleCount}
        values={facets.roleCounts.map(({ count, people }) => ({ id: count, label: words.roleCount[count], people }))}
        chosen={query.roleCount}
        onChange={(roleCount) => onFilter({ roleCount })}
      />
    </>
  );
}

/** Which list of the query a facet fills. */
const LISTS = {
  state: "states",
  role: "roleIds",
  provider: "identityProviderIds",
  access: "accessibilities",
} as const satisfies Partial<Record<keyof typeof words.title, keyof WholeQuery>>;

/** The empty value is people who have none; it needs a name. */
const unnamed = <V extends Pick<FacetValue, "id" | "label">>(value: V, name: string): V =>
  value.id === "" ? { ...value, label: name } : value;

type OneProps<V extends string> = {
  title: string;
  values: (Value & { id: V })[];
  chosen: V | null;
  onChange: (chosen: V | null) => void;
  open?: boolean;
};

/** A facet of which one value at most is chosen. */
function One<V extends string>({ title, values, chosen, onChange, open }: OneProps<V>): ReactNode {
  return (
    <FacetGroup title={title} chosen={chosen === null ? 0 : 1} open={open}>
      <Choices
        single
        inOrder
        values={values}
        chosen={chosen === null ? [] : [chosen]}
        onChange={([next]) => onChange((next as V | undefined) ?? null)}
      />
    </FacetGroup>
  );
}
