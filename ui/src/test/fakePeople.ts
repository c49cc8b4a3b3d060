import type {
  IdentityProviderView,
  JumpTo,
  OrganizationView,
  RoleView,
  SortColumn,
  UserDetail,
  UserQuery,
  UserRow,
  UserWindow,
} from "@/ipc";
import { type FakeLists, fakeFacets, fakeMatch } from "./fakeFacets";
import { sentence } from "./sentence";

const FIRST = "Anna Māris Ingrid Ravi Chloé Peter Dana Liam Sofia Olga Tom Wei Jürgen Aoife Łukasz Noor Zoë Kofi".split(
  " ",
);
const LAST =
  "Ozola Bērziņš Larsen Menon Dubois Novak Cohen O’Brien Rossi Petrova Becker Zhang Müller Byrne Wójcik".split(" ");

const role = (id: string, name: string, weight: number | null): RoleView => ({
  id,
  name,
  weight,
  people: 0,
  privileged: name === "Distributor Admin",
  whyPrivileged: name === "Distributor Admin" ? sentence("Its name says that it administers others.") : null,
  privilegedBy: null,
});
const provider = (id: string, name: string, prefix: string, enabled = true): IdentityProviderView => ({
  id,
  name,
  prefix,
  enabled,
  people: 0,
});
const organization = (
  id: string,
  name: string,
  erpId: string | null,
  kind: string,
  parentId: string | null,
): OrganizationView => ({
  id,
  name,
  erpId,
  kind,
  parentId,
  label: erpId ? `${name} – ${erpId}` : name,
  people: 0,
});

const ROLES = [
  role("d85f1ca9-500d-55b8-8c01-64e3a9ebf1f9", "Customer", 10),
  role("7c6132a5-d326-560b-a7d1-c18daead55b4", "360 Report Viewer", 12),
  role("7aad91ae-aeb7-5c4d-a600-cb2c64d4a4f1", "Customer Billing Admin", 20),
  role("064193fd-e846-5c3d-b5da-6aeab68d9973", "Customer Admin", 30),
  role("00a47994-45c9-5ae5-b24a-b035148111a8", "Support Agent", 45),
  role("561fc079-bdc6-590a-8ebd-c5c2d3b641b8", "Account Manager", 70),
  role("ed58a57e-2ec3-5d4f-92c7-3a3219745f47", "Seller Admin", 80),
  role("576b3c0e-4349-5ad9-8d13-6348ecba93d7", "Distributor Admin", 90),
];
const PROVIDERS = [
  provider("73e97721-32e2-543f-9605-008d24dd211a", "Account", "auth0"),
  provider("18bf67c4-b7a3-569c-8e75-0d2a29908e59", "Work email (AAD)", "waad"),
  provider("7ff74c88-69d3-58f7-8c0e-7a7b94ed088d", "Personal email (Live ID)", "windowslive"),
  provider("d09c7a67-337a-5ac4-83ee-fe38b28ccaca", "Google", "google-oauth2"),
  provider("7369b69f-fca0-5db6-bac5-68498bec85f5", "Legacy ADFS", "adfs", false),
];
const BALTIC = "0c1f8a52-44f5-5a59-9f1c-1d0a3d6f7c01";
const NORDLYS = "78eb0c15-0648-50ee-b2dd-8fedd5e302b0";
const DISTRIBUTOR = organization(BALTIC, "Baltic Cloud", "D-1", "Distributor", null);
/** Those that people belong to. */
const ORGANIZATIONS = [
  organization(NORDLYS, "Nordlys IT", "S-1001", "Seller", BALTIC),
  organization("4fbf4515-43ce-50ab-baf9-28a9302d0bf7", "Contoso", "C-20001", "Customer", NORDLYS),
  organization("ba93d8b5-7e0e-5279-aa06-fe42716702d2", "Contoso", "C-20002", "Customer", NORDLYS),
  organization("b3cd17cb-9e49-5a7c-8ad0-c50d66172fa4", "Fabrikam", "C-20003", "Customer", NORDLYS),
  organization("2bf1fa05-eaa0-5987-a426-ee7eecbf2139", "Amberline", null, "Seller", BALTIC),
];

const DAY = 86_400_000;
const at = <T>(all: T[], place: number): T => all[place % all.length] as T;

function state(n: number): string {
  if (n % 10 === 4 || n % 10 === 5) return "New";
  if (n % 29 === 7) return "Blocked";
  return n % 97 === 11 ? "Pending approval" : "Active";
}

