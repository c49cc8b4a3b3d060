import { type RefObject, useLayoutEffect, useState } from "react";
import { AT_ONCE } from "@/data/reviews";
import type { ReviewRow, ReviewRows } from "@/ipc";
import type { GridHandle } from "@/kit/DataGrid";
import type { Selected } from "@/kit/gridSelected";
import { useLatest } from "@/kit/useLatest";
import type { WindowedRows } from "@/kit/useWindowedRows";

/** Rows of a window. */
export const WINDOW = 200;

type Rows = WindowedRows<ReviewRow, ReviewRows>;

/** Who is marked: how many rows, and the people in them when they are asked for. */
export type Marked = { rows: number; people: () => Promise<ReviewRow[]> };

type MarksOptions = {
  rows: Rows;
  handle: RefObject<GridHandle | null>;
  onMarked: (marked: Marked | null) => void;
};

/** Who is marked. The marks are places: once other people stand there, they are dropped. */
export function useMarks({ rows, handle, onMarked }: MarksOptions) {
  const [held, setHeld] = useState<(Marked & { known: Known }) | null>(null);
  const now = useLatest(rows);
  // Not later: a key must not find the marks on others.
  useLayoutEffect(() => {
    if (held && areOthers(held.known, rows)) handle.current?.drop();
  });
  const select = (selected: Selected | null) => {
    const known = selected && knownIn(selected, rows);
    const marked = known && { rows: selected.rows, known, people: () => peopleIn(selected, known, now.current) };
    setHeld(marked);
    onMarked(marked);
  };
  return { marked: held as Marked | null, select };
}

/** Who stood in the marked rows when they were marked, by place: as many as can be decided on, of those at hand. */
type Known = ReadonlyMap<number, ReviewRow>;

function knownIn(selected: Selected, { getRow }: Rows): Known {
  const known = new Map<number, ReviewRow>();
  for (const place of placesIn(selected, AT_ONCE)) {
    const row = getRow(place);
    if (row) known.set(place, row);
  }
  return known;
}

const areOthers = (known: Known, { getRow }: Rows): boolean =>
  [...known].some(([place, { userId }]) => (getRow(place)?.userId ?? userId) !== userId);

/** The people who were marked, each as they stand by now. */
async function peopleIn(selected: Selected, known: Known, rows: Rows): Promise<ReviewRow[]> {
  const people = await Promise.all(
    placesIn(selected).map(async (place) => {
      const [before, at] = [known.get(place), rows.getRow(place)];
      if (before) return at?.userId === before.userId ? at : before;
      return at ?? (await rows.pageOf(Math.floor(place / WINDOW))).rows[place % WINDOW];
    }),
  );
  return people.filter((row) => row !== undefined);
}

/** The marked places, the first `most` of them. */
function placesIn({ ranges }: Selected, most = Number.POSITIVE_INFINITY): number[] {
  const places: number[] = [];
  for (const { from, to } of ranges) {
    for (let place = from; place <= to && places.length < most; place += 1) places.push(place);
  }
  return places;
}
