import type {
  FindingPart,
  FindingSeverity,
  FindingsView,
  FindingView,
  LadderView,
  MuteView,
  ProviderInsights,
  RoleOnRungView,
  Rule,
  RungView,
  SaidBy,
  ShareView,
  Thresholds,
  ThresholdsView,
  UserQuery,
  UserRow,
  WeightDirection,
  WhatIfView,
} from "@/ipc";
import type { fakePeople } from "./fakePeople";
import { sentence } from "./sentence";

type Args = Record<string, unknown>;
type People = ReturnType<typeof fakePeople>;

const blocked = (one: UserRow) => one.state === "Blocked";

/** What the pretended rules look for. */
const RULES: [Rule, FindingSeverity, string, (one: UserRow) => boolean, UserQuery | null][] = [
  [
    "privileged-in-customer",
    "high",
    "Privileged people in a customer organization",
    (one) => one.roles.includes("Distributor Admin") && /Contoso|Fabrikam/.test(one.organizations.join()),
    null,
  ],
  [
    "blocked-with-roles",
    "medium",
    "Blocked people who still hold roles",
    (one) => blocked(one) && one.roles.length > 0,
    { states: ["Blocked"] },
  ],
  [
    "disabled-provider",
    "medium",
    "People whose way to sign in is switched off",
    (one) => one.identityProvider === "Legacy ADFS" && !blocked(one),
    null,
  ],
  ["no-role", "low", "People without a role", (one) => one.roles.length === 0, { roleCount: "none" }],
];

const byName = <T>(all: T[], names: (one: T) => string[]): [string, T[]][] => {
  const found = new Map<string, T[]>();
  for (const one of all) for (const name of names(one)) found.set(name, [...(found.get(name) ?? []), one]);
  return [...found].sort(([, a], [, b]) => b.length - a.length);
};

const partsOf = (people: UserRow[]): FindingPart[] =>
  byName(people, (one) => one.organizations).map(([label, here]) => ({ label, people: here.length }));

/** Findings of the pretended people, with mutes that are remembered. */
function fakeRules(people: People, fetchedAt: () => string | null) {
  const mutes = new Map<Rule, MuteView>();
  const found = (rule: Rule) => {
    const test = RULES.find(([one]) => one === rule)?.[3];
    return test ? people.all.filter(test) : [];
  };
  const view = ([rule, severity, title, , query]: (typeof RULES)[number]): FindingView => ({
    rule,
    severity,
    title,
    meaning: `${title}: what it means.`,
    toDo: `${title}: what to do.`,
    people: found(rule).length,
    parts: partsOf(found(rule)).slice(0, 20),
    partsTotal: partsOf(found(rule)).length,
    basis: rule === "privileged-in-customer" ? [sentence("Privileged: Distributor Admin.")] : [],
    query,
    mute: mutes.get(rule) ?? null,
  });
  const all = (): FindingsView => {
    const asOf = fetchedAt();
    const told = asOf ? RULES.filter(([rule]) => found(rule).length > 0) : [];
    return {
      asOf,
      complete: true,
      people: asOf ? people.all.length : 0,
      findings: told.filter(([rule]) => !mutes.has(rule)).map(view),
      muted: told.filter(([rule]) => mutes.has(rule)).map(view),
      clear: RULES.filter((one) => asOf && !told.includes(one)).map(([rule, , title]) => ({ rule, title })),
    };
  };
  return {
    findings: all,
    finding_people: ({ rule, offset, limit }: Args) => ({
      total: found(rule as Rule).length,
      rows: found(rule as Rule).slice(offset as number, (offset as number) + (limit as number)),
    }),
    mute_finding: ({ rule, reason, until, by }: Args) => {
      const said = { reason: reason as string, until: until as string, by: (by as string | null) ?? "account" };
      mutes.set(rule as Rule, { ...said, at: "2026-11-26T09:00:00Z", newSince: 0 });
      return all();
    },
    unmute_finding: ({ rule }: Args) => {
      mutes.delete(rule as Rule);
      return all();
    },
  };
}

const LIMITS = [
  { name: "neverAcceptedDays", least: 7, most: 365, default: 30 },
  { name: "ownDomainPercent", least: 1, most: 100, default: 10 },
  { name: "workEmailPercent", least: 50, most: 99, default: 75 },
  { name: "workEmailPeople", least: 2, most: 1000, default: 3 },
];

/** Thresholds that are remembered. */
function fakeThresholds() {
  let kept: Thresholds = {
    neverAcceptedDays: 30,
    ownDomainPercent: 10,
    workEmailPercent: 75,
    workEmailPeople: 3,
    countCustomerRoles: false,
  };
  const view = (): ThresholdsView => ({ thresholds: kept, limits: LIMITS });
  return {
    thresholds: view,
    save_thresholds: ({ thresholds }: Args) => {
      kept = thresholds as Thresholds;
      return view();
    },
  };
}

