import type { WeightDirection } from "@/ipc";
import { count, dateTime, plural } from "./format";
import { said } from "./said";

const people = (n: number) => plural(n, "person", "people");

const direction: Record<WeightDirection, string> = {
  "more-is-power": "The more a role weighs, the more it may do.",
  "less-is-power": "The less a role weighs, the more it may do.",
};

/** The roles as a ladder, and who stands where. */
export const roles = said("roles", {
  title: "Roles",
  ladder: "Roles",
  column: {
    weight: "Weight",
    rung: "On this rung",
    role: "Role",
    power: "Power over others",
    actions: "Actions",
  },
  powerMenu: "It gives power over others",
  noPowerMenu: "It gives no power over others",
  noWeight: "none",
  highest: (n: number) => `highest role of ${count(n)}`,
  onRung: (n: number) => `${people(n)} on this rung`,
  barNote: "Of each bar the dark part is those whose highest role it is; the light part holds a higher one as well.",
  people,
  show: (n: number, name: string) => `Show the ${people(n)} with the role ${name}`,
  alone: (n: number) => `${count(n)} hold nothing else`,
  thanRole: (name: string) => `than ${name}`,
  power: (name: string) => `${name} gives power over others`,
  powerFailed: "Not kept.",
  powerNote:
    "A role with power over others is never guessed and never remembered, and is named before anything is sent. Findings and reviews use the same ticks.",
  proposed: "Proposed.",
  ticked: (by: string, at: string) => `Ticked by ${by}, ${dateTime(at)}`,
  unticked: (by: string, at: string) => `Unticked by ${by}, ${dateTime(at)}`,
  copyOf: (name: string) => `Copy id of ${name}`,
  invite: "Invite",
  inviteWith: "Invite with this role",
  direction: {
    title: "Which weight is power",
    said: direction,
    at: (at: string) => `On ${dateTime(at)}.`,
    note: "The platform does not say which it is. Don’t choose a role by its weight alone.",
    turn: "Turn round",
    asAssumed: "As assumed",
    failed: "The direction was not kept",
  },
  figures: {
    label: "Who holds roles",
    people: (n: number) => plural(n, "person in all", "people in all"),
    several: (n: number) => plural(n, "holds several roles", "hold several roles"),
    none: (n: number) => plural(n, "holds no role", "hold no role"),
  },
  combinations: {
    title: "Known combinations",
    note: "Roles that mean something else together than each alone.",
    people: (n: number) => `${people(n)} ${n === 1 ? "holds" : "hold"} it`,
    source: "Source:",
    finding: "Told as a finding",
  },
  sets: {
    title: "Held together",
    note: "Exactly these roles, and no other beside them.",
    more: (n: number) => `${plural(n, "more set", "more sets")} of roles, held by fewer people.`,
  },
  emptyTitle: "No roles are listed yet",
  empty: "Roles come with the list of people. An invitation names one of them.",
});
