import { queryOf, WHOLE_LIST, type WholeQuery } from "@/data/addresses";
import { day } from "@/data/days";
import { knownTone, statesInOrder } from "@/features/users/states";
import type { FacetValue, MonthCount, UserFacets, UserQuery } from "@/ipc";
import type { ChartMark } from "@/kit/chartShape";
import { filters } from "@/words/filters";
import { month as monthName } from "@/words/format";
import { overview as words } from "@/words/overview";

/** Something that is counted, and the query that lists exactly these people. */
export type Mark = ChartMark & { query: UserQuery };

/** Everyone, without any filter. */
export const EVERYONE: WholeQuery = queryOf({});

/** The marks of a chart, and how many values there are beside them. */
export type Ranked = { marks: Mark[]; more: number };

/** As many as one takes in at a glance. */
const MOST = 12;
/** Five years. */
const MONTHS = 60;
/** Fewer months than a year look like an accident. */
const LEAST_MONTHS = 12;

/** The values that anybody has, those of most people first. `total` is how many there are where not all came. */
export function ranked(
  values: readonly Pick<FacetValue, "id" | "label" | "people">[],
  nothing: string,
  queryFor: (id: string) => UserQuery,
  total?: number,
): Ranked {
  const held = values.filter(({ people }) => people > 0).toSorted((a, b) => b.people - a.people);
  const marks = held.slice(0, MOST).map(({ id, label, people }): Mark => {
    return { id, label: id === "" ? nothing : label || id, value: people, query: queryFor(id) };
  });
  return { marks, more: (total ?? held.length) - marks.length };
}

const named = (nothing: string) => nothing.charAt(0).toUpperCase() + nothing.slice(1);

export const rolesOf = ({ roles }: UserFacets): Ranked => ranked(roles, words.noName, (id) => ({ roleIds: [id] }));

export const providersOf = ({ identityProviders }: UserFacets): Ranked =>
  ranked(identityProviders, named(filters.nothing.provider), (id) => ({ identityProviderIds: [id] }));

export const organizationsOf = ({ organizations }: UserFacets): Ranked =>
  ranked(organizations, named(filters.nothing.organization), (id) => ({ organizationIds: [id] }));

export const domainsOf = ({ mailDomains, mailDomainsTotal }: UserFacets): Ranked =>
  ranked(mailDomains, named(filters.nothing.domain), (id) => ({ mailDomains: [id] }), mailDomainsTotal);

/** People by month of creation, and those created before or after what is shown. */
export type Months = { marks: Mark[]; earlier: Mark | null; later: Mark | null };

const numbered = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
const written = (number: number) =>
  `${`${Math.floor(number / 12)}`.padStart(4, "0")}-${`${(number % 12) + 1}`.padStart(2, "0")}`;

/** The last five years up to this month, or less where nobody was created before, but never less than a year. */
export function monthsOf(created: readonly MonthCount[], today: string): Months {
  const people = new Map(created.map((one) => [one.month, one.people]));
  const last = numbered(today);
  const oldest = Math.min(last, ...created.filter((one) => one.people > 0).map((one) => numbered(one.month)));
  const first = Math.max(last - MONTHS + 1, Math.min(oldest, last - LEAST_MONTHS + 1));
  const marks = Array.from({ length: last - first + 1 }, (_, place): Mark => {
    const month = written(first + place);
    return {
      id: month,
      label: monthName(month),
      value: people.get(month) ?? 0,
      tick: tickOf(month, last - first + 1),
      query: { createdFrom: day(month, "first") ?? null, createdUntil: day(month, "last") ?? null },
    };
  });
  const beyond = (which: (number: number) => boolean, query: UserQuery, id: string): Mark | null => {
    const value = created.reduce((sum, one) => sum + (which(numbered(one.month)) ? one.people : 0), 0);
    return value > 0 ? { id, label: id, value, query } : null;
  };
  return {
    marks: created.length > 0 ? marks : [],
    earlier: beyond((n) => n < first, { createdUntil: day(written(first - 1), "last") ?? null }, "earlier"),
    later: beyond((n) => n > last, { createdFrom: day(written(last + 1), "first") ?? null }, "later"),
  };
}

/** Years where there are several of them; else every third month. */
function tickOf(month: string, shown: number): string {
  if (shown > 2 * LEAST_MONTHS) return month.endsWith("-01") ? month.slice(0, 4) : "";
  return (Number(month.slice(5)) - 1) % 3 === 0 ? monthName(month) : "";
}

/** A number at the top of the screen. */
export type FigureMark = Mark & { tone?: "ok" | "new" | "bad" | "warn"; note?: string };

const KNOWN_STATES = ["Active", "New", "Blocked"];
const QUEUES = ["lapses-tomorrow", "lapsed", "older-than30-days"] as const;

/** Everyone, people by state, invitations that need someone, and people without a role. */
export function figuresOf(facets: UserFacets): FigureMark[] {
  return [
    { id: "everyone", label: words.people, value: facets.matching, query: WHOLE_LIST },
    ...statesOf(facets),
    ...QUEUES.map((queue): FigureMark => {
      const value = facets.invitations.find((one) => one.queue === queue)?.people ?? 0;
      const [label, note] = [filters.queue[queue], filters.queueNote[queue]];
      return { id: queue, label, note, value, tone: "warn", query: { invitation: queue } };
    }),
    {
      id: "no-role",
      label: filters.roleCount.none,
      value: facets.roleCounts.find(({ count }) => count === "none")?.people ?? 0,
      query: { roleCount: "none" },
    },
  ];
}

/** The three states that everyone knows are told even where nobody is in them. */
function statesOf({ states }: UserFacets): FigureMark[] {
  const missing = KNOWN_STATES.filter((known) => !states.some(({ id }) => id.toLowerCase() === known.toLowerCase()));
  return statesInOrder(states, missing).map(({ id, label, people }): FigureMark => {
    const tone = knownTone(id);
    return { id: `state ${id}`, label: label || id, value: people, query: { states: [id] }, ...(tone ? { tone } : {}) };
  });
}
