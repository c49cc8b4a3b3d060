import { plural, timeSeconds } from "./format";
import { said } from "./said";

/** How often the list is read by itself, in minutes. */
function every(minutes: number): string {
  if (minutes % 1440 === 0) return minutes === 1440 ? "every day" : `every ${minutes / 1440} days`;
  if (minutes % 60 === 0) return minutes === 60 ? "every hour" : `every ${minutes / 60} hours`;
  return `every ${plural(minutes, "minute", "minutes")}`;
}

/** Reading the list anew: by hand, for one customer, by itself. */
export const refreshing = said("refreshing", {
  refresh: "Refresh",
  what: "What to refresh",
  everyone: "Refresh everyone",
  onlyCustomer: (organization: string) => `Only ${organization}`,
  every,
  byItself: (minutes: number) => `The list is also read by itself ${every(minutes)}.`,
  waiting: (since: string) => `Waiting for the platform since ${timeSeconds(since)}`,
});
