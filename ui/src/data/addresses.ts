import type { ChangeKind, UserColumn } from "@/ipc";

/** What the address of Users says: filters, order, and who is open. */
export type UsersSearch = {
  search?: string;
  state?: string[];
  role?: string;
  provider?: string;
  organization?: string;
  sort?: UserColumn;
  desc?: boolean;
  person?: string;
  /** A saved view to show. */
  view?: string;
};

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

/** What the address of Invite says: where it begins. */
export type InviteSearch = {
  /** The role that rows without one get. */
  role?: string;
  /** Someone to begin with: an address, or the id of a listed person. */
  person?: string;
};

/** What the address of a connection says. */
export type ConnectionSearch = {
  /** It was just saved and is to be tried at once. */
  test?: boolean;
};

const COLUMNS: readonly UserColumn[] = ["name", "email", "state", "role", "organization", "provider", "created"];

/** An id of digits alone comes out of the address as a number. */
function text(value: unknown): string | undefined {
  if (typeof value === "number") return `${value}`;
  return typeof value === "string" && value !== "" ? value : undefined;
}

function whole(value: unknown): number | undefined {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}

function texts(value: unknown): string[] | undefined {
  const all = (Array.isArray(value) ? value : [value]).flatMap((one) => text(one) ?? []);
  return all.length > 0 ? all : undefined;
}

/** Keeps what is there: an address without filters stays short. */
function present<T extends object>(all: T): T {
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as T;
}

/** Takes what it understands; an address typed by hand never fails. */
export function usersSearch(raw: Record<string, unknown>): UsersSearch {
  return present({
    search: text(raw.search),
    state: texts(raw.state),
    role: text(raw.role),
    provider: text(raw.provider),
    organization: text(raw.organization),
    sort: COLUMNS.find((column) => column === raw.sort),
    desc: raw.desc === true || raw.desc === "true" ? true : undefined,
    person: text(raw.person),
    view: text(raw.view),
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
  const kinds = CHANGE_KINDS.filter((kind) => texts(raw.kind)?.includes(kind));
  return present({
    from: whole(raw.from),
    to: whole(raw.to),
    kind: kinds.length > 0 ? kinds : undefined,
    search: text(raw.search),
    person: text(raw.person),
  });
}

/** As {@link usersSearch}, for Invite. */
export function inviteSearch(raw: Record<string, unknown>): InviteSearch {
  return present({ role: text(raw.role), person: text(raw.person) });
}

/** As {@link usersSearch}, for a connection. */
export function connectionSearch(raw: Record<string, unknown>): ConnectionSearch {
  return present({ test: raw.test === true ? true : undefined });
}
