import { compact, count } from "@/words/format";
import { BAR_HEIGHT, type ChartMark, type ChartShape, COLUMNS } from "./chartShape";

/** Colours and letters as they are on the screen now: a drawing can't follow the page's variables. */
export type ChartLook = { mark: string; text: string; faint: string; line: string; surface: string; font: string };

/** What the page's variables say at an element. */
export function lookAt(element: Element): ChartLook {
  const style = getComputedStyle(element);
  const of = (name: string) => style.getPropertyValue(name).trim();
  return {
    mark: of("--accent"),
    text: of("--text-2"),
    faint: of("--text-3"),
    line: of("--line"),
    surface: of("--surface"),
    font: style.fontFamily,
  };
}

/** It has no width, no picture and no direction. */
const WORD_JOINER = "\u2060";
const EVERY_OBJECTS = Object.getOwnPropertyNames(Object.prototype);

/**
 * A text from outside as ECharts may measure it, in one line. It keeps the width of each text, and of the beginnings that it cuts
 * from it, in a plain object, where a role called `constructor` finds what belongs to every object, and writes into it.
 */
export function measurable(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return EVERY_OBJECTS.some((name) => line.startsWith(name)) ? `${WORD_JOINER}${line}` : line;
}

/** What ECharts draws. `top` leaves room for a title. */
export function optionOf(shape: ChartShape, marks: readonly ChartMark[], look: ChartLook, width: number, top = 0) {
  const small = { color: look.faint, fontFamily: look.font, fontSize: 11 };
  const chart = shape === "columns" ? columns(marks, look, small, top) : bars(marks, look, width, top);
  // Nothing moves: a chart that grows tells nothing that it does not tell at once.
  return { animation: false, ...chart };
}

const names = (marks: readonly ChartMark[]) => marks.map(({ label }) => measurable(label));

function columns(marks: readonly ChartMark[], look: ChartLook, small: object, top: number) {
  const { left, right, bottom } = COLUMNS;
  return {
    grid: { left, right, bottom, top: COLUMNS.top + top, outerBoundsMode: "none" as const },
    xAxis: {
      type: "category" as const,
      data: names(marks),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: look.line } },
      axisLabel: {
        ...small,
        interval: 0,
        hideOverlap: true,
        formatter: (_: string, place: number) => measurable(marks[place]?.tick ?? ""),
      },
    },
    yAxis: {
      type: "value" as const,
      minInterval: 1,
      splitNumber: 3,
      splitLine: { lineStyle: { color: look.line } },
      axisLabel: { ...small, formatter: compact },
    },
    series: [series(marks, look, { barMaxWidth: 24, barCategoryGap: "25%", radius: [2, 2, 0, 0] })],
  };
}

function bars(marks: readonly ChartMark[], look: ChartLook, width: number, top: number) {
  const text = { color: look.text, fontFamily: look.font, fontSize: 12 };
  const left = Math.round(width * 0.42);
  const right = 12 + 8 * Math.max(1, ...marks.map(({ value }) => count(value).length));
  return {
    grid: { left, right, top, bottom: 0, outerBoundsMode: "none" as const },
    xAxis: { type: "value" as const, show: false, min: 0, max: "dataMax" as const },
    yAxis: {
      type: "category" as const,
      inverse: true,
      data: names(marks),
      axisTick: { show: false },
      axisLine: { show: false },
      axisLabel: {
        ...text,
        interval: 0,
        align: "left" as const,
        margin: left,
        width: left - 12,
        overflow: "truncate" as const,
      },
    },
    series: [
      {
        ...series(marks, look, { barWidth: BAR_HEIGHT / 2, radius: [0, 3, 3, 0] }),
        label: { ...text, show: true, position: "right" as const, formatter: valueSaid },
      },
    ],
  };
}

const valueSaid = ({ value }: { value: unknown }) => count(Number(value));

/** `barMinHeight` makes a bar of nothing as well. The number beside it stays. */
const NOBODY = { value: 0, itemStyle: { color: "transparent" } };

function series(
  marks: readonly ChartMark[],
  look: ChartLook,
  { radius, ...how }: { radius: number[]; [how: string]: unknown },
) {
  return {
    type: "bar" as const,
    // What is pressed lies above the drawing.
    silent: true,
    // One person among a million is still to be seen; nobody is not.
    data: marks.map(({ value }) => (value === 0 ? NOBODY : value)),
    barMinHeight: 2,
    itemStyle: { color: look.mark, borderRadius: radius },
    ...how,
  };
}
