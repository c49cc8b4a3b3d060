import type { MonthCount } from "@/ipc";

/** People created in some months, the first and last both included. */
export type Bar = { from: string; until: string; people: number };

/** Months that a bar may stand for: a part of a year, or whole years. */
const WIDTHS = [1, 3, 6, 12, 24, 60, 120];

/** A month such as `2024-05` as a number that counts on. */
const number = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;

/** At most so many bars, each as narrow as that allows. They begin where quarters, years and decades do. */
export function barsOf(months: readonly MonthCount[], most: number): Bar[] {
  const width = WIDTHS.find((one) => apart(months, one) <= most) ?? 120;
  const bars: Bar[] = [];
  let last = Number.NaN;
  for (const { month, people } of months) {
    const place = Math.floor(number(month) / width);
    const bar = bars.at(-1);
    if (bar && place === last) {
      bar.until = month;
      bar.people += people;
    } else bars.push({ from: month, until: month, people });
    last = place;
  }
  return bars;
}

const apart = (months: readonly MonthCount[], width: number): number => {
  const [first, last] = [months[0], months.at(-1)];
  return first && last ? Math.floor(number(last.month) / width) - Math.floor(number(first.month) / width) + 1 : 0;
};

/** Whether any day of the bar lies between two days. */
export const overlaps = ({ from, until }: Bar, first: string | null, last: string | null): boolean =>
  (first === null || until >= first.slice(0, 7)) && (last === null || from <= last.slice(0, 7));
