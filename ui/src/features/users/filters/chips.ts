import type { WholeQuery } from "@/data/addresses";
import { filters as words } from "@/words/filters";
import type { Names } from "./names";

/** A filter that is on: its words, and the change that takes it off. */
export type ActiveFilter = { id: string; text: string; off: Partial<WholeQuery> };

/** Every filter that is on, in the order of the facets. The search has its own field. */
export function activeFilters(query: WholeQuery, names: Names): ActiveFilter[] {
  const { title } = words;
  const list = (id: keyof typeof title, chosen: string[], off: Partial<WholeQuery>): ActiveFilter[] =>
    chosen.length > 0 ? [{ id, text: words.chip(title[id], chosen), off }] : [];
  const days = { from: query.createdFrom, until: query.createdUntil };
  return [
    ...list("state", names.states, { states: [] }),
    ...list("queue", query.invitation ? [words.queue[query.invitation]] : [], { invitation: null }),
    ...list("role", names.roles, { roleIds: [] }),
    ...list("organization", names.organizations, { organizationIds: [] }),
    ...list("provider", names.providers, { identityProviderIds: [] }),
    ...list("domain", names.domains, { mailDomains: [] }),
    ...list("created", days.from || days.until ? [words.days(days)] : [], { createdFrom: null, createdUntil: null }),
    ...list("access", names.access, { accessibilities: [] }),
    ...list("roleCount", query.roleCount ? [words.roleCount[query.roleCount]] : [], { roleCount: null }),
    ...(query.ids.length > 0
      ? [{ id: "ids", text: words.chip(words.chosen, [words.chosenCount(query.ids.length)]), off: { ids: [] } }]
      : []),
  ];
}

/** A query without any filter or search; the order stays. */
export const WITHOUT_FILTERS: Omit<WholeQuery, "sort"> = {
  search: "",
  states: [],
  roleIds: [],
  identityProviderIds: [],
  organizationIds: [],
  mailDomains: [],
  accessibilities: [],
  createdFrom: null,
  createdUntil: null,
  invitation: null,
  roleCount: null,
  ids: [],
};

/** Whether anything narrows the list. */
export function isFiltered({ sort: _, ...query }: WholeQuery): boolean {
  return JSON.stringify(inThisOrder(query)) !== JSON.stringify(WITHOUT_FILTERS);
}

const inThisOrder = (query: Omit<WholeQuery, "sort">) =>
  Object.fromEntries(Object.keys(WITHOUT_FILTERS).map((key) => [key, query[key as keyof typeof query]]));

/** Whether a filter is on, the search aside. */
export const hasFilters = (query: WholeQuery): boolean => isFiltered({ ...query, search: "" });
