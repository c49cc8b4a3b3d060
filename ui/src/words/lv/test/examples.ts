/** Arguments that the page's words may be called with, told from the names of their parameters. */

export type Say = (...args: unknown[]) => unknown;

/** Numbers of every form that Latvian has. */
export const NUMBERS = [0, 1, 2, 11, 21, 1000];

const ISO = "2026-05-17T07:45:09Z";
const NOW = Date.parse("2026-05-17T09:00:00Z");

export const isFunction = (leaf: unknown): leaf is Say => typeof leaf === "function";

/** Every text and function by its path, in lists too. */
export function leavesOf(words: unknown, path = ""): [string, unknown][] {
  if (typeof words !== "object" || words === null) return [[path, words]];
  return Object.entries(words).flatMap(([name, inner]) => leavesOf(inner, path === "" ? name : `${path}.${name}`));
}

const MOMENT = { at: ISO, listBegunAt: ISO, by: "by X", message: "Why X", attempt: 2 };
const BARE_MOMENT = { at: ISO, listBegunAt: null, by: null, message: null, attempt: 1 };

const NEEDS = { identityProviders: true, subscriptionKey: true, organizations: true, scope: true };
const NO_NEEDS = { identityProviders: false, subscriptionKey: false, organizations: false, scope: false };

const DAYS = [
  { from: "2024-05-03", until: null },
  { from: null, until: "2024-05-03" },
  { from: "2024-05-03", until: "2024-05-03" },
  { from: "2024-05-03", until: "2025-03-01" },
].map((days) => [days]);

const BY_NAME = { column: "name", descending: false };
const NEWEST = { column: "created", descending: true };

const DECISIONS = ["keep", "remove", "ask"];

/** Arguments in full, where the names of the parameters do not tell enough. */
const OWN: Record<string, unknown[][]> = {
  "changes.changed": [["what X", "before X", "after X"]],
  "connections.scope": [[{ kind: "platform", ids: ["a"] }], [{ kind: "customer", ids: ["a", "b"] }]],
  "connectionsBegin.need.requestText": [NEEDS, NO_NEEDS].map((needs) => [{ platform: "", title: "Kind X", needs }]),
  "filters.days": DAYS,
  "filters.sentence.created": DAYS,
  "findings.parts": NUMBERS.map((n) => [[{ label: "Part", people: n }], n]),
  "people.users.note": [3, 9].map((matching) => [matching, 9]),
  "people.users.noMatch": ["", "ann"].flatMap((search) => [true, false].map((filtered) => [search, filtered])),
  "people.users.sorted": [[[BY_NAME, NEWEST]]],
  "repair.find.at": [["found X", 12]],
  "repair.remembered.columns": [[["a", "b"]]],
  "repair.remembered.means": [["found X", "means X"]],
  "repair.row.use": [["value X", "found X"]],
  "reviews.deciding.one": DECISIONS.map((what) => ["who X", what, 3, 9]),
  "reviews.deciding.several": DECISIONS.map((what) => [2, what, 3, 9]),
  "reviews.people.changed": [["roles", "before X", "after X"]],
  "reviews.person.lastTime": DECISIONS.map((what) => [what, "who X", ISO]),
  "shell.title": ["platform X", null].map((platform) => ["screen X", platform]),
};

const setOf = (names: string) => new Set(names.split(" "));

const COUNTS = setOf(
  "added all attention before cells changed changes checking columns done found index inRows invited invites joined kept " +
    "kib least left leftOut minutes more most ms n needsYou not of over people place read refused replaced row rows seconds " +
    "shown taken toGo total usual weight",
);
const LISTS = setOf("fields names scopes states titles values");
const MOMENTS = setOf("asOf at iso oldest since");

function exampleOf(path: string, name: string, n: number): unknown {
  if (name === "now") return NOW;
  // The month with most people, and the name of a row.
  if (path.endsWith(".summary") || path === "kit.cellOf") return name === "n" ? n : `${name} X`;
  if (MOMENTS.has(name)) return ISO;
  if (LISTS.has(name)) return ["a", "b"];
  return COUNTS.has(name) ? n : `${name} X`;
}

/** Several lists of arguments, so that each form of a sentence is said. A text such as `title X` has to come back. */
export function argumentsOf(path: string, say: Say): unknown[][] {
  if (path.startsWith("history.step.")) return [[MOMENT], [BARE_MOMENT]];
  return OWN[path] ?? NUMBERS.map((n) => parametersOf(say).map((name) => exampleOf(path, name, n)));
}

function parametersOf(say: Say): string[] {
  const text = say.toString();
  const inside = /^(?:function\s*\w*\s*)?\(([^)]*)\)/.exec(text)?.[1] ?? /^(\w+)\s*=>/.exec(text)?.[1] ?? "";
  return inside
    .split(",")
    .map((name) => name.replace(/=.*/s, "").trim())
    .filter(Boolean);
}
