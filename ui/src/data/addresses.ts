import type {
  ChangeKind,
  InvitationQueue,
  RemovalStands,
  ReviewFilter,
  RoleCount,
  Rule,
  SortBy,
  SortColumn,
  UserQuery,
} from "@/ipc";
import { day } from "./days";
import { readList, writeList } from "./lists";

/** What the address of Users says: filters, order, the view, and who is open. Lists are written as `lists.ts` says. */
export type UsersSearch = {
  search?: string;
  /** Any of these states. */
  state?: string;
  /** Ids, any of which. */
  role?: string;
  provider?: string;
  organization?: string;
  /** Domains of the address. */
  domain?: string;
  access?: string;
  /** First and last day of creation, UTC. */
  from?: string;
  until?: string;
  queue?: InvitationQueue;
  /** How many roles. */
  roles?: RoleCount;
  /** Exactly these people. */
  ids?: string;
  /** Columns, the first one first; a `-` before one turns it round. */
  sort?: string;
  /** The id of the view that it began with. */
  view?: string;
  person?: string;
  /** The facet that is open from the start. */
  facet?: UsersFacet;
};

/** Facets that an address can open. */
export type UsersFacet = "role" | "provider" | "organization" | "domain";

/** What the address of Changes says: the two lists, and what is shown of the difference. */
export type ChangesSearch = {
  /** Numbers of refreshes. */
  from?: number;
  to?: number;
  kind?: ChangeKind[];
  search?: string;
  /** Somebody who left, whose detail is open. */
  person?: string;
};

/** What the address of Findings says. */
export type FindingsSearch = {
  /** The finding that is open. */
  open?: Rule;
  /** Its people are listed. */
  people?: boolean;
};

/** What the address of Identity providers says. */
export type ProvidersSearch = {
  /** The id of the one of which it is asked what happens without it. */
  without?: string;
};

/** What the address of a review says: which of its people, who is open, or what became of whom. */
export type ReviewSearch = {
  /** Everybody who is looked at unless told. */
  rows?: ReviewFilter;
  search?: string;
  /** Somebody whose detail is open. */
  person?: string;
  /** The page of what became of the removals. */
  show?: "follow-up";
  stands?: RemovalStands[];
};

/** What the address of the start of a review says. */
export type ReviewStartSearch = {
  /** The review that is done again. */
  again?: string;
};

/** What the address of Invite says: where it begins. */
export type InviteSearch = {
  /** The role that rows without one get. */
  role?: string;
  /** Someone to begin with: an address, or the id of a listed person. */
  person?: string;
  /** What is asked for at once: a file, or one person. */
  ask?: "file" | "person";
};

/** What the address of a connection says. */
export type ConnectionSearch = {
  /** It was just saved and is to be tried at once. */
  test?: boolean;
};

/** A query with nothing left to guess. */
export type WholeQuery = Required<UserQuery>;

/** Every column that people can be ordered by. */
export const SORT_COLUMNS: readonly SortColumn[] = [
  "name",
  "firstName",
  "lastName",
  "email",
  "domain",
  "state",
  "role",
  "organization",
  "provider",
  "created",
  "accessibility",
  "externalId",
  "id",
  "invitation",
];

/** The queues, in the order in which people think of them. */
export const QUEUES: readonly InvitationQueue[] = ["waiting", "lapses-tomorrow", "lapsed", "older-than30-days"];

/** Every facet that an address can open. */
const FACETS: readonly UsersFacet[] = ["role", "provider", "organization", "domain"];

/** By how many roles people can be told apart. */
export const ROLE_COUNTS: readonly RoleCount[] = ["none", "one", "several"];

/** An id of digits alone comes out of the address as a number. */
function text(value: unknown): string | undefined {
  if (typeof value === "number" || typeof value === "boolean") return `${value}`;
  return typeof value === "string" && value !== "" ? value : undefined;
}

const oneOf = <T extends string>(all: readonly T[], value: unknown): T | undefined => all.find((one) => one === value);

/** A list however it came, as addresses are written. */
function texts(value: unknown): string | undefined {
  if (Array.isArray(value)) return writeList(value.flatMap((one) => (one === "" ? "" : (text(one) ?? []))));
  return writeList(readList(text(value)));
}

function whole(value: unknown): number | undefined {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}

/** The texts of a list or of a single one. */
function listed(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).flatMap((one) => text(one) ?? []);
}

/** Keeps what is there: an address without filters stays short. */
function present<T extends object>(all: T): T {
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as T;
}

/** Takes what it understands; an address typed by hand never fails. */
export function usersSearch(raw: Record<string, unknown>): UsersSearch {
  const [from, until] = inOrder(day(text(raw.from), "first"), day(text(raw.until), "last"));
  return present({
    search: text(raw.search),
    state: texts(raw.state),
    role: texts(raw.role),
    provider: texts(raw.provider),
    organization: texts(raw.organization),
    domain: texts(raw.domain),
    access: texts(raw.access),
    from,
    until,
    queue: oneOf(QUEUES, raw.queue),
    roles: oneOf(ROLE_COUNTS, raw.roles),
    ids: texts(raw.ids),
    sort: writeSort(readSort(text(raw.sort))),
    view: text(raw.view),
    person: text(raw.person),
    facet: oneOf(FACETS, raw.facet),
  });
}

/** Every kind of change, in the order in which they are told. */
export const CHANGE_KINDS: readonly ChangeKind[] = [
  "joined",
  "left",
  "state",
  "role",
  "provider",
  "organization",
  "other",
];

