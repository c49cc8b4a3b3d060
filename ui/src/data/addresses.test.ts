import { defaultParseSearch, defaultStringifySearch } from "@tanstack/react-router";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { UserQuery } from "@/ipc";
import {
  changesSearch,
  connectionSearch,
  findingsSearch,
  inviteSearch,
  providersSearch,
  QUEUES,
  queryOf,
  ROLE_COUNTS,
  SORT_COLUMNS,
  searchOf,
  usersSearch,
} from "./addresses";
import { dayOf } from "./days";
import { readList, writeList } from "./lists";

/** Texts that an address could trip over, and any others. */
const NASTY = [
  "",
  "-",
  ",",
  "\\",
  " ",
  "a,b",
  "\\,",
  " x ",
  "17",
  "true",
  "null",
  "[1]",
  "{}",
  '"',
  "𝔄",
  "&=?#",
  "+",
  "%2C",
  "\n",
];
const text = fc.oneof(
  fc.string(),
  fc.constantFrom(...NASTY),
  fc.array(fc.constantFrom(...NASTY)).map((all) => all.join("")),
);
const texts = fc.uniqueArray(text, { maxLength: 4 });
const days = fc
  .tuple(fc.nat(20_000), fc.nat(20_000))
  .map((two) => two.toSorted((a, b) => a - b).map((n) => dayOf(new Date(n * 86_400_000))) as [string, string]);
const sort = fc.uniqueArray(fc.record({ column: fc.constantFrom(...SORT_COLUMNS), descending: fc.boolean() }), {
  minLength: 1,
  selector: ({ column }) => column,
});
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });

const anyQuery: fc.Arbitrary<UserQuery> = fc
  .record({
    search: text,
    states: texts,
    roleIds: texts,
    identityProviderIds: texts,
    organizationIds: texts,
    mailDomains: texts,
    accessibilities: texts,
    invitation: maybe(fc.constantFrom(...QUEUES)),
    roleCount: maybe(fc.constantFrom(...ROLE_COUNTS)),
    ids: texts,
    sort,
    days,
    open: fc.constantFrom("from", "until", "both", "none"),
  })
  .map(({ days: [first, last], open, ...query }) => ({
    ...query,
    createdFrom: open === "from" || open === "both" ? null : first,
    createdUntil: open === "until" || open === "both" ? null : last,
  }));

/** Through the address, as the router writes and reads it. */
const throughTheAddress = (query: UserQuery) =>
  queryOf(usersSearch(defaultParseSearch(defaultStringifySearch(searchOf(query)))));

describe("The address of Users", () => {
  it("says any query, and gives exactly that query back", () => {
    fc.assert(
      fc.property(anyQuery, (query) => void expect(throughTheAddress(query)).toEqual(query)),
      { numRuns: 500 },
    );
  });

  it("keeps what it understands when it is typed by hand, and fails at nothing", () => {
    const typed =
      "?search=ann&state=New,%20Active&sort=shoe%20size,-created&role=17&queue=soon&from=2024&until=2024-02&x={";
    expect(usersSearch(defaultParseSearch(typed))).toEqual({
      search: "ann",
      state: "New,Active",
      sort: "-created",
      role: "17",
      from: "2024-01-01",
      until: "2024-02-29",
    });
    const odd = [null, undefined, 0, Number.NaN, {}, [], [[]], ["a", 1, null], () => 1, "\\", "\\,\\", ",,,", "-,-"];
    for (const value of odd) {
      const keys = ["search", "state", "role", "from", "until", "queue", "roles", "ids", "sort", "view", "person"];
      const taken = usersSearch(Object.fromEntries(keys.map((key) => [key, value])));
      expect(usersSearch(taken), "what was understood is understood again").toEqual(taken);
      expect(throughTheAddress(queryOf(taken))).toEqual(queryOf(taken));
    }
  });

  it("stays short without filters", () => {
    expect(usersSearch({ search: "", state: [], role: undefined, sort: "name" })).toEqual({});
    expect(defaultStringifySearch(searchOf(queryOf({})))).toBe("");
    expect(defaultStringifySearch(searchOf({ states: ["Active", "New"] }))).toBe("?state=Active%2CNew");
  });

  it("takes days that were typed the wrong way round for the days between them", () => {
    expect(usersSearch({ from: "2024-05-03", until: "2023-01-02" })).toEqual({
      from: "2023-01-02",
      until: "2024-05-03",
    });
  });
});

it("a list in an address reads back as it was written, whatever it holds", () => {
  fc.assert(
    fc.property(texts, (all) => void expect(readList(writeList(all))).toEqual(all)),
    { numRuns: 1_000 },
  );
});

it("takes two lists, kinds in the order in which they are told, and nothing it does not know to Changes", () => {
  expect(changesSearch({ from: 3, to: "4", kind: ["left", "weight", "joined"], search: 17, person: "p" })).toEqual({
    from: 3,
    kind: ["joined", "left"],
    search: "17",
    person: "p",
  });
  expect(changesSearch({ from: -1, to: 1.5, kind: [] })).toEqual({});
});

it("takes a role and a person to Invite", () => {
  expect(inviteSearch({ role: "r1", person: "p1", junk: 1 })).toEqual({ role: "r1", person: "p1" });
});

it("tests a connection only when asked to", () => {
  expect(connectionSearch({ test: true })).toEqual({ test: true });
  expect(connectionSearch({ test: "no" })).toEqual({});
});

describe("the addresses of Findings and of Identity providers", () => {
  it("take what they understand, and fail over nothing", () => {
    expect(findingsSearch({ open: "no-role", people: true, other: 1 })).toEqual({ open: "no-role", people: true });
    expect(findingsSearch({ open: "no-such-rule", people: true })).toEqual({});
    expect(findingsSearch({ open: ["no-role"], people: "true" })).toEqual({});
    expect(providersSearch({ without: 17 })).toEqual({ without: "17" });
    expect(providersSearch({ without: "" })).toEqual({});
  });
});
