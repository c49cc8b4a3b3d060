import type { UserColumn } from "@/ipc";
import { ago, count, date, duration, plural } from "./format";
import { said } from "./said";

const days = (n: number) => plural(n, "day", "days");

const letters = { up: "A to Z", down: "Z to A" };
const times = { up: "oldest first", down: "newest first" };

/** How each column orders, said in words. */
const order: Record<UserColumn, { by: string; up: string; down: string }> = {
  name: { by: "name", ...letters },
  firstName: { by: "first name", ...letters },
  lastName: { by: "last name", ...letters },
  email: { by: "e-mail", ...letters },
  domain: { by: "mail domain", ...letters },
  state: { by: "state", ...letters },
  role: { by: "role", ...letters },
  organization: { by: "organization", ...letters },
  provider: { by: "identity provider", ...letters },
  created: { by: "creation date", ...times },
  accessibility: { by: "accessibility", ...letters },
  externalId: { by: "external id", ...letters },
  id: { by: "id", ...letters },
  invitation: { by: "invitation date", ...times },
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
  invitation: "Invited",
};

/** Users, roles and identity providers. */
export const people = said("people", {
  users: {
    title: "Users",
    note: (matching: number, total: number) =>
      matching === total ? count(total) : `${count(matching)} of ${count(total)}`,
    search: "Search people",
    searchHint: "Search name, address, id…",
    invite: "Invite people",
    column,
    sorted: (sort: { column: UserColumn; descending: boolean }[]) =>
      `sorted by ${sort
        .map(({ column: by, descending }) => `${order[by].by}, ${descending ? order[by].down : order[by].up}`)
        .join("; then ")}`,
    grid: "People",
    gridHelp: "Enter opens a person, the menu key offers what can be done. Letters jump, Ctrl and G goes to a row.",
    more: "More",
    moreLabel: "More to do with people",
    exportPeople: "Export…",
    compact: "Compact",
    basis: { "creation-date": "by creation date", "send-record": "sent by Rollcall" },
    menu: {
      open: "Open",
      copyRows: "Copy selected cells",
      inviteAgain: "Invite again…",
    },
    compactRows: "Compact rows on this screen",
    withRoom: "Rows with room on this screen",
    nobodyTitle: "Nobody is listed on this platform yet",
    nobody: "The list was read to its end and holds no people. Whoever is invited appears here.",
    noMatchTitle: "Nobody matches",
    noMatch: (search: string, filtered: boolean) =>
      search === ""
        ? "Nobody on this platform fits the chosen filters."
        : filtered
          ? `Nobody fits both “${search}” and the chosen filters.`
          : `Nobody’s name, address, id, role or organization holds “${search}”.`,
    clear: "Clear search and filters",
    notFetchedTitle: "The list of people was not read yet",
    notFetched: "Rollcall reads people, roles and organizations from the platform and keeps them on this computer.",
    read: "Read the list",
  },
  state: {
    lastDay: (state: string) => `${state} · less than a day left`,
    left: (state: string, n: number) => `${state} · ${days(n)} left`,
    lapsed: (state: string, n: number) => `${state} · lapsed ${days(n)}`,
    lapsedToday: (state: string) => `${state} · lapsed within a day`,
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
    historyTab: "History",
    json: "JSON",
    asSent: "As the platform sent it.",
    asRead: "As Rollcall read it. What the platform itself sent is kept from the next refresh on.",
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
    foundBy: {
      id: "named by the platform",
      prefix: "told from how the external id begins",
      none: "the platform names none, and the external id begins with no known prefix",
    },
    history: {
      runs: "Runs that held this person",
      noRuns: "No run of this computer held this person.",
      openRun: (title: string) => `Open the run “${title}”`,
    },
    invitedBy: {
      "creation-date": (iso: string) => `Invited ${date(iso)} (creation date).`,
      "send-record": (iso: string) => `Invited ${date(iso)} (sent by Rollcall).`,
    },
    lapsed: "Invitations last 7 days, so the link in the mail no longer works.",
    pending: (n: number) =>
      n === 0 ? "The link in the mail works for less than a day." : `The link in the mail works for ${days(n)} more.`,
    notShown: "This person can’t be shown",
  },
  can: {
    reinviteActive: "Active people have nothing to accept. To give them another role, use the platform itself.",
    reinviteBlocked: "Blocked people can’t be invited. An administrator of the platform has to unblock them first.",
    reinviteNoAddress: "The platform gave no address for this person.",
  },
  read: "Read the list",
});