/** As {@link usersSearch}, for Changes. */
export function changesSearch(raw: Record<string, unknown>): ChangesSearch {
  const kinds = CHANGE_KINDS.filter((kind) => listed(raw.kind).includes(kind));
  return present({
    from: whole(raw.from),
    to: whole(raw.to),
    kind: kinds.length > 0 ? kinds : undefined,
    search: text(raw.search),
    person: text(raw.person),
  });
}

/** Every rule, the worst first. */
const RULES: readonly Rule[] = [
  "privileged-in-customer",
  "privileged-outside-domains",
  "privileged-on-freemail",
  "privileged-on-several-platforms",
  "blocked-with-roles",
  "disabled-provider",
  "password-account",
  "duplicates",
  "never-accepted",
  "no-role",
  "role-combination",
  "unused-provider",
];

/** As {@link usersSearch}, for Findings. */
export function findingsSearch(raw: Record<string, unknown>): FindingsSearch {
  const open = oneOf(RULES, raw.open);
  return present({ open, people: open && raw.people === true ? true : undefined });
}

/** As {@link usersSearch}, for Identity providers. */
export const providersSearch = (raw: Record<string, unknown>): ProvidersSearch =>
  present({ without: text(raw.without) });

/** Which people of a review can be asked for, in the order in which they are offered; everybody first. */
export const REVIEW_FILTERS: readonly ReviewFilter[] = [
  "all",
  "undecided",
  "keep",
  "remove",
  "ask",
  "flagged",
  "privileged",
  "handed-over",
  "appeared",
];

/** How a removal can stand, what asks for something first. */
export const REMOVAL_STANDS: readonly RemovalStands[] = ["still-there", "partly", "another-account", "blocked", "gone"];

/** As {@link usersSearch}, for a review. */
export function reviewSearch(raw: Record<string, unknown>): ReviewSearch {
  const stands = REMOVAL_STANDS.filter((one) => listed(raw.stands).includes(one));
  const rows = oneOf(REVIEW_FILTERS, raw.rows);
  return present({
    rows: rows === "all" ? undefined : rows,
    search: text(raw.search),
    person: text(raw.person),
    show: raw.show === "follow-up" ? ("follow-up" as const) : undefined,
    stands: stands.length > 0 ? stands : undefined,
  });
}

/** As {@link usersSearch}, for the start of a review. */
export function reviewStartSearch(raw: Record<string, unknown>): ReviewStartSearch {
  return present({ again: text(raw.again) });
}

/** Two days the wrong way round mean the days between them all the same. */
function inOrder(from: string | undefined, until: string | undefined) {
  return from && until && from > until
    ? ([day(until.slice(0, 10), "first"), day(from.slice(0, 10), "last")] as const)
    : ([from, until] as const);
}

function readSort(written: string | undefined): SortBy[] {
  const named = (written ?? "").split(",").flatMap((part): SortBy[] => {
    const descending = part.trim().startsWith("-");
    const column = oneOf(SORT_COLUMNS, part.trim().replace(/^-/, ""));
    return column ? [{ column, descending }] : [];
  });
  return named.filter(({ column }, place) => named.findIndex((other) => other.column === column) === place);
}

/** By name is what everyone expects, so that the address need not say it. */
function writeSort(sort: readonly SortBy[]): string | undefined {
  const written = sort.map(({ column, descending }) => `${descending ? "-" : ""}${column}`).join(",");
  return written === "" || written === "name" ? undefined : written;
}

/** What the address asks of the list of people. */
export function queryOf(search: UsersSearch): WholeQuery {
  const sort = readSort(search.sort);
  return {
    search: search.search ?? "",
    states: readList(search.state),
    roleIds: readList(search.role),
    identityProviderIds: readList(search.provider),
    organizationIds: readList(search.organization),
    mailDomains: readList(search.domain),
    accessibilities: readList(search.access),
    createdFrom: search.from ?? null,
    createdUntil: search.until ?? null,
    invitation: search.queue ?? null,
    roleCount: search.roles ?? null,
    ids: readList(search.ids),
    sort: sort.length > 0 ? sort : [{ column: "name", descending: false }],
  };
}

/** Lists everyone, the newest first: an address that asks for nothing shows the list as it was left, filters and all. */
export const WHOLE_LIST: UserQuery = { sort: [{ column: "created", descending: true }] };

/** A query as an address says it. Every filter is named, also those that are off: laid over another address it replaces them. */
export function searchOf(query: UserQuery): Omit<UsersSearch, "view" | "person" | "facet"> {
  return {
    search: query.search || undefined,
    state: writeList(query.states),
    role: writeList(query.roleIds),
    provider: writeList(query.identityProviderIds),
    organization: writeList(query.organizationIds),
    domain: writeList(query.mailDomains),
    access: writeList(query.accessibilities),
    from: query.createdFrom ?? undefined,
    until: query.createdUntil ?? undefined,
    queue: query.invitation ?? undefined,
    roles: query.roleCount ?? undefined,
    ids: writeList(query.ids),
    sort: writeSort(query.sort ?? []),
  };
}

/** The address of Users that shows whom a query means, whatever another address said. */
export const addressOfQuery = (query: UserQuery): UsersSearch => ({ ...searchOf(query), view: undefined });

/** As {@link usersSearch}, for Invite. */
export function inviteSearch(raw: Record<string, unknown>): InviteSearch {
  const ask = oneOf(["file", "person"] as const, raw.ask);
  return present({ role: text(raw.role), person: text(raw.person), ask });
}

/** As {@link usersSearch}, for a connection. */
export function connectionSearch(raw: Record<string, unknown>): ConnectionSearch {
  return present({ test: raw.test === true ? true : undefined });
}