/** The n-th person; always the same one. */
export function person(n: number, now = Date.now()): UserRow {
  const [firstName, lastName] = [at(FIRST, n), at(LAST, Math.floor(n / FIRST.length) + n)];
  const said = state(n);
  const days = said === "New" ? (n % 10 === 4 ? n % 7 : 7 + (n % 60)) : 30 + ((n * 37) % 1700);
  const createdAt = new Date(now - days * DAY).toISOString();
  const org = at(ORGANIZATIONS, n);
  const mailDomain = `${org.name.split(" ")[0]}.example`.toLowerCase();
  return {
    id: `9c41${`${n}`.padStart(8, "0")}-e07b-55b8-8c01`,
    name: `${firstName} ${lastName}`,
    firstName,
    lastName,
    email: `${firstName}.${lastName}.${n}@${mailDomain}`.toLowerCase(),
    state: said,
    invitation:
      said === "New"
        ? { lapsed: days >= 7, days: Math.abs(7 - days), basis: "creation-date", invitedAt: createdAt }
        : null,
    roles: n % 23 === 3 ? [at(ROLES, n).name, at(ROLES, n + 1).name] : [at(ROLES, n).name],
    organizations: [org.label],
    identityProvider: at(PROVIDERS, n).name,
    createdAt,
    accessibility: n % 9 === 4 ? "Restricted" : "Full",
    externalId: `${at(PROVIDERS, n).prefix}|9c41e07b${n}`,
    mailDomain,
    other: [{ name: "PreferredLanguage", value: "lv-LV" }],
  };
}

const text = (all: string[]) => all[0] ?? "";

/** What a column orders by. */
const VALUE: Record<SortColumn, (p: UserRow) => string> = {
  name: (p) => p.name,
  firstName: (p) => p.firstName,
  lastName: (p) => p.lastName,
  email: (p) => p.email,
  domain: (p) => p.mailDomain,
  state: (p) => p.state,
  role: (p) => text(p.roles),
  organization: (p) => text(p.organizations),
  provider: (p) => p.identityProvider ?? "",
  created: (p) => p.createdAt ?? "",
  accessibility: (p) => p.accessibility ?? "",
  externalId: (p) => p.externalId ?? "",
  id: (p) => p.id,
  invitation: (p) => p.invitation?.invitedAt ?? "",
};

/** Letters without case and accents, as the program compares them. */
const folded = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("ł", "l");

/** As the query orders, by name unless it says otherwise. */
function inOrder(query: UserQuery) {
  const { compare } = new Intl.Collator("en");
  const by = query.sort?.length ? query.sort : [{ column: "name" as const, descending: false }];
  return (a: UserRow, b: UserRow) =>
    by.reduce(
      (order, { column, descending }) => order || (descending ? -1 : 1) * compare(VALUE[column](a), VALUE[column](b)),
      0,
    );
}

/** A platform's people, computed: a hundred thousand of them cost nothing until asked for. */
export function fakePeople(total: number) {
  const all = Array.from({ length: total }, (_, n) => person(n));
  const roles = ROLES.map((one) => ({ ...one, people: all.filter((p) => p.roles.includes(one.name)).length }));
  const providers = PROVIDERS.map((one) => ({
    ...one,
    people: all.filter((p) => p.identityProvider === one.name).length,
  }));
  const organizations = [DISTRIBUTOR, ...ORGANIZATIONS].map((one) => ({
    ...one,
    people: all.filter((p) => p.organizations.includes(one.label)).length,
  }));
  const states = [...new Set(all.map((p) => p.state))].map((said) => ({
    state: said,
    people: all.filter((p) => p.state === said).length,
  }));

  const lists: FakeLists = { roles, providers, organizations };
  let last: { key: string; rows: UserRow[] } | null = null;
  const found = (query: UserQuery): UserRow[] => {
    const key = JSON.stringify(query);
    if (last?.key !== key) last = { key, rows: all.filter(fakeMatch(lists, query)).sort(inOrder(query)) };
    return last.rows;
  };

  return {
    all,
    roles,
    providers,
    organizations,
    states,
    found,
    window: (query: UserQuery, offset: number, limit: number, asOf: string): UserWindow => {
      const rows = found(query);
      const exact = all.filter((p) => [p.id, p.email, p.externalId].includes(query.search ?? ""));
      return {
        total: all.length,
        matching: rows.length,
        rows: rows.slice(offset, offset + limit),
        asOf,
        exact: exact.length === 1 ? (exact[0]?.id ?? null) : null,
      };
    },
    facets: (query: UserQuery, domainSearch: string) => fakeFacets(lists, all, query, domainSearch),
    place: (query: UserQuery, to: JumpTo): number | null => {
      const { column, descending } = query.sort?.[0] ?? { column: "name" as const, descending: false };
      const wanted = folded(to.value);
      // Where nobody begins so, whoever would come next.
      const isThere = (text: string) => text.startsWith(wanted) || (descending ? text < wanted : text > wanted);
      const at = found(query).findIndex((p) =>
        to.kind === "person" ? p.id === to.value : isThere(folded(VALUE[column](p))),
      );
      return at < 0 ? null : at;
    },
    detail: (id: string): UserDetail | undefined => {
      const one = all.find((p) => p.id === id);
      return (
        one && {
          person: one,
          roles: roles.filter((r) => one.roles.includes(r.name)),
          organizations: organizations.filter((o) => one.organizations.includes(o.label)),
          identityProvider: providers.find((p) => p.name === one.identityProvider) ?? null,
          foundBy: "prefix",
          externalId: one.externalId,
          accessibility: one.accessibility,
          other: one.other,
          runs: [],
          json: JSON.stringify({ Id: one.id, Email: one.email, AccountState: one.state }, null, 2),
          raw: true,
        }
      );
    },
  };
}
