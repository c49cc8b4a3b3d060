import { useQueryClient } from "@tanstack/react-query";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Failure } from "@/components/Failure";
import { SearchAsYouType } from "@/components/SearchAsYouType";
import type { ReviewSearch } from "@/data/addresses";
import { reviewRowsKey } from "@/data/reviews";
import { ipc, type ReviewDecision, type ReviewFilter, type ReviewRow, type ReviewRows, type ReviewView } from "@/ipc";
import { Button } from "@/kit/Button";
import { Card } from "@/kit/Card";
import { type Command, run, useCommands } from "@/kit/commands";
import { copyEntries } from "@/kit/copyEntries";
import { DataGrid, type GridHandle } from "@/kit/DataGrid";
import { EmptyState } from "@/kit/EmptyState";
import { hits } from "@/kit/keymap";
import { keysOf } from "@/kit/keyNames";
import type { MenuEntry } from "@/kit/Menu";
import { useWindowedRows } from "@/kit/useWindowedRows";
import { reviews } from "@/words/reviews";
import { REVIEW_COLUMNS } from "./columns";
import { DECISIONS, DecideBar } from "./DecideBar";
import { FilterChips } from "./FilterChips";
import { NoteDialog } from "./NoteDialog";
import { PersonDetail } from "./PersonDetail";
import { canDecide } from "./said";
import { type Deciding, useDeciding } from "./useDeciding";
import { type Marked, useMarks, WINDOW } from "./useMarks";

const words = reviews.people;

/** Where nobody is undecided, whatever the review. */
const DECIDED: readonly ReviewFilter[] = ["keep", "remove", "ask", "appeared"];

export type ReviewPeopleProps = {
  profile: string;
  view: ReviewView;
  search: ReviewSearch;
  /** Changes the address; `replace` leaves no step back. */
  onSearch: (change: ReviewSearch, replace?: boolean) => void;
  /** Tells who is marked, for what is done with a part of the review. */
  onMarked: (marked: Marked | null) => void;
};

/** The people of a review, decided on one after the other. After the end they are only shown. */
export function ReviewPeople({ profile, view, search, onSearch, onMarked }: ReviewPeopleProps) {
  const { id, finished } = view.review;
  const filter = search.rows ?? "all";
  const text = search.search ?? "";
  const handle = useRef<GridHandle>(null);
  const [noted, setNoted] = useState<ReviewRow[]>([]);
  const client = useQueryClient();
  const key = reviewRowsKey(profile, id, filter, text);
  const rows = useWindowedRows<ReviewRow, ReviewRows>({
    queryKey: key,
    pageSize: WINDOW,
    total: (window) => window.total,
    fetchWindow: (offset, limit) => ipc.reviewRows(profile, id, { filter, search: text, offset, limit }),
  });
  const open = finished === null;
  const { marked, select } = useMarks({ rows, handle, onMarked });
  const deciding = useDeciding({ profile, view, rows, handle, marked, mixed: !DECIDED.includes(filter) });
  useBeginning(open && rows.latest !== undefined, handle, deciding);
  const note = async () => setNoted((await deciding.meant()).filter(canDecide));
  useCommands(open ? decisions(deciding, () => void note(), view.last === null) : []);
  useKeyboardBack(noted.length > 0, handle);
  const close = () => {
    onSearch({ person: undefined }, true);
    handle.current?.focus();
  };
  /** Of the row alone, or of everybody who is marked. */
  const deciders = (alone: ReviewRow | null): MenuEntry[] => {
    const offBecause = alone && !canDecide(alone) ? reviews.deciding.later : null;
    const decide = (one: ReviewDecision) => void (alone ? deciding.decideOn([alone], one, null) : deciding.decide(one));
    return [
      ...DECISIONS.map((one) => ({
        id: one,
        label: reviews.decision[one],
        keys: keysOf(one),
        offBecause,
        onAction: () => decide(one),
      })),
      {
        id: "note",
        label: reviews.deciding.note,
        keys: keysOf("note"),
        offBecause,
        onAction: () => (alone ? setNoted([alone]) : void note()),
      },
      "-",
    ];
  };
  const onKey = (event: KeyboardEvent): boolean => open && act(event, deciding, note);
  return (
    <section aria-label={words.label} className="flex min-h-72 flex-1 flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <FilterChips
          view={view}
          chosen={filter}
          onChange={(next) => onSearch({ rows: next === "all" ? undefined : next, person: undefined }, true)}
        />
        <span className="flex-1" />
        <SearchAsYouType
          label={words.search}
          hint={words.searchHint}
          value={text}
          onChange={(next) => onSearch({ search: next || undefined, person: undefined }, true)}
        />
      </div>
      {rows.error ? (
        <Failure
          error={rows.error}
          profile={profile}
          onRetry={() => void client.invalidateQueries({ queryKey: key })}
        />
      ) : null}
      {deciding.error ? <Failure title={reviews.deciding.failed} error={deciding.error} profile={profile} /> : null}
      <Card className="flex min-h-64 flex-1 flex-col">
        <div className="min-h-0 flex-1">
          <DataGrid
            handle={handle}
            label={words.label}
            help={open ? words.help : words.readOnly}
            columns={REVIEW_COLUMNS}
            rowCount={rows.latest?.total ?? (rows.error ? 0 : 20)}
            getRow={rows.getRow}
            rowKey={(row) => row.userId}
            onVisibleRange={rows.onVisibleRange}
            resetKey={`${filter} ${text}`}
            dimmed={rows.outdated}
            pointing={open}
            openBy="double"
            isSelected={(row) => row.userId === search.person}
            onOpen={(row) => onSearch({ person: row.userId }, true)}
            onMove={search.person === undefined ? undefined : (row) => onSearch({ person: row.userId }, true)}
            onEscape={search.person === undefined ? undefined : close}
            selecting={{ of: `${filter} ${text}`, onSelect: select }}
            onKey={onKey}
            rowMenu={(row, _, several) => [
              {
                id: "open",
                label: reviews.keys.open,
                keys: keysOf("open"),
                onAction: () => onSearch({ person: row.userId }, true),
              },
              "-",
              ...(open ? deciders(several ? null : row) : []),
              ...copyEntries(row.email, row.userId),
            ]}
            empty={
              rows.error ? null : (
                <Nobody
                  filter={filter}
                  search={text}
                  onClear={() => onSearch({ rows: undefined, search: undefined })}
                />
              )
            }
          />
        </div>
        {search.person === undefined ? null : (
          <PersonDetail profile={profile} review={id} person={search.person} onClose={close} />
        )}
        {open ? (
          <DecideBar
            view={view}
            deciding={deciding}
            marked={marked}
            onNote={() => void note()}
            onKeys={() => run("keys")}
          />
        ) : null}
      </Card>
      {noted.length > 0 ? (
        <NoteDialog
          people={noted}
          onClose={() => setNoted([])}
          onSave={(decision, text) => {
            setNoted([]);
            void deciding.decideOn(noted, decision, text);
          }}
        />
      ) : null}
    </section>
  );
}

