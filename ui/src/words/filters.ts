import type { InvitationQueue, RoleCount } from "@/ipc";
import { count, day, list, month, plural } from "./format";
import { said } from "./said";

/** Days that people were created on; either end may be open. */
type Days = { from: string | null; until: string | null };

/** `2024`, `May 2024`, `from 3 May 2024`, `3 May 2024 to 1 Jan 2025`. */
function days({ from, until }: Days): string {
  if (from === null) return `until ${day(until ?? "")}`;
  if (until === null) return `from ${day(from)}`;
  if (from === until) return `on ${day(from)}`;
  const year = from.slice(0, 4);
  if (from === `${year}-01-01` && until === `${year}-12-31`) return year;
  const wholeMonth = from.endsWith("-01") && from.slice(0, 7) === until.slice(0, 7) && lastDay(until);
  return wholeMonth ? month(from) : `${day(from)} to ${day(until)}`;
}

const lastDay = (day: string) => new Date(Date.parse(day) + 86_400_000).getUTCDate() === 1;

const either = (names: string[]) => list(names, "or");

/** What stands for the empty value of a filter. */
const nothing = {
  provider: "no identity provider",
  organization: "no organization",
  domain: "no address",
  access: "nothing said",
};

const queue: Record<InvitationQueue, string> = {
  waiting: "Waiting",
  "lapses-tomorrow": "Lapses tomorrow",
  lapsed: "Lapsed",
  "older-than30-days": "Older than 30 days",
};

const roleCount: Record<RoleCount, string> = { none: "No role", one: "One role", several: "Several roles" };

/** Parts of the sentence that says in words what a list is narrowed to. */
const sentence = {
  people: "People",
  chosen: (n: number) => `${count(n)} chosen ${n === 1 ? "person" : "people"}`,
  inState: (states: string[]) => `${either(states)} people`,
  lapsedPeople: "Lapsed people",
  queue: {
    waiting: "whose link in the mail still works",
    "lapses-tomorrow": "whose invitation lapses by tomorrow",
    lapsed: "whose invitation lapsed",
    "older-than30-days": "invited more than 30 days ago",
  } satisfies Record<InvitationQueue, string>,
  roles: (names: string[]) => `with the role ${either(names)}`,
  roleCount: {
    none: "with no role",
    one: "with one role",
    several: "with several roles",
  } satisfies Record<RoleCount, string>,
  providers: (names: string[]) => `who sign in with ${either(names)}`,
  organizations: (names: string[]) => `in ${either(names)} and below`,
  noOrganization: "in no organization",
  domains: (names: string[]) => `at ${either(names)}`,
  access: (names: string[]) => `with the accessibility ${either(names)}`,
  created: (range: Days) => `created ${days(range)}`,
  search: (text: string) => `found by “${text}”`,
};

/** What narrows the list of people, in the facets, in chips, and in a sentence. */
export const filters = said("filters", {
  label: "Filters",
  add: "Filter",
  addLabel: "Add a filter",
  clear: "Clear",
  remove: (chip: string) => `Take away: ${chip}`,
  chip: (what: string, names: string[]) => `${what}: ${either(names)}`,
  chosen: "Chosen people",
  chosenCount: (n: number) => plural(n, "person", "people"),
  unknown: "no longer listed",
  onTheWay: "…",
  failed: "The numbers beside the filters can’t be shown",
  title: {
    state: "State",
    queue: "Invitation",
    role: "Role",
    roleCount: "How many roles",
    provider: "Identity provider",
    organization: "Organization",
    domain: "Mail domain",
    created: "Created",
    access: "Accessibility",
  },
  nothing,
  queue,
  queueNote: {
    waiting: "The link in the mail still works",
    "lapses-tomorrow": "The link in the mail works for less than two days more",
    lapsed: "The link in the mail no longer works",
    "older-than30-days": "Invited more than 30 days ago and never accepted",
  } satisfies Record<InvitationQueue, string>,
  queues: "Invitations that need someone",
  roleCount,
  sentence,
  days,
  groupNote: (n: number) => `${count(n)} on`,
  more: (n: number) => `${count(n)} more…`,
  fewer: "Fewer",
  searchIn: (what: string) => `Search ${what.toLowerCase()}`,
  noneFound: "Nothing found",
  domainsMore: (n: number) => `${count(n)} more. Type to find one.`,
  peopleIn: (label: string, n: number) => `${label}, ${plural(n, "person", "people")}`,
  tree: {
    label: "Organizations",
    none: "No organizations are listed.",
    found: (n: number) => `${plural(n, "organization", "organizations")} found`,
  },
  created: {
    usual: { "this-month": "This month", "last-30-days": "Last 30 days", "this-year": "This year" },
    from: "From",
    until: "Until",
    dayHint: "2024-05-03",
    badDay: "Write a day as 2024-05-03, or a month or a year alone.",
    histogram: "People created, by time",
    brush: "Arrow keys move, Shift and arrow keys widen, Enter filters by what is marked, Escape takes it away.",
    bar: (when: string, n: number) => `${when}: ${plural(n, "person", "people")}`,
    marked: (range: string, n: number) => `Marked: ${range}, ${plural(n, "person", "people")}`,
    summary: (from: string, until: string, most: string, n: number) =>
      `From ${from} to ${until}. Most in ${most}: ${count(n)}.`,
    unknown: (n: number) => `${plural(n, "person", "people")} without a creation date`,
    inMonths: (from: string, until: string) => (from === until ? from : `${from} to ${until}`),
  },
});
