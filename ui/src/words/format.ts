/** Numbers, dates and plurals as people of this language write them. The one place that names a locale. */
const LOCALE = "en-GB";

const whole = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 0 });
const tenth = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 1 });
const short = new Intl.NumberFormat(LOCALE, { notation: "compact", maximumFractionDigits: 1 });
const rules = new Intl.PluralRules(LOCALE);
const shortDate = new Intl.DateTimeFormat(LOCALE, { day: "numeric", month: "short", year: "numeric" });
const minute = new Intl.DateTimeFormat(LOCALE, {
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
});
const weekdayThisYear = new Intl.DateTimeFormat(LOCALE, { weekday: "long", day: "numeric", month: "long" });
const weekdayAnyYear = new Intl.DateTimeFormat(LOCALE, {
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
});
const clock = new Intl.DateTimeFormat(LOCALE, { hour: "2-digit", minute: "2-digit" });
const clockSeconds = new Intl.DateTimeFormat(LOCALE, { hour: "2-digit", minute: "2-digit", second: "2-digit" });
// A day of the calendar is the same day everywhere: read where the person sits it could become the one before.
const calendar = new Intl.DateTimeFormat(LOCALE, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
const months = new Intl.DateTimeFormat(LOCALE, { month: "short", year: "numeric", timeZone: "UTC" });
const conjunction = new Intl.ListFormat(LOCALE, { type: "conjunction" });
const disjunction = new Intl.ListFormat(LOCALE, { type: "disjunction" });

/** `18402` → `18,402`. */
export const count = (n: number): string => whole.format(n);

/** `18402` → `18.4k`, where there is little room. */
export const compact = (n: number): string => short.format(n);

/** `plural(2, "person", "people")` → `2 people`. */
export const plural = (n: number, one: string, other: string): string =>
  `${whole.format(n)} ${rules.select(n) === "one" ? one : other}`;

/** `["a", "b", "c"]` → `a, b and c`, or `a, b or c`. */
export const list = (items: string[], last: "and" | "or" = "and"): string =>
  (last === "and" ? conjunction : disjunction).format(items);

function dated(format: Intl.DateTimeFormat) {
  return (iso: string): string => {
    const at = new Date(iso);
    return Number.isNaN(at.getTime()) ? iso : format.format(at);
  };
}

/** `1 Oct 2026`; a date that can't be read is shown as it came. */
export const date = dated(shortDate);
/** `2026-10-01` → `1 Oct 2026`. */
export const day = dated(calendar);
/** `2026-10` → `Oct 2026`. */
export const month = dated(months);
/** `1 Oct 2026, 07:45`. */
export const dateTime = dated(minute);
/** `07:45`. */
export const time = dated(clock);
/** `07:45:09`. */
export const timeSeconds = dated(clockSeconds);

/** Seconds as `0:48`, `12:05` or `1:02:09`. */
export function duration(seconds: number): string {
  const all = Math.max(0, Math.round(seconds));
  const [h, m, s] = [Math.floor(all / 3600), Math.floor(all / 60) % 60, all % 60];
  const two = (n: number) => `${n}`.padStart(2, "0");
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** `Tuesday 17 November`; with the year where it is another one than now. */
export function weekday(iso: string, now = new Date()): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  return (at.getFullYear() === now.getFullYear() ? weekdayThisYear : weekdayAnyYear).format(at).replace(",", "");
}

const [HOUR, DAY] = [3_600_000, 86_400_000];

/** The time between two moments, coarse: `12 min`, `3 h`, `8 days`. */
export function stretch(from: string, to: string): string {
  const passed = Math.max(0, new Date(to).getTime() - new Date(from).getTime());
  if (passed < HOUR) return `${Math.round(passed / 60_000)} min`;
  if (passed < DAY) return `${Math.round(passed / HOUR)} h`;
  return plural(Math.round(passed / DAY), "day", "days");
}

/** KiB as people read sizes: `640 KB`, `12.4 MB`, `1.2 GB`. */
export function size(kib: number): string {
  if (kib < 1024) return `${whole.format(kib)} KB`;
  const mib = kib / 1024;
  return mib < 1024 ? `${tenth.format(mib)} MB` : `${tenth.format(mib / 1024)} GB`;
}

/** How long ago, coarse: `just now`, `4 min ago`, `3 h ago`, then the date. */
export function ago(iso: string, now = Date.now()): string {
  const minutes = Math.floor((now - new Date(iso).getTime()) / 60_000);
  if (Number.isNaN(minutes)) return iso;
  if (minutes < 1) return "just now";
  if (minutes < 60) return `${minutes} min ago`;
  if (minutes < 24 * 60) return `${Math.floor(minutes / 60)} h ago`;
  return `on ${date(iso)}`;
}

/** Time left, coarse: `42 min`, `3 h`. */
export function left(iso: string, now = Date.now()): string {
  const minutes = Math.max(0, Math.round((new Date(iso).getTime() - now) / 60_000));
  return minutes < 120 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}
