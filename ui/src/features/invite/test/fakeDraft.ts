import type {
  CallPreview,
  CheckView,
  Decisions,
  Defaults,
  DraftChange,
  DraftRow,
  DraftView,
  Field,
  FieldChoice,
  ProblemGroup,
  ProfileView,
  RowClass,
  RunView,
  Search,
} from "@/ipc";
import { SAMPLE } from "@/test/fakeIpc";
import { sentence } from "@/test/sentence";

/** A platform whose mails reach people. */
export const LIVE: ProfileView = { ...SAMPLE, id: "live", name: "Nordlys – live", live: true };

const HEADERS = ["E-mail", "Given name", "Surname", "Access level", "Login with", "Company"];
const MAPPED: Field[] = ["email", "firstName", "lastName", "role", "identityProvider", "organizations"];

/** A file of which every column was recognised. */
export function draftOf(rows: number, change: Partial<DraftView> = {}): DraftView {
  return {
    id: "d1",
    file: {
      name: "Onboarding Q4.xlsx",
      sha256: "9f".repeat(32),
      format: "xlsx",
      sheet: "People",
      sheets: ["People", "Read me"],
      encoding: null,
      delimiter: null,
      quote: null,
      headerRow: 4,
      rowsRead: rows,
      notices: [],
      firstRows: [
        { row: 4, cells: HEADERS },
        { row: 5, cells: ["paul@contoso.example", "Paul", "Smith", "Customer", "work email", "Contoso"] },
      ],
    },
    columns: HEADERS.map((header, index) => ({ index, letter: "ABCDEF"[index] ?? "?", header, samples: [header] })),
    mapping: MAPPED.map((field, column) => ({ field, column, why: [sentence("The header says so")], sure: true })),
    defaults: { roleId: null, identityProviderId: null, organizationIds: [] },
    decisions: { reinvite: false, includeHidden: false },
    undo: null,
    redo: null,
    rememberedAt: null,
    rememberedId: null,
    run: null,
    ...change,
  };
}

/** The n-th row: every sixth has an unknown role, every seventh was invited before. */
export function rowOf(n: number): DraftRow {
  const kind: RowClass = n % 6 === 1 ? "problem" : n % 7 === 4 ? "already-invited" : "ready";
  const problem = kind === "problem";
  const values: Partial<Record<Field, string>> = {
    email: `person${n}@contoso.example`,
    firstName: "Paul",
    lastName: `Smith ${n}`,
    role: problem ? "Custmer" : "Customer",
    identityProvider: "Work email (AAD)",
    organizations: "Contoso – C-20001",
  };
  return {
    row: n + 5,
    class: kind,
    of: null,
    again: false,
    outcome: sentence(
      { problem: "Unknown role", ready: "Will be invited", "already-invited": "Lapsed 46 days ago" }[
        kind as "problem" | "ready" | "already-invited"
      ],
    ),
    values: Object.entries(values).map(([field, text]) => ({ field: field as Field, text, raw: null, edited: false })),
    problems: problem
      ? [
          {
            code: "unknown-role",
            field: "role",
            found: "Custmer",
            message: sentence("No role is called Custmer."),
            suggestion: "Customer",
            choices: [],
          },
        ]
      : [],
    differs: [],
    warnings: [],
  };
}

const CLASSES: RowClass[] = [
  "problem",
  "blocked-user",
  "already-active",
  "already-invited",
  "conflict",
  "duplicate",
  "folded",
  "ready",
  "skipped",
];

/** What a check of those rows says. */
export function checkOf(rows: number, change: Partial<CheckView> = {}): CheckView {
  return checkRows(
    Array.from({ length: rows }, (_, n) => rowOf(n)),
    change,
  );
}

/** The group of the rows whose role nobody knows. */
export const CUSTMER: ProblemGroup = {
  code: "unknown-role",
  field: "role",
  found: "Custmer",
  message: sentence("Unknown role “Custmer”"),
  suggestion: "Customer",
  choices: [],
  rows: 2,
  severity: "problem",
};

function checkRows(all: readonly DraftRow[], change: Partial<CheckView>): CheckView {
  const count = (one: RowClass) => all.filter((row) => row.class === one).length;
  const problems = count("problem");
  return {
    counts: CLASSES.map((one) => ({ class: one, rows: count(one) })),
    rows: all.length,
    invites: count("ready"),
    calls: Math.ceil(count("ready") / 100),
    checkedAgainst: 18402,
    listFetchedAt: new Date().toISOString(),
    groups: problems > 0 ? [{ ...CUSTMER, rows: problems }] : [],
    moreGroups: 0,
    sameRuns: [],
    differing: 0,
    conflicting: 0,
    conflicts: [],
    privileged: [],
    nameNeeded: false,
    ...change,
  };
}

