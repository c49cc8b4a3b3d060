import type { WholeQuery } from "@/data/addresses";
import type { OrganizationFacet, UserFacets } from "@/ipc";
import { filters as words } from "@/words/filters";

/** What the chosen values of a query are called, list by list. */
export type Names = {
  states: string[];
  roles: string[];
  providers: string[];
  organizations: string[];
  domains: string[];
  access: string[];
};

type Named = { id: string; label: string };

/** Names come with the facets; before those are there, and of what is no longer listed, there are none. */
export function namesOf(query: WholeQuery, facets: UserFacets | undefined): Names {
  const named = (ids: readonly string[], all: readonly Named[] | undefined, nothing?: string) =>
    ids.map((id) => {
      if (id === "" && nothing !== undefined) return nothing;
      return all?.find((one) => one.id === id)?.label ?? (facets ? words.unknown : words.onTheWay);
    });
  return {
    states: [...query.states],
    roles: named(query.roleIds, facets?.roles),
    providers: named(query.identityProviderIds, facets?.identityProviders, words.nothing.provider),
    organizations: named(query.organizationIds, facets?.organizations, words.nothing.organization),
    domains: query.mailDomains.map((domain) => domain || words.nothing.domain),
    access: query.accessibilities.map((one) => one || words.nothing.access),
  };
}

/** The one organization that the list is narrowed to; null for none, for several, and for one that is not listed. */
export function onlyOrganization(query: WholeQuery, facets: UserFacets | undefined): OrganizationFacet | null {
  const [id, ...others] = query.organizationIds;
  if (!id || others.length > 0) return null;
  return facets?.organizations.find((one) => one.id === id) ?? null;
}
