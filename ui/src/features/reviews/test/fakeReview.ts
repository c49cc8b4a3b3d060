import type {
  FollowUpRow,
  HandOverChoice,
  NewReview,
  RemovalStands,
  ReviewCounts,
  ReviewDecision,
  ReviewRow,
  ReviewRowsAsked,
  ReviewSummary,
  ReviewView,
  TakenBack,
} from "@/ipc";
import { failure } from "@/test/fakeIpc";

type Args = Record<string, unknown>;

/** The people of a review: the n-th is called `Person 01`, `Person 02`, … */
export const personOf = (n: number, change: Partial<ReviewRow> = {}): ReviewRow => ({
  userId: `u-${n}`,
  name: `Person ${`${n}`.padStart(2, "0")}`,
  email: `person${n}@contoso.example`,
  state: "Active",
  roles: ["Distributor Admin"],
  identityProvider: "Work email",
  organizations: ["Nordlys – 10001"],
  decision: null,
  note: "",
  decidedBy: null,
  decidedAt: null,
  privileged: [],
  flags: [],
  changes: [],
  handedTo: null,
  lastTime: null,
  ...change,
});

/** A review that was started and of which nothing is decided. */
export const summaryOf = (change: Partial<ReviewSummary> = {}): ReviewSummary => ({
  id: "r1",
  words: "Distributor Admin and above",
  scope: { kind: "role-and-above", value: "576b3c0e-4349-5ad9-8d13-6348ecba93d7" },
  reviewer: "Maria Lind",
  startedAt: "2026-11-20T09:00:00Z",
  finished: null,
  counts: countsOf([]),
  repeatMonths: null,
  due: null,
  isDue: false,
  ...change,
});

function countsOf(rows: ReviewRow[]): ReviewCounts {
  const looked = rows.filter((row) => !row.flags.includes("appeared"));
  const of = (decision: ReviewDecision | null) => looked.filter((row) => row.decision === decision).length;
  const flagged = (flag: ReviewRow["flags"][number]) => rows.filter((row) => row.flags.includes(flag)).length;
  return {
    people: looked.length,
    undecided: of(null),
    keep: of("keep"),
    remove: of("remove"),
    ask: of("ask"),
    changed: flagged("changed"),
    left: flagged("left"),
    own: flagged("own"),
    handedOver: looked.filter((row) => row.handedTo !== null && row.decision === null).length,
    appeared: flagged("appeared"),
  };
}

/** Counts of a review in which so many keep and so many are to be removed. */
export const decidedCounts = (keep: number, remove: number, undecided = 0): ReviewCounts => ({
  ...countsOf([]),
  people: keep + remove + undecided,
  keep,
  remove,
  undecided,
});

const fits = ({ filter = "all", search = "" }: ReviewRowsAsked) => {
  const words = search.toLowerCase().split(" ").filter(Boolean);
  return (row: ReviewRow): boolean => {
    const text = `${row.name} ${row.email} ${row.userId} ${row.roles} ${row.organizations}`.toLowerCase();
    if (!words.every((word) => text.includes(word))) return false;
    if (row.flags.includes("appeared")) return filter === "appeared";
    switch (filter) {
      case "all":
        return true;
      case "undecided":
        return row.decision === null;
      case "flagged":
        return row.flags.length > 0;
      case "privileged":
        return row.privileged.length > 0;
      case "handed-over":
        return row.handedTo !== null;
      case "appeared":
        return false;
      default:
        return row.decision === filter;
    }
  };
};