const CALL: CallPreview = {
  index: 0,
  calls: 1,
  people: 1,
  request: "POST /api/v2/users/invite",
  json: '{\n  "Users": [{ "Email": "person0@contoso.example" }]\n}',
};

/** A run as it stands; three rows, all invited, unless told. */
export function runOf(change: Partial<RunView> = {}): RunView {
  return {
    id: "r1",
    profile: LIVE.id,
    title: "Onboarding Q4.xlsx",
    startedAt: "2026-11-23T14:02:00Z",
    startedBy: "a.ozola",
    state: "finished",
    active: false,
    counts: [{ state: "confirmed", rows: 3 }],
    rows: 3,
    people: 3,
    pause: null,
    stoppedBecause: null,
    secondsLeft: null,
    peoplePerMinute: null,
    nextLookAt: null,
    ...change,
  };
}

type Args = Record<string, unknown>;

/** A row with another text in a cell: the one role that nobody knows is a problem, any other is not. */
function withText(row: DraftRow, field: Field, text: string): DraftRow {
  const values = row.values.map((value) =>
    value.field === field ? { ...value, text, raw: null, edited: true } : value,
  );
  if (field !== "role") return { ...row, values };
  const bad = text === "Custmer";
  const { problems, outcome } = rowOf(bad ? 1 : 0);
  return { ...row, values, problems, outcome, class: bad ? "problem" : "ready" };
}

/** The rows after a change. */
function changed(all: DraftRow[], change: DraftChange): DraftRow[] {
  const skip = (row: DraftRow): DraftRow => ({ ...row, class: "skipped", outcome: sentence("Left out by you") });
  switch (change.kind) {
    case "set-cells":
      return all.map((row) =>
        change.cells
          .filter((cell) => cell.row === row.row)
          .reduce((one, cell) => withText(one, cell.field, cell.text), row),
      );
    case "repair":
      return all.map((row) => (row.class === "problem" ? withText(row, "role", "Customer") : row));
    case "skip-group":
      return all.map((row) => (row.class === "problem" ? skip(row) : row));
    case "skip-rows":
      return all.map((row, n) => (!change.rows.includes(row.row) ? row : change.skip ? skip(row) : rowOf(n)));
    default:
      return all;
  }
}

/** The commands of a draft, answered from memory; what is changed can be undone. */
export function draftCommands(rows: number, draft: Partial<DraftView> = {}, check: Partial<CheckView> = {}) {
  let view = draftOf(rows, draft);
  let all = Array.from({ length: rows }, (_, n) => rowOf(n));
  let before: DraftRow[][] = [];
  let after: DraftRow[][] = [];
  const shown = () => ({
    ...view,
    undo: before.length > 0 ? "Change of Role in row 6" : view.undo,
    redo: after.length > 0 ? "Change of Role in row 6" : view.redo,
  });
  return {
    open_file: () => view,
    type_person: () => view,
    paste_table: () => view,
    draft_view: () => shown(),
    reread_draft: () => view,
    choose_columns: ({ columns }: Args) => {
      view = {
        ...view,
        mapping: (columns as FieldChoice[]).map((choice) => ({ ...choice, why: [], sure: true })),
      };
      return view;
    },
    choose_values: ({ defaults, decisions }: Args) => {
      view = { ...view, defaults: defaults as Defaults, decisions: decisions as Decisions };
      return view;
    },
    change_draft: ({ change }: Args) => {
      before = [...before, all];
      after = [];
      all = changed(all, change as DraftChange);
      return shown();
    },
    undo_draft: () => {
      after = [...after, all];
      all = before.pop() ?? all;
      return shown();
    },
    redo_draft: () => {
      before = [...before, all];
      all = after.pop() ?? all;
      return shown();
    },
    find_in_draft: ({ search }: Args) => {
      const { find } = search as Search;
      const hits = all.flatMap((row) => row.values.filter((value) => value.text.includes(find)).map(() => row.row));
      return { cells: hits.length, rows: new Set(hits).size };
    },
    check_draft: () => checkRows(all, check),
    draft_rows: ({ classes, offset, limit }: Args) => {
      const asked = classes as RowClass[];
      const some = all.filter((row) => asked.length === 0 || asked.includes(row.class));
      const from = offset as number;
      return { total: some.length, rows: some.slice(from, from + (limit as number)) };
    },
    draft_call: () => CALL,
    discard_draft: () => null,
    save_attention: () => "Onboarding Q4 – to put right.xlsx",
    save_differing: () => "Onboarding Q4 – to change.xlsx",
    save_template: () => "Template for Nordlys.xlsx",
    start_run: () => runOf(),
    run_view: () => runOf(),
    run_rows: () => ({ total: 0, rows: [] }),
    list_runs: () => [runOf()],
    pick_file: () => ({ token: "t1", name: "Onboarding Q4.xlsx" }),
  };
}