/** What a letter does in the list; whether it was one of the review's. */
function act(event: KeyboardEvent, deciding: Deciding, note: () => Promise<void>): boolean {
  const decision = DECISIONS.find((one) => hits(event, one));
  if (decision) void deciding.decide(decision);
  else if (hits(event, "note")) void note();
  else if (hits(event, "takeBack")) deciding.takeBack();
  else return false;
  return true;
}

/** The same, from the palette; the letters mean something in the list alone. */
const decisions = (deciding: Deciding, note: () => void, nothingToUndo: boolean): Command[] => [
  ...DECISIONS.map(
    (one): Command => ({ id: one, label: reviews.keys[one], shown: one, act: () => void deciding.decide(one) }),
  ),
  { id: "note", label: reviews.keys.note, shown: "note", act: note },
  {
    id: "undo",
    label: reviews.keys.undo,
    bound: "undo",
    offBecause: nothingToUndo ? reviews.deciding.nothingToUndo : null,
    act: deciding.takeBack,
  },
];

/** After a question the keyboard goes on in the list at once, wherever the question was asked from. */
function useKeyboardBack(asking: boolean, handle: { current: GridHandle | null }): void {
  const before = useRef(asking);
  useEffect(() => {
    if (before.current && !asking) handle.current?.focus();
    before.current = asking;
  }, [asking, handle]);
}

/** A review that goes on is gone on with by keys at once, at the first who is undecided. */
function useBeginning(ready: boolean, handle: { current: GridHandle | null }, { goOn }: Deciding): void {
  const begun = useRef(false);
  const latest = useRef(goOn);
  latest.current = goOn;
  useEffect(() => {
    if (!ready || begun.current) return;
    begun.current = true;
    handle.current?.focus();
    void latest.current(new Set(), -1);
  }, [ready, handle]);
}

function Nobody({ filter, search, onClear }: { filter: ReviewFilter; search: string; onClear: () => void }) {
  const done = filter === "undecided" && search === "";
  return (
    <EmptyState
      title={done ? words.allDecided : words.noMatch}
      action={<Button onPress={onClear}>{words.clear}</Button>}
    >
      {done ? words.allDecidedText : words.noMatchText}
    </EmptyState>
  );
}
