import type { WholeQuery } from "@/data/addresses";
import { filters } from "@/words/filters";
import type { Names } from "./names";

const words = filters.sentence;

/** What the list is narrowed to, as one would say it: "Lapsed people with the role Customer in Fabrikam and below, created 2024". */
export function sentenceOf(query: WholeQuery, names: Names): string {
  const subject = subjectOf(query, names);
  const clauses = [
    ...queueClause(query),
    ...some(names.roles, words.roles),
    ...(query.roleCount ? [words.roleCount[query.roleCount]] : []),
    ...organizations(names.organizations),
    ...some(names.domains, words.domains),
    ...some(names.providers, words.providers),
    ...some(names.access, words.access),
  ];
  const days = { from: query.createdFrom, until: query.createdUntil };
  const after = [
    ...(days.from || days.until ? [words.created(days)] : []),
    ...(query.search ? [words.search(query.search)] : []),
  ];
  // A comma where the sentence is long enough to need one.
  const [said, rest] = clauses.length > 0 ? [clauses, after] : [after.slice(0, 1), after.slice(1)];
  return [[subject, ...said].join(" "), ...rest].join(", ");
}

const some = (names: string[], say: (names: string[]) => string) => (names.length > 0 ? [say(names)] : []);

function subjectOf(query: WholeQuery, { states }: Names): string {
  if (query.ids.length > 0) return words.chosen(query.ids.length);
  if (states.length > 0) return words.inState(states);
  return query.invitation === "lapsed" ? words.lapsedPeople : words.people;
}

/** "Lapsed people" says it already. */
function queueClause(query: WholeQuery): string[] {
  if (query.invitation === null) return [];
  const said = query.invitation === "lapsed" && query.states.length === 0 && query.ids.length === 0;
  return said ? [] : [words.queue[query.invitation]];
}

/** "No organization" has nothing below it. */
function organizations(names: string[]): string[] {
  return names.length === 1 && names[0] === filters.nothing.organization
    ? [words.noOrganization]
    : some(names, words.organizations);
}
