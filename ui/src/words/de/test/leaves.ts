// biome-ignore lint/suspicious/noExplicitAny: what is plausible is found by the names of the parameters
type Said = (...args: any[]) => unknown;

/** A text of the catalogue, or what makes one of arguments. */
export type Leaf = { path: string; said: string | Said };

/** Every text of an area, with the names that lead to it. */
export function leavesOf(words: unknown, path: string): Leaf[] {
  if (typeof words === "string" || typeof words === "function") return [{ path, said: words as Leaf["said"] }];
  return Object.entries(words as object).flatMap(([name, inner]) => leavesOf(inner, `${path}.${name}`));
}

const NUMBERS = [0, 1, 2, 11, 21, 1000];
const NAMES = ["Nordlys", "Fabrikam"];
const TIMES = ["2026-11-23T14:09:02Z", "2026-10-01T07:45:00Z"];
const DAYS = ["2026-11-23", "2026-10-01"];
const NOW = Date.parse("2026-11-23T14:13:30Z");
const LISTS = [["Customer"], ["Customer", "Seller Admin"]];

const named = (values: unknown[], ...parameters: string[]) => parameters.map((name) => [name, values] as const);

/** Plausible values of a parameter, by its name. */
const VALUES: Record<string, unknown[]> = Object.fromEntries([
  ...named(
    NUMBERS,
    ...["n", "joined", "left", "after", "before", "place", "done", "all", "found", "rowCount", "columnCount", "kept"],
    ...[
      "leftOut",
      "row",
      "weight",
      "invites",
      "attention",
      "index",
      "matching",
      "changed",
      "changes",
      "inRows",
      "over",
    ],
    ...[
      "invited",
      "refused",
      "checking",
      "waiting",
      "toGo",
      "taken",
      "not",
      "shown",
      "minutes",
      "kib",
      "seconds",
      "ms",
    ],
    ...["added", "replaced", "read", "most", "least", "usual", "more"],
  ),
  ...named([2, 1, 21, 1000], "of"),
  ...named([null, 12, 1000], "total", "line"),
  ...named([NOW], "now"),
  ...named(TIMES, "iso", "at", "asOf", "since"),
  ...named(DAYS, "on", "day", "oldest"),
  ...named(LISTS, "names", "scopes", "states", "titles", "fields", "values", "columns"),
  ...named([true, false], "filtered"),
  ...named(["90 %", "125 %"], "percent"),
  ...named(
    NAMES,
    ...["name", "title", "platform", "file", "form", "issuer", "field", "chip", "range", "text", "label", "by", "role"],
    ...["reason", "time", "sheet", "letter", "header", "value", "message", "group", "column", "state", "prefix", "to"],
    ...[
      "share",
      "asked",
      "organization",
      "email",
      "asks",
      "means",
      "words",
      "who",
      "why",
      "source",
      "counts",
      "screen",
      "chosen",
    ],
    ...[
      "search",
      "sentence",
      "what",
      "version",
      "passed",
      "keys",
      "key",
      "when",
      "date",
      "first",
      "last",
      "from",
      "until",
    ],
  ),
]);

const moments = [
  { step: "sent", attempt: 2, by: null, message: null, at: TIMES[0], listBegunAt: null },
  { step: "sent", attempt: 1, by: "a.ozola", message: "Bad role.", at: TIMES[0], listBegunAt: TIMES[0] },
  { step: "sent", attempt: 1, by: "a.ozola", message: "Bad role.", at: TIMES[0], listBegunAt: TIMES[1] },
].map((moment) => [moment]);

const ranges = [
  { from: null, until: DAYS[0] },
  { from: DAYS[0], until: null },
  { from: DAYS[0], until: DAYS[0] },
  { from: DAYS[1], until: DAYS[0] },
  { from: "2024-05-01", until: "2024-05-31" },
].map((range) => [range]);

const needs = { identityProviders: true, organizations: true, subscriptionKey: true, scope: true };
const none = { identityProviders: false, organizations: false, subscriptionKey: false, scope: false };

/** Where the name of a parameter says too little. */
const BY_PATH: [RegExp, unknown[][]][] = [
  [/^history\.step\./, moments],
  [/^filters\.(days|sentence\.created)$/, ranges],
  [/^connections\.scope$/, [[{ kind: "platform", ids: ["1"] }], [{ kind: "customer", ids: ["1", "2"] }]]],
  [
    /^connectionsBegin\.need\.requestText$/,
    [[{ platform: "", title: "AppXite", needs }], [{ platform: "Nordlys", title: "SCIM 2.0", needs: none }]],
  ],
  [/^connectionList\.refreshed$/, [[null, NOW], ...TIMES.map((iso) => [iso, NOW])]],
  [/^overview\.since\.when$/, [[TIMES[1], TIMES[0]]]],
  [
    /^(people\.held\.dialog\.changes)$/,
    [
      [1, 2],
      [21, 1],
    ],
  ],
  [
    /^findings\.parts$/,
    [
      [[{ label: "Fabrikam", people: 2 }], 1],
      [[{ label: "Fabrikam", people: 0 }], 0],
    ],
  ],
  [
    /^people\.users\.sorted$/,
    [
      [
        [
          { column: "name", descending: true },
          { column: "created", descending: false },
        ],
      ],
    ],
  ],
  [
    /^people\.users\.noMatch$/,
    [
      ["", true],
      ["Ozola", true],
      ["Ozola", false],
    ],
  ],
  [
    /^reviews\.deciding\.one$/,
    [
      ["Anna Ozola", "keep", 1, 2],
      ["Anna Ozola", "ask", 2, 2],
    ],
  ],
  [
    /^reviews\.deciding\.several$/,
    [
      [1, "remove", 1, 2],
      [21, "ask", 2, 1000],
    ],
  ],
  [/^reviews\.person\.lastTime$/, [["remove", "Anna Ozola", TIMES[0]]]],
  [/^reviews\.people\.changed$/, [["state", "New", "Active"]]],
  [
    /^reviews\.handed\.back$/,
    [
      [0, null],
      [1, TIMES[0]],
      [21, TIMES[0]],
    ],
  ],
  [
    /^storage\.lists$/,
    [
      [0, null],
      [1, DAYS[0]],
      [21, DAYS[1]],
    ],
  ],
  [
    /^shell\.title$/,
    [
      ["Personen", null],
      ["Personen", "Nordlys"],
    ],
  ],
  [/^signingIn\.paste\.endsIn$/, [...TIMES, "2026-11-23T16:40:00Z", "2026-11-24T20:00:00Z"].map((iso) => [iso, NOW])],
];

/** Sets of arguments that a text may be asked with. Fails where nobody said what is plausible. */
export function argumentsFor(path: string, said: Said): unknown[][] {
  const own = BY_PATH.find(([paths]) => paths.test(path))?.[1];
  if (own) return own;
  const values = parametersOf(said).map((name) => {
    const known = VALUES[name];
    if (!known) throw new Error(`${path}: no plausible value is known for “${name}”; name one in leaves.ts`);
    return known;
  });
  const most = Math.max(1, ...values.map(({ length }) => length));
  // Each place begins elsewhere in its values, so that not only equals meet.
  return Array.from({ length: most }, (_, at) => values.map((known, place) => known[(at + place) % known.length]));
}

/** The names of a function's parameters, as they were written. */
function parametersOf(said: Said): string[] {
  const inside = /^(?:function\s*\w*)?\s*\(?([^)=]*?)\)?\s*(?:=>|\{)/.exec(said.toString())?.[1] ?? "";
  return inside.split(",").flatMap((name) => name.trim() || []);
}
