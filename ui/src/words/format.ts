/** Numbers, dates and plurals as people of the chosen language write them. The one place that asks for a locale. */
import { format } from "./formats";
import { passingNow } from "./passing";
import { writtenFor } from "./said";

/** `18402` → `18,402`. */
export const count = (n: number): string => format("whole").format(n);

/** `18402` → `18.4k`, where there is little room. */
export const compact = (n: number): string => format("short").format(n);

/** `125` → `125%`. */
export const inPercent = (n: number): string => format("percent").format(n / 100);

/** The form of a word that goes with a number; languages such as Latvian have one for zero (and ten, eleven …) too. */
export function form(n: number, one: string, other: string, zero = other): string {
  const category = format("rules").select(n);
  return category === "one" ? one : category === "zero" ? zero : other;
}

/** `plural(2, "person", "people")` → `2 people`. */
export const plural = (n: number, one: string, other: string, zero = other): string =>
  `${format("whole").format(n)} ${form(n, one, other, zero)}`;

/** `["a", "b", "c"]` → `a, b and c`, or `a, b or c`. */
export const list = (items: readonly string[], last: "and" | "or" = "and"): string =>
  format(last === "and" ? "conjunction" : "disjunction").format(items);

/** Which of two texts comes first, as people of the language sort; numbers in them by what they are worth. */
export const compare = (a: string, b: string): number => format("order").compare(a, b);

/** Letters without case and accents: people who search leave both out, whatever the language. */
const folded = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Whether a text holds another, for a search that the page does itself. */
export const holds = (text: string, part: string): boolean => folded(text).includes(folded(part));

/** Whether a text holds every word of a search, in any order. */
export const holdsAll = (text: string, search: string): boolean =>
  search.split(/\s+/).every((word) => holds(text, word));

function dated(name: "shortDate" | "minute" | "clock" | "clockSeconds" | "calendar" | "months") {
  return (iso: string): string => {
    const at = new Date(iso);
    return Number.isNaN(at.getTime()) ? iso : format(name).format(at);
  };
}

/** `1 Oct 2026`; a date that can't be read is shown as it came. */
export const date = dated("shortDate");
/** `2026-10-01` → `1 Oct 2026`. */
export const day = dated("calendar");
/** `2026-10` → `Oct 2026`. */
export const month = dated("months");
/** `1 Oct 2026, 07:45`. */
export const dateTime = dated("minute");
/** `07:45`. */
export const time = dated("clock");
/** `07:45:09`. */
export const timeSeconds = dated("clockSeconds");

/** Seconds as `0:48`, `12:05` or `1:02:09`. */
export function duration(seconds: number): string {
  const all = Math.max(0, Math.round(seconds));
  const [h, m, s] = [Math.floor(all / 3600), Math.floor(all / 60) % 60, all % 60];
  const two = (n: number) => `${n}`.padStart(2, "0");
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** `Tuesday 17 November`, with a comma where the language sets one; with the year where it is another one than now. */
export function weekday(iso: string, now = new Date()): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  const day = format(at.getFullYear() === now.getFullYear() ? "weekdayThisYear" : "weekdayAnyYear").format(at);
  // British English sets it with one year's dates and not with another's.
  return writtenFor().startsWith("en") ? day.replace(",", "") : day;
}

const [HOUR, DAY] = [3_600_000, 86_400_000];

/** The time between two moments, coarse: `12 min`, `3 h`, `8 days`. */
export function stretch(from: string, to: string): string {
  const passed = Math.max(0, new Date(to).getTime() - new Date(from).getTime());
  if (passed < HOUR) return passingNow().minutes(Math.round(passed / 60_000));
  if (passed < DAY) return passingNow().hours(Math.round(passed / HOUR));
  return plural(Math.round(passed / DAY), passingNow().day.one, passingNow().day.other, passingNow().day.zero);
}

/** KiB as people read sizes: `640 KB`, `12.4 MB`, `1.2 GB`. */
export function size(kib: number): string {
  if (kib < 1024) return `${format("whole").format(kib)} KB`;
  const mib = kib / 1024;
  return mib < 1024 ? `${format("tenth").format(mib)} MB` : `${format("tenth").format(mib / 1024)} GB`;
}

/** How long ago, coarse: `just now`, `4 min ago`, `3 h ago`, then the date. */
export function ago(iso: string, now = Date.now()): string {
  const minutes = Math.floor((now - new Date(iso).getTime()) / 60_000);
  if (Number.isNaN(minutes)) return iso;
  if (minutes < 1) return passingNow().justNow;
  if (minutes < 60) return passingNow().minutesAgo(minutes);
  if (minutes < 24 * 60) return passingNow().hoursAgo(Math.floor(minutes / 60));
  return passingNow().on(date(iso));
}

/** Time left, coarse: `42 min`, `3 h`. */
export function left(iso: string, now = Date.now()): string {
  const minutes = Math.max(0, Math.round((new Date(iso).getTime() - now) / 60_000));
  return minutes < 120 ? passingNow().minutes(minutes) : passingNow().hours(Math.round(minutes / 60));
}