/** The ladder of the pretended roles; its direction is remembered. */
function fakeLadder(people: People, fetchedAt: () => string | null) {
  let said: { direction: WeightDirection; by: SaidBy } | null = null;
  const onRung = ({ id, name, privileged }: People["roles"][number]): RoleOnRungView => {
    const holders = people.all.filter((one) => one.roles.includes(name));
    const alone = holders.filter((one) => one.roles.length === 1).length;
    return { id, name, privileged, people: holders.length, alone };
  };
  const rungs = (direction: WeightDirection): RungView[] => {
    const way = direction === "more-is-power" ? -1 : 1;
    const weights = [...new Set(people.roles.map((role) => role.weight))];
    weights.sort((a, b) => (a === null ? 1 : b === null ? -1 : way * (a - b)));
    const placeOf = (name: string) => weights.indexOf(people.roles.find((role) => role.name === name)?.weight ?? null);
    return weights.map((weight, place) => {
      const places = people.all.map((one) => one.roles.map(placeOf));
      return {
        weight,
        roles: people.roles.filter((role) => role.weight === weight).map(onRung),
        people: places.filter((held) => held.includes(place)).length,
        highest: places.filter((held) => held.length > 0 && Math.min(...held) === place).length,
      };
    });
  };
  const sets = () =>
    byName(
      people.all.filter((one) => one.roles.length > 1),
      (one) => [one.roles.join("\n")],
    ).map(([names, holders]) => ({
      roleIds: names.split("\n").map((name) => people.roles.find((role) => role.name === name)?.id ?? name),
      roles: names.split("\n"),
      people: holders.length,
      explanations: [],
    }));
  const view = (): LadderView => {
    const asOf = fetchedAt();
    const direction = said?.direction ?? "more-is-power";
    return {
      asOf,
      direction,
      inferred: "more-is-power",
      reason: [sentence(said ? `${said.by.by} said so.` : "Assumed from names that are known: an admin weighs more.")],
      said: said?.by ?? null,
      rungs: asOf ? rungs(direction) : [],
      people: asOf ? people.all.length : 0,
      several: people.all.filter((one) => one.roles.length > 1).length,
      none: people.all.filter((one) => one.roles.length === 0).length,
      sets: asOf ? sets() : [],
      setsTotal: sets().length,
      combinations: [
        {
          id: "report-alone",
          title: "A report role without the role under it",
          explanation: "Report roles are made to be added on top of another role.",
          source: "Help article “User Permissions and Roles”.",
          people: 2,
          finding: true,
        },
      ],
    };
  };
  return {
    role_ladder: view,
    set_weight_direction: ({ direction }: Args) => {
      const by = { by: "ann", at: "2026-11-26T09:00:00Z" };
      said = direction === null ? null : { direction: direction as WeightDirection, by };
      return view();
    },
  };
}

/** Who signs in with what; nobody has two accounts. */
function fakeInsights(people: People, fetchedAt: () => string | null) {
  const users = (name: string) => people.all.filter((one) => one.identityProvider === name);
  const shares = (here: UserRow[], places: (one: UserRow) => string[], id: (label: string) => string): ShareView[] =>
    byName(here, places).map(([label, users]) => ({
      id: id(label),
      label,
      people: users.length,
      of: people.all.filter((one) => places(one).includes(label)).length,
    }));
  const organization = (label: string) => people.organizations.find((one) => one.label === label)?.id ?? label;
  return {
    provider_insights: (): ProviderInsights => ({
      asOf: fetchedAt(),
      none: people.all.filter((one) => one.identityProvider === null).length,
      providers: (fetchedAt() ? people.providers : []).map(({ id, name, prefix, enabled }) => {
        const here = users(name);
        const organizations = shares(here, (one) => one.organizations, organization);
        const domains = shares(
          here,
          (one) => [one.mailDomain],
          (label) => label,
        );
        return {
          ...{ id, name, prefix, enabled },
          people: here.length,
          notBlocked: here.filter((one) => !blocked(one)).length,
          organizations: organizations.slice(0, 20),
          organizationsTotal: organizations.length,
          domains: domains.slice(0, 20),
          domainsTotal: domains.length,
        };
      }),
    }),
    what_if_switched_off: ({ provider: id, offset, limit }: Args): WhatIfView => {
      const provider = people.providers.find((one) => one.id === id);
      const name = provider?.name ?? "";
      const stranded = users(name).filter((one) => !blocked(one));
      return {
        provider: name,
        alreadyOff: provider?.enabled === false,
        sentences: [sentence(`If ${name} is switched off, ${stranded.length} people can no longer sign in.`)],
        stranded: stranded.length,
        otherWay: 0,
        blocked: users(name).length - stranded.length,
        rows: stranded.slice(offset as number, (offset as number) + (limit as number)),
      };
    },
  };
}

/** Everything that is judged of the pretended people. */
export const fakeFindings = (people: People, fetchedAt: () => string | null) => ({
  ...fakeRules(people, fetchedAt),
  ...fakeThresholds(),
  ...fakeLadder(people, fetchedAt),
  ...fakeInsights(people, fetchedAt),
});
