import type { UserColumn } from "@/ipc";
import { ago, count, date, duration, plural } from "../format";

const days = (n: number) => plural(n, "day", "days");

/** How each column orders, said in words. */
const order: Record<UserColumn, { by: string; up: string; down: string }> = {
  name: { by: "name", up: "A to Z", down: "Z to A" },
  firstName: { by: "first name", up: "A to Z", down: "Z to A" },
  lastName: { by: "last name", up: "A to Z", down: "Z to A" },
  email: { by: "e-mail", up: "A to Z", down: "Z to A" },
  domain: { by: "mail domain", up: "A to Z", down: "Z to A" },
  state: { by: "state", up: "A to Z", down: "Z to A" },
  role: { by: "role", up: "A to Z", down: "Z to A" },
  organization: { by: "organization", up: "A to Z", down: "Z to A" },
  provider: { by: "identity provider", up: "A to Z", down: "Z to A" },
  created: { by: "creation date", up: "oldest first", down: "newest first" },
  accessibility: { by: "accessibility", up: "A to Z", down: "Z to A" },
  externalId: { by: "external id", up: "A to Z", down: "Z to A" },
  id: { by: "id", up: "A to Z", down: "Z to A" },
  invitation: { by: "invitation", up: "oldest first", down: "newest first" },
};

const column: Record<UserColumn, string> = {
  name: "Name",
  firstName: "First name",
  lastName: "Last name",
  email: "E-mail",
  domain: "Mail domain",
  state: "State",
  role: "Role",
  organization: "Organization",
  provider: "Provider",
  created: "Created",
  accessibility: "Accessibility",
  externalId: "External id",
  id: "Id",
  invitation: "Invitation",
};

