import { writtenFor } from "./said";

const day = { day: "numeric", month: "short", year: "numeric" } as const;
const minute = { ...day, hour: "2-digit", minute: "2-digit" } as const;
const weekdays = { weekday: "long", day: "numeric", month: "long" } as const;
const clock = { hour: "2-digit", minute: "2-digit" } as const;
const dates = (options: Intl.DateTimeFormatOptions) => (locale: string) => new Intl.DateTimeFormat(locale, options);
const numbers = (options: Intl.NumberFormatOptions) => (locale: string) => new Intl.NumberFormat(locale, options);

const MAKERS = {
  whole: numbers({ maximumFractionDigits: 0 }),
  tenth: numbers({ maximumFractionDigits: 1 }),
  short: numbers({ notation: "compact", maximumFractionDigits: 1 }),
  percent: numbers({ style: "percent" }),
  rules: (locale: string) => new Intl.PluralRules(locale),
  shortDate: dates(day),
  minute: dates(minute),
  weekdayThisYear: dates(weekdays),
  weekdayAnyYear: dates({ ...weekdays, year: "numeric" }),
  clock: dates(clock),
  clockSeconds: dates({ ...clock, second: "2-digit" }),
  // A day of the calendar is the same day everywhere: read where the person sits it could become the one before.
  calendar: dates({ ...day, timeZone: "UTC" }),
  months: dates({ month: "short", year: "numeric", timeZone: "UTC" }),
  conjunction: (locale: string) => new Intl.ListFormat(locale, { type: "conjunction" }),
  disjunction: (locale: string) => new Intl.ListFormat(locale, { type: "disjunction" }),
  order: (locale: string) => new Intl.Collator(locale, { numeric: true }),
};
type Makers = typeof MAKERS;

let made: { locale: string; formats: Partial<Record<keyof Makers, unknown>> } = { locale: "", formats: {} };

/**
 * A format of the locale that is written for now. Each is made when it is needed for the first time: making all of them takes
 * longer than a frame.
 */
export function format<Name extends keyof Makers>(name: Name): ReturnType<Makers[Name]> {
  const locale = writtenFor();
  if (locale !== made.locale) made = { locale, formats: {} };
  made.formats[name] ??= MAKERS[name](locale);
  return made.formats[name] as ReturnType<Makers[Name]>;
}
