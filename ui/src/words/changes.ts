import type { ChangeKind } from "@/ipc";
import { count, plural } from "./format";
import { said } from "./said";

const people = (n: number) => plural(n, "person", "people");

const kind: Record<ChangeKind, string> = {
  joined: "Joined",
  left: "Left",
  state: "State",
  role: "Role",
  provider: "Identity provider",
  organization: "Organization",
  other: "Other",
};

const counted: Record<ChangeKind, (n: number) => string> = {
  joined: (n) => `${count(n)} joined`,
  left: (n) => `${count(n)} left`,
  state: (n) => `${count(n)} changed state`,
  role: (n) => `${count(n)} changed role`,
  provider: (n) => `${count(n)} changed identity provider`,
  organization: (n) => `${count(n)} changed organization`,
  other: (n) => `${count(n)} changed otherwise`,
};

/** Fields beside those that have a kind of their own, by the names that the changes give them. */
const field = {
  email: "E-mail",
  firstName: "First name",
  lastName: "Last name",
  created: "Created",
  accessibility: "Accessibility",
  externalId: "External id",
};

/** Who joined, left and changed between two lists. */
export const changes = said("changes", {
  title: "Changes",
  note: people,
  search: "Search changes",
  searchHint: "Search name, address, id…",
  from: "From the list of",
  to: "To the list of",
  listNote: (n: number, joined: number, left: number) => `${people(n)}, +${count(joined)} −${count(left)}`,
  sinceLastWeek: "Since last week",
  since: (from: string, passed: string) => `Since ${from} (${passed}):`,
  between: (from: string, to: string, passed: string) => `From ${from} to ${to} (${passed}):`,
  nobody: "nobody joined, left or changed",
  kinds: "Kinds of change",
  kind,
  counted,
  field,
  export: "Export…",
  saved: (name: string) => `Saved as ${name}.`,
  exportFailed: "The changes were not written",
  grid: "People who joined, left or changed",
  column: { person: "Person", email: "E-mail", what: "What changed", listed: "Now" },
  changed: (what: string, before: string, after: string) => `${what}: ${before} → ${after}`,
  nothing: "none",
  listed: "Listed",
  notListed: "No longer listed",
  openPerson: "Open in Users",
  openLeft: "Show what is known",
  none: {
    title: "Nobody joined, left or changed",
    text: "Between these two lists everybody stayed as they were. Choose an older list to look further back.",
  },
  noMatch: {
    title: "Nothing matches",
    text: "There are changes between these two lists, but none that fit the search and the chosen kinds.",
    clear: "Clear search and kinds",
  },
  oneList: {
    title: "There is one list so far",
    text: "After the next refresh this page says who joined, left and changed.",
    refresh: "Refresh",
  },
  noList: {
    title: "The list of people was not read yet",
    text: "Two lists are needed to say what changed. The first one is read from the platform and kept on this computer.",
    read: "Read the list",
  },
  person: {
    region: (name: string) => `What became of ${name}`,
    between: "Between the two lists",
    before: "Step by step",
    copyId: "Copy id",
    gone: "Nothing is known of this person between these two lists.",
  },
  history: {
    title: "What changed",
    none: "Nothing changed since Rollcall first read this list.",
    failed: "The history could not be read",
  },
});