/** Users, roles and identity providers. */
export const people = {
  users: {
    title: "Users",
    note: (matching: number, total: number) =>
      matching === total ? count(total) : `${count(matching)} of ${count(total)}`,
    search: "Search people",
    searchHint: "Search name, address, id…",
    refresh: "Refresh",
    invite: "Invite people",
    column,
    sorted: (by: UserColumn, descending: boolean) =>
      `sorted by ${order[by].by}, ${descending ? order[by].down : order[by].up}`,
    grid: "People",
    nobodyTitle: "Nobody is listed on this platform yet",
    nobody: "The list was read to its end and holds no people. Whoever is invited appears here.",
    noMatchTitle: "Nobody matches",
    noMatch: (search: string, filtered: boolean) =>
      search === ""
        ? "Nobody on this platform fits the chosen filters."
        : filtered
          ? `Nobody fits both “${search}” and the chosen filters.`
          : `Nobody’s name, address or id holds “${search}”.`,
    clear: "Clear search and filters",
    notFetchedTitle: "The list of people was not read yet",
    notFetched: "Rollcall reads people, roles and organizations from the platform and keeps them on this computer.",
    read: "Read the list",
  },
  state: {
    lastDay: (state: string) => `${state} · lapses today`,
    left: (state: string, n: number) => `${state} · ${days(n)} left`,
    lapsed: (state: string, n: number) => `${state} · lapsed ${days(n)}`,
    lapsedToday: (state: string) => `${state} · lapsed today`,
  },
  filter: {
    label: "Filters",
    add: "Filter",
    addLabel: "More filters",
    state: "State",
    role: "Role",
    provider: "Identity provider",
    organization: "Organization",
    organizationHint: "Type a name or ERP id",
    more: (n: number) => `${count(n)} more…`,
    fewer: "Fewer",
    clearAll: "Clear",
    chip: (what: string, name: string) => `${what}: ${name}`,
    unknown: "no longer listed",
  },
  refresh: {
    label: "Reading people",
    progress: (read: number, total: number | null) =>
      total === null ? `${count(read)} people read` : `${count(read)} of ${count(total)} people read`,
    left: (seconds: number) => `${duration(seconds)} left`,
    starting: "Asking the platform for its people",
    cancel: "Cancel",
    started: "Reading the list of people",
    failedTitle: "The list could not be refreshed",
    kept: (iso: string) => `The list from ${date(iso)} (${ago(iso)}) is still here.`,
    neverRead: "No list was read before.",
    retry: "Try again",
    partialTitle: "This list may miss people",
    partial: "Not every page could be read with the total holding still. Refresh again to be sure.",
  },
  held: {
    title: "The new list looks wrong.",
    shown: (iso: string) => `What you see is the list from ${date(iso)} (${ago(iso)}).`,
    waits: "Nothing is sent or settled until you say which list is right.",
    keep: "Keep the old list",
    take: "Take the new list…",
    dialog: {
      title: (n: number) => `Take the new list of ${plural(n, "person", "people")}?`,
      changes: (before: number, now: number) =>
        `The old list holds ${plural(before, "person", "people")}, the new one ${count(now)}.`,
      counts: (joined: number, left: number, changed: number) =>
        `${count(joined)} joined, ${count(left)} left, ${count(changed)} changed.`,
      text: "The new list counts as complete then: whoever is missing from it counts as not being there, and may be invited anew. The old list is replaced.",
      cancel: "Not yet",
      confirm: (n: number) => `Take the list of ${count(n)}`,
    },
  },
  person: {
    region: (name: string) => `About ${name}`,
    close: "Close",
    tabs: "Views of this person",
    details: "Details",
    json: "JSON",
    inviteAgain: "Invite again",
    copyAddress: "Copy address",
    copyId: "Copy id",
    copyJson: "Copy JSON",
    role: "Role",
    roles: "Roles",
    weight: (n: number) => `weight ${count(n)}`,
    organization: "Organization",
    organizations: "Organizations",
    provider: "Provider",
    externalId: "External id",
    created: "Created",
    accessibility: "Accessibility",
    id: "Id",
    other: "Also given by the platform",
    none: "none",
    providerOff: "switched off",
    invitedBy: {
      "creation-date": (iso: string) => `Invited ${date(iso)} (creation date).`,
      "send-record": (iso: string) => `Invited ${date(iso)} (sent by Rollcall).`,
    },
    lapsed: "Invitations last 7 days, so the link in the mail no longer works.",
    pending: (n: number) =>
      n === 0
        ? "The link in the mail works until the end of today."
        : `The link in the mail works for ${days(n)} more.`,
    notShown: "This person can't be shown",
  },
  can: {
    reinviteActive: "Active people have nothing to accept. To give them another role, use the platform itself.",
    reinviteBlocked: "Blocked people can't be invited. An administrator of the platform has to unblock them first.",
    reinviteNoAddress: "The platform gave no address for this person.",
  },
  roles: {
    title: "Roles",
    grid: "Roles",
    column: {
      name: "Role",
      weight: "Weight",
      people: "People",
      power: "Power over others",
      id: "Id",
      actions: "Actions",
    },
    power: (name: string) => `${name} gives power over others`,
    powerFailed: "Not kept",
    powerNote:
      "A role with power over others is never guessed and never remembered, and is named before anything is sent.",
    weightNote:
      "The weight is the platform’s own number. Whether a higher one may do more is not published, so don’t choose a role by it alone.",
    copyId: (name: string) => `Copy id of ${name}`,
    copy: "Copy id",
    invite: "Invite with this role",
    show: (n: number, name: string) => `Show the ${plural(n, "person", "people")} with the role ${name}`,
    emptyTitle: "No roles are listed yet",
    empty: "Roles come with the list of people. An invitation names one of them.",
  },
  providers: {
    title: "Identity providers",
    grid: "Identity providers",
    column: {
      name: "Identity provider",
      prefix: "Prefix",
      enabled: "State",
      people: "People",
      id: "Id",
      actions: "Actions",
    },
    on: "Enabled",
    off: "Switched off",
    note: "How people sign in. The prefix tells from a person’s external id which one they use.",
    copy: "Copy id",
    copyId: (name: string) => `Copy id of ${name}`,
    show: (n: number, name: string) => `Show the ${plural(n, "person", "people")} who sign in with ${name}`,
    emptyTitle: "No identity providers are listed yet",
    empty: "They come with the list of people. An invitation may name one.",
  },
  read: "Read the list",
};
