import { count, plural } from "./format";
import { said } from "./said";

const people = (n: number) => plural(n, "person", "people");

/** What is said of a finished run's people, and of its reports. */
export const since = said("since", {
  title: "What became of them",
  of: (n: number) => `Of ${people(n)} invited:`,
  accepted: (n: number) => `${count(n)} accepted`,
  waits: (n: number) => plural(n, "waits", "wait"),
  soon: (n: number) => `(${plural(n, "lapses", "lapse")} within 2 days)`,
  lapsed: (n: number) => `${count(n)} lapsed`,
  notListed: (n: number) => `${count(n)} no longer listed`,
  blocked: (n: number) => `${count(n)} blocked`,
  other: (n: number) => `${count(n)} in another state`,
  asOf: (when: string) => `As of the list of ${when}.`,
  notKnown: "Not known yet: there is no complete list of the platform that this run went to.",
  refresh: "Refresh the list",
  refreshing: "Reading the list anew…",
  byOrganization: "By organization",
  organization: "Organization",
  column: {
    invited: "Invited",
    accepted: "Accepted",
    waits: "Wait",
    lapsed: "Lapsed",
    notListed: "Not listed",
    blocked: "Blocked",
    other: "Other",
  },
  inSeveral: "Somebody in two organizations counts in both.",
  more: (n: number) => `And ${plural(n, "organization", "organizations")} more; the saved list has everybody.`,
  who: "Whom",
  choice: {
    lapsed: (n: number) => `${count(n)} lapsed`,
    waits: (n: number) => `${count(n)} who ${n === 1 ? "waits" : "wait"}`,
    both: (n: number) => `${count(n)} who wait or lapsed`,
    "not-listed": (n: number) => `${count(n)} no longer listed`,
  },
  invite: (n: number) => `Invite the ${count(n)} again…`,
  inviteOne: "Invite this person again…",
  notListedOff: "They are no longer listed. Save them, and see with whoever looks after the platform why.",
  save: "Save these…",
  saved: (name: string) => `Saved as ${name}.`,
  format: { xlsx: "Excel", csv: "CSV", json: "JSON" },
  saveAs: (what: string) => `How to save: ${what}`,
} as const);
