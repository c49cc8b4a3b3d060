import { useQueryClient } from "@tanstack/react-query";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Failure } from "@/components/Failure";
import { SearchAsYouType } from "@/components/SearchAsYouType";
import type { ReviewSearch } from "@/data/addresses";
import { reviewRowsKey } from "@/data/reviews";
import { ipc, type ReviewFilter, type ReviewRow, type ReviewRows, type ReviewView } from "@/ipc";
import { Button } from "@/kit/Button";
import { Card } from "@/kit/Card";
import { DataGrid, type GridHandle } from "@/kit/DataGrid";
import { EmptyState } from "@/kit/EmptyState";
import type { Selected } from "@/kit/gridSelected";
import { useOffer } from "@/kit/offers";
import { useKey } from "@/kit/useKey";
import { useShortcut } from "@/kit/useShortcut";
import { useWindowedRows } from "@/kit/useWindowedRows";
import { reviews } from "@/words/reviews";
import { REVIEW_COLUMNS } from "./columns";
import { DECISION_KEYS, DecideBar } from "./DecideBar";
import { FilterChips } from "./FilterChips";
import { KeysDialog } from "./KeysDialog";
import { NoteDialog } from "./NoteDialog";
import { PersonDetail } from "./PersonDetail";
import { canDecide } from "./said";
import { type Deciding, peopleIn, useDeciding, WINDOW } from "./useDeciding";

const words = reviews.people;

/** Where nobody is undecided, whatever the review. */
const DECIDED: readonly ReviewFilter[] = ["keep", "remove", "ask", "appeared"];

/** Who is marked: how many rows, and the people in them when they are asked for. */
export type Marked = { rows: number; people: () => Promise<ReviewRow[]> };

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
  const [marked, setMarked] = useState<Selected | null>(null);
  const [noted, setNoted] = useState<ReviewRow[]>([]);
  const [keys, setKeys] = useState(false);
  const client = useQueryClient();
  const key = reviewRowsKey(profile, id, filter, text);
  const rows = useWindowedRows<ReviewRow, ReviewRows>({
    queryKey: key,
    pageSize: WINDOW,
    total: (window) => window.total,
    fetchWindow: (offset, limit) => ipc.reviewRows(profile, id, { filter, search: text, offset, limit }),
  });
  const open = finished === null;
  const deciding = useDeciding({ profile, view, rows, handle, marked, mixed: !DECIDED.includes(filter) });
  useBeginning(open && rows.latest !== undefined, handle, deciding);
  useShortcut([{ key: "z" }], () => open && deciding.takeBack());
  useKey("?", () => setKeys(open));
  useOffer("keys", open ? () => setKeys(true) : null);
  const note = async () => setNoted((await deciding.meant()).filter(canDecide));
  useKeyboardBack(noted.length > 0, handle);
  const select = (selected: Selected | null) => {
    setMarked(selected);
    onMarked(selected && { rows: selected.rows, people: () => peopleIn(selected, rows) });
  };
  const close = () => {
    onSearch({ person: undefined }, true);
    handle.current?.focus();
  };
  const onKey = (event: KeyboardEvent): boolean =>
    open && !event.ctrlKey && !event.metaKey && act(event.key, deciding, note);
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
            onKeys={() => setKeys(true)}
          />
        ) : null}
      </Card>
      {noted.length > 0 ? (
        <NoteDialog
          people={noted}
          onClose={() => setNoted([])}
          onSave={(decision, text) => {
            setNoted([]);
            deciding.decideOn(noted, decision, text);
          }}
        />
      ) : null}
      <KeysDialog open={keys} onClose={() => setKeys(false)} />
    </section>
  );
}

/** What a letter does; whether it was one of the review's. */
function act(key: string, deciding: Deciding, note: () => Promise<void>): boolean {
  const letter = key.toUpperCase();
  const decision = DECISION_KEYS.find(([, meant]) => meant === letter)?.[0];
  if (decision) void deciding.decide(decision);
  else if (letter === "N") void note();
  else if (letter === "U") deciding.takeBack();
  else return false;
  return true;
}

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