/** A kept review, which remembers what is decided whatever window looks at it. */
export function fakeReview(people: ReviewRow[], change: Partial<ReviewView> = {}) {
  let rows = people;
  const before: ReviewRow[][] = [];
  let review = summaryOf(change.review);
  let last: ReviewView["last"] = null;
  let handOvers: ReviewView["handOvers"] = change.handOvers ?? [];
  const view = (): ReviewView => ({
    reviewerEmail: null,
    listFetchedAt: "2026-11-20T08:59:00Z",
    comparedWith: "2026-11-25T09:30:00Z",
    rosterHash: "5d2f0c".padEnd(64, "a"),
    signedInAs: "sample",
    listed: 18_402,
    rolesInScope: ["Distributor Admin", "Platform Admin"],
    privilegedRoles: ["Distributor Admin"],
    previous: null,
    ...change,
    last,
    handOvers,
    review: { ...review, counts: countsOf(rows) },
  });
  const act = (users: string[], decision: ReviewDecision, note: string | null) => {
    before.push(rows);
    rows = rows.map((row) =>
      users.includes(row.userId)
        ? { ...row, decision, note: note ?? row.note, decidedBy: review.reviewer, decidedAt: "2026-11-25T10:00:00Z" }
        : row,
    );
    last = { decision, people: users.length, by: review.reviewer, at: "2026-11-25T10:00:00Z" };
  };
  const commands: Record<string, (args: Args) => unknown> = {
    list_reviews: () => [{ ...review, counts: countsOf(rows) }],
    review_view: ({ review: id }) => {
      if (id !== review.id) throw failure("review-refused", "This review is no longer kept. Nothing was changed.");
      return view();
    },
    review_rows: ({ asked }) => {
      const { offset = 0, limit = 0, ...which } = asked as ReviewRowsAsked;
      const found = rows.filter(fits(which));
      return { total: found.length, rows: found.slice(offset, offset + limit) };
    },
    review_organizations: () => [
      { id: "o-1", label: "Nordlys – 10001", people: rows.length, undecided: countsOf(rows).undecided },
    ],
    review_scope: () => ({
      words: review.words,
      people: rows.length,
      roles: ["Distributor Admin", "Platform Admin"],
      asOf: "2026-11-25T09:30:00Z",
    }),
    start_review: ({ review: asked }) => {
      review = { ...review, reviewer: (asked as NewReview).reviewer };
      return view();
    },
    decide: ({ users, decision, note }) => {
      if (review.finished) throw failure("review-refused", "This review is signed off. Nothing was changed.");
      act(users as string[], decision as ReviewDecision, note as string | null);
      return view();
    },
    undo_decision: () => {
      rows = before.pop() ?? rows;
      if (before.length === 0) last = null;
      return view();
    },
    hand_over: ({ choice, to }) => {
      const { users } = choice as Required<HandOverChoice>;
      const given = rows.filter((row) => row.decision === null && (users.length === 0 || users.includes(row.userId)));
      rows = rows.map((row) => (given.includes(row) ? { ...row, handedTo: to as string } : row));
      const part = { id: "h-1", to: to as string, at: "2026-11-25T10:00:00Z", people: given.length };
      handOvers = [{ ...part, cameBack: 0, open: given.length, returnedAt: null }, ...handOvers];
      return "Part for somebody.xlsx";
    },
    take_back: (): TakenBack => ({
      review: review.id,
      to: "Ravi Menon",
      taken: 8,
      same: 1,
      blank: 2,
      refused: 2,
      refusedRows: [
        { row: 7, who: "Person 07", why: "changed-person" },
        { row: 9, who: "", why: "unknown-person" },
      ],
    }),
    finish_review: ({ name, undecided }) => {
      if (undecided !== countsOf(rows).undecided) throw failure("review-refused", "Others are undecided by now.");
      review = {
        ...review,
        finished: { by: name as string, at: "2026-11-25T11:00:00Z", undecided: undecided as number },
      };
      return view();
    },
    set_review_repeat: ({ months }) => {
      review = { ...review, repeatMonths: months as number | null };
      return view();
    },
    save_evidence: () => "Access review.xlsx",
    save_evidence_pdf: () => ({ name: "Access review.pdf", unknownLetters: 2 }),
    save_remove_list: ({ format }) => `Remove list.${format}`,
    discard_review: () => null,
    follow_up: ({ stands, offset, limit }) => {
      const asked = stands as RemovalStands[];
      const found = REMOVALS.filter((one) => asked.length === 0 || (one.stands && asked.includes(one.stands)));
      const counts = (["gone", "blocked", "partly", "still-there", "another-account"] as const).map((one) => ({
        stands: one,
        people: REMOVALS.filter((row) => row.stands === one).length,
      }));
      const from = offset as number;
      return {
        asOf: "2026-11-26T09:30:00Z",
        removals: REMOVALS.length,
        counts,
        total: found.length,
        rows: found.slice(from, from + (limit as number)),
      };
    },
  };
  return { commands, rows: () => rows, view };
}

const removal = (n: number, stands: RemovalStands): FollowUpRow => ({
  userId: `u-${n}`,
  name: `Person ${n}`,
  email: `person${n}@contoso.example`,
  roles: ["Distributor Admin"],
  rolesNow: stands === "gone" ? [] : ["Customer"],
  stateNow: stands === "gone" ? null : "Active",
  note: "",
  stands,
});

const REMOVALS = [removal(1, "gone"), removal(2, "gone"), removal(3, "still-there"), removal(4, "partly")];
