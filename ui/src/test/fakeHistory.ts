import type { Kept } from "@/data/storage";
import type {
  ChangeCount,
  ChangeKind,
  ChangeRow,
  ChangeSpan,
  ChangesView,
  ChangeWindow,
  FieldChange,
  HistoryEntry,
  RefreshView,
} from "@/ipc";

type Args = Record<string, unknown>;

const DAY = 86_400_000;
/** The newest list is of this moment. */
const NEWEST = new Date("2026-11-25T09:30:00Z").getTime();

/** The n-th of so many lists, one a day. */
const listOf = (number: number, lists: number): RefreshView => ({
  number,
  at: new Date(NEWEST - (lists - number) * DAY).toISOString(),
  people: 18_400 + number,
  joined: number === 1 ? 0 : 14,
  left: number === 1 ? 0 : 3,
  changed: number === 1 ? 0 : 5,
});

const changed = (kind: ChangeKind, before: string[], after: string[], field: string | null = null): FieldChange => ({
  kind,
  field,
  before,
  after,
});

export const ROWS: ChangeRow[] = [
  row("p-1", "Anna Ozola", "anna.ozola@contoso.example", true, changed("joined", [], [])),
  row("p-2", "Peter Novak", "peter.novak@fabrikam.example", false, changed("left", [], [])),
  row(
    "p-3",
    "Dana Cohen",
    "dana.cohen@contoso.example",
    true,
    changed("state", ["New"], ["Active"]),
    changed("role", ["Customer"], ["Seller Admin", "Support Agent"]),
  ),
  row("p-4", "Liam O’Brien", "liam@contoso.example", true, changed("other", [], ["lv-LV"], "other:PreferredLanguage")),
];

function row(userId: string, name: string, email: string, stillListed: boolean, ...changes: FieldChange[]): ChangeRow {
  return { userId, name, email, stillListed, changes };
}

const HISTORY: HistoryEntry[] = [
  { at: "2026-11-24T09:30:00Z", number: 8, ...changed("left", [], []) },
  { at: "2026-11-20T09:30:00Z", number: 4, ...changed("state", ["New"], ["Active"]) },
];

/** What is kept of a platform. */
export const KEPT: Kept = {
  total: 84_120,
  parts: [
    { what: "list", kib: 64_512 },
    { what: "history", kib: 18_944 },
    { what: "runs", kib: 512 },
    { what: "drafts", kib: 96 },
    { what: "views", kib: 24 },
    { what: "reviews", kib: 0 },
    { what: "other", kib: 32 },
  ],
  refreshes: 41,
  oldestRefresh: "2026-10-01T07:45:00Z",
};

function countsOf(rows: ChangeRow[]): ChangeCount[] {
  const kinds = rows.flatMap(({ changes }) => changes.map(({ kind }) => kind));
  return [...new Set(kinds)].map((kind) => ({ kind, people: kinds.filter((one) => one === kind).length }));
}

/** Commands about so many kept lists, between any two of which the same people joined, left and changed. */
export function fakeHistory(lists: number) {
  const all = Array.from({ length: lists }, (_, n) => listOf(n + 1, lists)).reverse();
  const rows = lists > 1 ? ROWS : [];
  const spanned = ({ from, to }: ChangeSpan): Pick<ChangesView, "from" | "to"> => ({
    from: all.find(({ number }) => number === (from ?? Math.max(1, lists - 7))) ?? listOf(1, 1),
    to: all.find(({ number }) => number === (to ?? lists)) ?? listOf(1, 1),
  });
  const fits = (kinds: ChangeKind[], search: string) => (one: ChangeRow) =>
    (kinds.length === 0 || one.changes.some(({ kind }) => kinds.includes(kind))) &&
    `${one.name} ${one.email} ${one.userId}`.toLowerCase().includes(search.toLowerCase());
  return {
    list_refreshes: () => all,
    changes: ({ span }: Args): ChangesView => ({
      ...spanned(span as ChangeSpan),
      counts: countsOf(rows),
      people: rows.length,
    }),
    change_rows: ({ kinds, search, offset, limit }: Args): ChangeWindow => {
      const found = rows.filter(fits(kinds as ChangeKind[], search as string));
      return { total: found.length, rows: found.slice(offset as number, (offset as number) + (limit as number)) };
    },
    person_history: () => HISTORY,
    export_changes: ({ format }: Args) => `changes.${format}`,
  };
}
