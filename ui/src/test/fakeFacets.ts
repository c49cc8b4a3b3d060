import type {
  FacetValue,
  IdentityProviderView,
  InvitationQueue,
  OrganizationView,
  RoleCount,
  RoleView,
  UserFacets,
  UserQuery,
  UserRow,
} from "@/ipc";

/** What a pretended platform knows beside its people. */
export type FakeLists = { roles: RoleView[]; providers: IdentityProviderView[]; organizations: OrganizationView[] };

const QUEUES: InvitationQueue[] = ["waiting", "lapses-tomorrow", "lapsed", "older-than30-days"];
const ROLE_COUNTS: RoleCount[] = ["none", "one", "several"];

const isIn = ({ invitation }: UserRow, queue: InvitationQueue): boolean => {
  if (!invitation) return false;
  const { lapsed, days } = invitation;
  return { waiting: !lapsed, "lapses-tomorrow": !lapsed && days < 2, lapsed, "older-than30-days": lapsed && days > 23 }[
    queue
  ];
};

const holds = ({ roles }: UserRow): RoleCount => (roles.length === 0 ? "none" : roles.length === 1 ? "one" : "several");

/** Whether somebody belongs to an organization or to one below it. */
function below({ organizations }: FakeLists, label: string, id: string): boolean {
  const mine = organizations.find((one) => one.label === label);
  for (let one = mine; one; one = organizations.find((above) => above.id === one?.parentId)) {
    if (one.id === id) return true;
  }
  return false;
}

/** Whether a person matches everything that a query asks. */
export function fakeMatch(lists: FakeLists, query: UserQuery): (p: UserRow) => boolean {
  const any = (chosen: string[] | undefined, has: (id: string) => boolean) => !chosen?.length || chosen.some(has);
  const words = (query.search ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  const role = (id: string) => lists.roles.find((one) => one.id === id)?.name ?? "";
  const provider = (id: string) => lists.providers.find((one) => one.id === id)?.name ?? null;
  const text = (p: UserRow) => `${p.name} ${p.email} ${p.id} ${p.externalId} ${p.roles}`.toLowerCase();
  return (p) =>
    words.every((word) => text(p).includes(word)) &&
    any(query.ids, (id) => p.id === id) &&
    any(query.states, (state) => p.state === state) &&
    any(query.roleIds, (id) => p.roles.includes(role(id))) &&
    any(query.identityProviderIds, (id) => p.identityProvider === provider(id)) &&
    any(query.organizationIds, (id) => p.organizations.some((label) => below(lists, label, id))) &&
    any(query.mailDomains, (domain) => p.mailDomain === domain) &&
    any(query.accessibilities, (access) => (p.accessibility ?? "") === access) &&
    (!query.createdFrom || (p.createdAt ?? "") >= query.createdFrom) &&
    (!query.createdUntil || (p.createdAt ?? "").slice(0, 10) <= query.createdUntil) &&
    (!query.invitation || isIn(p, query.invitation)) &&
    (!query.roleCount || holds(p) === query.roleCount);
}

/** Every month from the first to the last. */
function byMonth(people: UserRow[]) {
  const months = people.map((p) => (p.createdAt ?? "").slice(0, 7)).sort();
  const counted = new Map<string, number>();
  const end = months.at(-1) ?? "";
  for (let month = months[0] ?? end; month !== "" && month <= end; month = after(month)) counted.set(month, 0);
  for (const month of months) counted.set(month, (counted.get(month) ?? 0) + 1);
  return [...counted].map(([month, people]) => ({ month, people }));
}

const after = (month: string) => {
  const [year, number] = month.split("-").map(Number) as [number, number];
  return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 7);
};

/** Each facet counted over all filters but its own. */
export function fakeFacets(lists: FakeLists, all: UserRow[], query: UserQuery, domainSearch: string): UserFacets {
  const without = (own: UserQuery) => all.filter(fakeMatch(lists, { ...query, ...own }));
  const values = (
    ids: string[],
    people: UserRow[],
    has: (p: UserRow, id: string) => boolean,
    label = (id: string) => id,
  ) =>
    [...new Set(ids)].map(
      (id): FacetValue => ({ id, label: label(id), people: people.filter((p) => has(p, id)).length }),
    );
  const withRoles = without({ roleIds: [] });
  const withProviders = without({ identityProviderIds: [] });
  const withOrganizations = without({ organizationIds: [] });
  const domains = values(
    all.map((p) => p.mailDomain),
    without({ mailDomains: [] }),
    (p, id) => p.mailDomain === id,
  );
  return {
    matching: without({}).length,
    states: values(
      all.map((p) => p.state),
      without({ states: [] }),
      (p, id) => p.state === id,
    ),
    roles: lists.roles.map(({ id, name }) => ({
      id,
      label: name,
      people: withRoles.filter((p) => p.roles.includes(name)).length,
    })),
    identityProviders: lists.providers.map(({ id, name }) => ({
      id,
      label: name,
      people: withProviders.filter((p) => p.identityProvider === name).length,
    })),
    organizations: lists.organizations.map(({ id, label, kind, parentId }) => ({
      id,
      label,
      kind,
      parentId,
      people: withOrganizations.filter((p) => p.organizations.some((one) => below(lists, one, id))).length,
    })),
    mailDomains: domains.filter((one) => one.id.includes(domainSearch) || query.mailDomains?.includes(one.id)),
    mailDomainsTotal: domains.length,
    accessibilities: values(
      ["Full", "Restricted"],
      without({ accessibilities: [] }),
      (p, id) => p.accessibility === id,
    ),
    created: byMonth(without({ createdFrom: null, createdUntil: null })),
    createdUnknown: 0,
    invitations: QUEUES.map((queue) => ({
      queue,
      people: without({ invitation: null }).filter((p) => isIn(p, queue)).length,
    })),
    roleCounts: ROLE_COUNTS.map((count) => ({
      count,
      people: without({ roleCount: null }).filter((p) => holds(p) === count).length,
    })),
  };
}
