import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { kit } from "@/words/kit";
import type { ChartDrawing } from "./chartDrawing";
import { type ChartMark, type ChartShape, COLUMNS, heightOf, movedTo } from "./chartShape";
import { cx } from "./cx";
import { turn } from "./turns";
import { useLatest } from "./useLatest";

/** What a mark's link gets: it lies over what is drawn, and has a name because it has no text. */
export type MarkProps = {
  "aria-label": string;
  title: string;
  tabIndex: number;
  className: string;
  onFocus: () => void;
  onBlur: () => void;
  onPointerEnter: () => void;
  onPointerLeave: () => void;
};

type ChartProps = {
  shape: ChartShape;
  /** What it shows. */
  label: string;
  marks: readonly ChartMark[];
  /** The link of the mark at a place. */
  link: (place: number, props: MarkProps) => ReactNode;
  /** A mark in words. */
  said: (mark: ChartMark) => string;
  /** The chart in a sentence, which stands below it. */
  summary: string;
  /** It can't be drawn. */
  onFailed: () => void;
};

/**
 * A chart whose marks are links. The drawing is for the eye alone; over it lie real links, so that the pointer, keys
 * and screen readers all meet the same thing.
 */
export function Chart({ shape, label, marks, link, said, summary, onFailed }: ChartProps) {
  const { drawn, begun } = useDrawing(shape, marks, onFailed);
  const [told, setTold] = useState<number | null>(null);
  const { list, active, setActive, onKeyDown } = useRoving(marks.length);
  const help = useId();
  const toldMark = told === null ? undefined : marks[told];
  const propsOf = (mark: ChartMark, place: number): MarkProps => ({
    "aria-label": said(mark),
    title: said(mark),
    tabIndex: place === active ? 0 : -1,
    className: "block h-full rounded-sm hover:bg-accent/10 focus-visible:bg-accent/10",
    onFocus: () => {
      setActive(place);
      setTold(place);
    },
    onBlur: () => setTold(null),
    onPointerEnter: () => setTold(place),
    onPointerLeave: () => setTold(null),
  });
  return (
    <figure className="min-w-0">
      {/* Axes run from left to right in every language, and what lies over them with them. */}
      <div dir="ltr" className="relative" style={{ height: heightOf(shape, marks.length) }}>
        <div ref={drawn} aria-hidden="true" className="absolute inset-0 overflow-hidden contain-strict" />
        <ul
          ref={list}
          aria-label={label}
          aria-describedby={help}
          onKeyDown={onKeyDown}
          className={cx("absolute flex", shape === "columns" ? "" : "inset-0 flex-col")}
          style={shape === "columns" ? placeOfColumns : undefined}
        >
          {(begun ? marks : []).map((mark, place) => (
            <li key={mark.id} className="min-h-0 min-w-0 flex-1">
              {link(place, propsOf(mark, place))}
            </li>
          ))}
        </ul>
      </div>
      <figcaption className="mt-1.5 text-sm text-ink-3 tabular-nums">{toldMark ? said(toldMark) : summary}</figcaption>
      <p id={help} hidden>
        {kit.chart.keys}
      </p>
    </figure>
  );
}

const placeOfColumns = { left: COLUMNS.left, right: COLUMNS.right, top: 0, bottom: 0 };

/**
 * Draws once its turn has come and the library is there, and again whenever what is shown changes. The links over it have a turn
 * too, for a hundred of them take as long as the rest of a screen; whoever goes there by keys finds them, however fast.
 */
function useDrawing(shape: ChartShape, marks: readonly ChartMark[], onFailed: () => void) {
  const element = useRef<HTMLDivElement>(null);
  const [begun, setBegun] = useState(false);
  const drawing = useRef<ChartDrawing | null>(null);
  const latest = useLatest({ shape, marks, onFailed });
  useEffect(() => {
    let gone = false;
    const isWanted = () => !gone;
    turn({ isWanted })
      .then(() => {
        if (gone) return null;
        setBegun(true);
        return import("./chartDrawing");
      })
      .then((library) => library && turn({ isWanted, quiet: true }).then(() => library))
      .then((library) => {
        if (gone || !library || !element.current) return;
        const { beginDrawing } = library;
        drawing.current = beginDrawing(element.current);
        drawing.current.show(latest.current.shape, latest.current.marks);
      })
      .catch(() => (gone ? undefined : latest.current.onFailed()));
    return () => {
      gone = true;
      drawing.current?.end();
      drawing.current = null;
    };
  }, [latest]);
  useEffect(() => drawing.current?.show(shape, marks), [shape, marks]);
  return { drawn: element, begun };
}

/** One stop for the tab key; arrow keys go from mark to mark. */
function useRoving(marks: number) {
  const list = useRef<HTMLUListElement>(null);
  const [place, setActive] = useState(0);
  const active = Math.min(place, marks - 1);
  const onKeyDown = (event: KeyboardEvent) => {
    const to = movedTo(event.key, active, marks);
    if (to === null) return;
    event.preventDefault();
    list.current?.querySelectorAll<HTMLElement>("a")[to]?.focus();
  };
  return { list, active, setActive, onKeyDown };
}
