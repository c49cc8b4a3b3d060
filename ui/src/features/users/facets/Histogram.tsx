import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { monthDays } from "@/data/days";
import type { MonthCount } from "@/ipc";
import { cx } from "@/kit/cx";
import { filters } from "@/words/filters";
import { month } from "@/words/format";
import { type Bar, barsOf, overlaps } from "./histogram";

const words = filters.created;

/** As many as stand side by side in a narrow column. */
const MOST = 36;

/** Days of creation; either end may be open. */
export type Days = { from: string | null; until: string | null };

type HistogramProps = { months: MonthCount[]; chosen: Days; onChange: (days: Days) => void };

/** What is marked: from the bar where it began to the bar where it is. */
type Mark = { anchor: number; head: number };

const named = ({ from, until }: Bar) => words.inMonths(month(from), month(until));
const within = ({ anchor, head }: Mark, at: number) => at >= Math.min(anchor, head) && at <= Math.max(anchor, head);

/** People by time of creation. Drawing over it, or marking bars by keys, filters by those months. */
export function Histogram({ months, chosen, onChange }: HistogramProps) {
  const bars = barsOf(months, MOST);
  const { mark, setMark, begin, widen } = useBrush((brushed) => take(brushed));
  const name = useId();
  const tallest = Math.max(1, ...bars.map((bar) => bar.people));
  const most = bars.find((bar) => bar.people === tallest);
  const take = ({ anchor, head }: Mark) => {
    const [first, last] = [bars[Math.min(anchor, head)], bars[Math.max(anchor, head)]];
    if (!first || !last) return;
    onChange({ from: monthDays(first.from).from ?? null, until: monthDays(last.until).until ?? null });
  };
  const active = Math.min(mark?.head ?? 0, bars.length - 1);
  const onKeyDown = (event: KeyboardEvent) => {
    const to = movedTo(event.key, active, bars.length);
    if (to !== null) setMark({ anchor: event.shiftKey && mark ? mark.anchor : to, head: to });
    else if ((event.key === "Enter" || event.key === " ") && mark) take(mark);
    else if (event.key === "Escape" && mark) setMark(null);
    else return;
    event.preventDefault();
    // Escape takes the mark away, not whatever the bars stand in.
    event.stopPropagation();
  };
  const [first, last] = [bars[0], bars.at(-1)];
  if (!first || !last) return null;
  const narrowed = chosen.from !== null || chosen.until !== null;
  return (
    <div>
      {/* Time runs from left to right in every language, as it does in the charts. */}
      <div
        dir="ltr"
        role="listbox"
        aria-label={words.histogram}
        aria-describedby={`${name}-help`}
        aria-multiselectable="true"
        aria-orientation="horizontal"
        aria-activedescendant={`${name}-${active}`}
        tabIndex={0}
        onKeyDown={onKeyDown}
        className="group flex h-14 touch-none items-end gap-px rounded-sm outline-none"
      >
        {bars.map((bar, at) => {
          const marked = mark ? within(mark, at) : narrowed && overlaps(bar, chosen.from, chosen.until);
          return (
            <div
              key={bar.from}
              id={`${name}-${at}`}
              role="option"
              aria-selected={marked}
              aria-label={words.bar(named(bar), bar.people)}
              title={words.bar(named(bar), bar.people)}
              onPointerDown={(event) => event.button === 0 && begin(at)}
              onPointerEnter={() => widen(at)}
              className={cx(
                "flex h-full min-w-0 flex-1 items-end rounded-[2px]",
                marked && "bg-accent-soft",
                at === active && "group-focus-visible:shadow-[inset_0_0_0_1.5px_var(--accent)]",
              )}
            >
              <span
                className={cx("block w-full rounded-t-[2px]", marked ? "bg-accent" : "bg-line-strong")}
                style={{ height: bar.people === 0 ? 0 : `max(2px, ${(bar.people / tallest) * 100}%)` }}
              />
            </div>
          );
        })}
      </div>
      <p className="mt-1 text-sm text-ink-3">
        {most ? words.summary(month(first.from), month(last.until), named(most), most.people) : null}
      </p>
      <p id={`${name}-help`} hidden>
        {words.brush}
      </p>
      <p role="status" className="sr-only">
        {mark ? saidOf(mark, bars) : null}
      </p>
    </div>
  );
}

function saidOf(mark: Mark, bars: Bar[]): string | null {
  const marked = bars.filter((_, at) => within(mark, at));
  const [first, last] = [marked[0], marked.at(-1)];
  if (!first || !last) return null;
  const people = marked.reduce((sum, bar) => sum + bar.people, 0);
  return words.marked(words.inMonths(month(first.from), month(last.until)), people);
}

function movedTo(key: string, at: number, bars: number): number | null {
  const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: bars - 1 }[key];
  return to === undefined ? null : Math.max(0, Math.min(bars - 1, to));
}

/** A mark that the pointer draws; it counts once the pointer lets go, wherever that is. */
function useBrush(done: (mark: Mark) => void) {
  const [mark, setMark] = useState<Mark | null>(null);
  const drawing = useRef<Mark | null>(null);
  const latest = useRef(done);
  latest.current = done;
  const show = (next: Mark | null) => {
    drawing.current = next;
    setMark(next);
  };
  useEffect(() => {
    const onUp = () => {
      if (!drawing.current) return;
      latest.current(drawing.current);
      drawing.current = null;
      setMark(null);
    };
    window.addEventListener("pointerup", onUp);
    return () => window.removeEventListener("pointerup", onUp);
  }, []);
  return {
    mark,
    setMark,
    begin: (at: number) => show({ anchor: at, head: at }),
    widen: (at: number) => drawing.current && show({ ...drawing.current, head: at }),
  };
}

/** The number of people without a date, where there are any. */
export function Undated({ people }: { people: number }) {
  return people > 0 ? <p className="mt-1 text-sm text-ink-3 tabular-nums">{words.unknown(people)}</p> : null;
}
