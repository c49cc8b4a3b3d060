/** Days as `YYYY-MM-DD`, in UTC, as the list of people is asked for them. */

const two = (n: number) => `${n}`.padStart(2, "0");

/** The day of a point in time. */
export const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

/** The last day of a month, 1 to 12. */
const lastOf = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** A day as typed: `2024-05-03`; of a month or a year alone, its first or last day. Nothing where it is no day. */
export function day(typed: string | undefined, end: "first" | "last"): string | undefined {
  const parts = /^\s*(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?\s*$/.exec(typed ?? "");
  if (!parts?.[1]) return undefined;
  const year = Number(parts[1]);
  const month = parts[2] ? Number(parts[2]) : end === "first" ? 1 : 12;
  if (year < 1000 || month < 1 || month > 12) return undefined;
  const last = lastOf(year, month);
  const date = parts[3] ? Number(parts[3]) : end === "first" ? 1 : last;
  return date >= 1 && date <= last ? `${year}-${two(month)}-${two(date)}` : undefined;
}

/** The first and last day of a month such as `2024-05`. */
export const monthDays = (month: string) => ({ from: day(month, "first"), until: day(month, "last") });

/** What a range of days is usually wanted for. */
export type UsualRange = "this-month" | "last-30-days" | "this-year";

/** The ranges that have a name, in order. */
export const USUAL_RANGES: readonly UsualRange[] = ["this-month", "last-30-days", "this-year"];

/** The days of a range that has a name. It ends today, or with its month or year. */
export function usualRange(range: UsualRange, today: string): { from: string; until: string } {
  switch (range) {
    case "this-month":
      return { from: `${today.slice(0, 7)}-01`, until: day(today.slice(0, 7), "last") ?? today };
    case "this-year":
      return { from: `${today.slice(0, 4)}-01-01`, until: `${today.slice(0, 4)}-12-31` };
    case "last-30-days":
      return { from: dayOf(new Date(Date.parse(today) - 29 * 86_400_000)), until: today };
  }
}

/** A day so many days after another one. */
export const daysAfter = (from: string, days: number): string => dayOf(new Date(Date.parse(from) + days * 86_400_000));

/** The same day so many years later; after a leap day, the last one of February. */
export function yearsAfter(from: string, years: number): string {
  const year = Number(from.slice(0, 4)) + years;
  return day(`${year}${from.slice(4)}`, "last") ?? `${year}-02-28`;
}
