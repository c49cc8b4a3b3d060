import { type RefObject, useEffect, useRef, useState } from "react";
import { AT_ONCE, useDecide, useUndoDecision } from "@/data/reviews";
import type { AppError, ReviewDecision, ReviewRow, ReviewRows, ReviewView } from "@/ipc";
import type { GridHandle } from "@/kit/DataGrid";
import { findNear } from "@/kit/useKeptPlace";
import { useLatest } from "@/kit/useLatest";
import type { WindowedRows } from "@/kit/useWindowedRows";
import { reviews } from "@/words/reviews";
import { nextUndecided } from "./nextUndecided";
import { canDecide, decidedOf, nameOf } from "./said";
import { type Marked, WINDOW } from "./useMarks";

const words = reviews.deciding;

type DecidingOptions = {
  profile: string;
  view: ReviewView;
  rows: WindowedRows<ReviewRow, ReviewRows>;
  handle: RefObject<GridHandle | null>;
  marked: Marked | null;
  /** Whether there can be undecided people among those who are shown. */
  mixed: boolean;
};

export type Deciding = ReturnType<typeof useDeciding>;

/** Deciding on the person of the active row, or on all who are marked, and going to the next who is undecided. */
export function useDeciding(options: DecidingOptions) {
  const { profile, view, handle } = options;
  const { id } = view.review;
  const decide = useDecide(profile, id);
  const undo = useUndoDecision(profile, id);
  const [said, setSaid] = useState("");
  const [refused, setRefused] = useState<AppError | null>(null);
  // Where the acts of this visit were, and on whom, the last one last: undoing goes back there.
  const places = useRef<Place[]>([]);
  // What is drawn by the time that an act goes on.
  const now = useLatest(options);
  const goOn = useGoOn(now, handle);
  const goingBack = useGoingBack(now, handle);

  const inOrder = useInOrder();

  /** Who is meant by a key: everybody who is marked, else the person of the active row. */
  const meant = async (): Promise<ReviewRow[]> => {
    // Pressed after the key that takes back, it means the person whom that leads back to.
    if (!(await goingBack.over())) return [];
    const { marked, rows } = now.current;
    if (marked && marked.rows <= AT_ONCE) return marked.people();
    if (marked) {
      setSaid(words.tooMany(AT_ONCE));
      return [];
    }
    const row = rows.getRow(handle.current?.here().row ?? -1);
    return row ? [row] : [];
  };
  /** Done once the next person is the active one. */
  const decideOn = async (people: ReviewRow[], decision: ReviewDecision, note: string | null): Promise<void> => {
    const able = people.filter(canDecide);
    const [first] = able;
    if (!first) return setSaid(words.later);
    const users = able.map((row) => row.userId);
    const place = { row: handle.current?.here().row ?? 0, user: first.userId };
    places.current.push(place);
    setRefused(null);
    // Each act is told of, also one that others follow before it is answered.
    decide.mutateAsync({ users, decision, note }).then(
      ({ review: { counts } }) => {
        const done = [decidedOf(counts), counts.people] as const;
        const one = able.length === 1;
        setSaid(one ? words.one(nameOf(first), decision, ...done) : words.several(able.length, decision, ...done));
      },
      (problem: AppError) => {
        places.current = places.current.filter((one) => one !== place);
        setRefused(problem);
      },
    );
    handle.current?.drop();
    const { view, mixed } = now.current;
    const left = view.review.counts.undecided - able.filter((row) => row.decision === null).length;
    if (left > 0 && mixed) await goOn(new Set(users));
  };
  const takeBack = () => {
    const { last } = view;
    if (last === null || goingBack.isGoing()) return;
    goingBack.begin();
    undo.mutate(undefined, {
      onSuccess: ({ review: { counts } }) => {
        setSaid(words.undone(last.people, decidedOf(counts), counts.people));
        goingBack.end(places.current.pop());
      },
      onError: goingBack.fail,
    });
  };
  return {
    said,
    error: refused ?? undo.error,
    undoing: undo.isPending,
    meant: () => inOrder(meant),
    decideOn,
    goOn,
    takeBack,
    /** What the keys do: each for the person whom the one before led to. */
    decide: (decision: ReviewDecision) =>
      inOrder(async () => {
        const people = await meant();
        if (people.length > 0) await decideOn(people, decision, null);
      }),
  };
}

/** Does one thing after the other, in the order in which they were asked for; a failure of one stops no other. */
function useInOrder() {
  const last = useRef<Promise<unknown>>(Promise.resolve());
  return <T>(act: () => Promise<T>): Promise<T> => {
    const done = last.current.then(act);
    last.current = done.catch(() => undefined);
    return done;
  };
}

type Now = RefObject<DecidingOptions>;

/** Where an act was: the active row, and the first whom it decided on. */
type Place = { row: number; user: string };

/** The way back to where an act was that is taken back, which is over once the rows are drawn that came of it. */
function useGoingBack(now: Now, handle: RefObject<GridHandle | null>) {
  const going = useRef<{ over: Promise<boolean>; tell: (back: boolean) => void }>(undefined);
  const [arrived, setArrived] = useState<{ at: Place | undefined }>();
  const finish = (back: boolean) => {
    going.current?.tell(back);
    going.current = undefined;
  };
  const latest = useLatest(finish);
  useEffect(() => {
    if (!arrived) return;
    const { at } = arrived;
    // Among the undecided, those before it can have gone since.
    if (at) handle.current?.goTo(findNear(now.current.rows.getRow, at.row, (row) => row.userId === at.user) ?? at.row);
    latest.current(true);
  }, [arrived, now, handle, latest]);
  return {
    isGoing: () => going.current !== undefined,
    begin: () => {
      let tell = (_: boolean) => {};
      const over = new Promise<boolean>((resolve) => {
        tell = resolve;
      });
      going.current = { over, tell };
    },
    /** It was taken back: there. */
    end: (at: Place | undefined) => setArrived({ at }),
    fail: () => finish(false),
    /** Once nothing is on its way back; false if that was not to be. */
    over: () => going.current?.over ?? Promise.resolve(true),
  };
}

/** Goes to the next undecided person after a row, the active one unless told; looks windows up until one is found. */
function useGoOn(now: Now, handle: RefObject<GridHandle | null>) {
  return async (decided: ReadonlySet<string>, after?: number): Promise<void> => {
    const { rows } = now.current;
    const fetched = new Map<number, ReviewRow[]>();
    const rowAt = (index: number) => {
      const page = fetched.get(Math.floor(index / WINDOW));
      return page ? (page[index % WINDOW] ?? null) : rows.getRow(index);
    };
    const from = after ?? handle.current?.here().row ?? -1;
    for (;;) {
      const next = nextUndecided(from, rows.latest?.total ?? 0, rowAt, decided);
      if (next === null) return;
      if ("row" in next) return handle.current?.goTo(next.row);
      const page = Math.floor(next.unknown / WINDOW);
      fetched.set(page, (await rows.pageOf(page)).rows);
    }
  };
}
