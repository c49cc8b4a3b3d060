import { plural, timeSeconds } from "../format";
import type { refreshing as english } from "../refreshing";

/** How often the list is read by itself, in minutes. */
function every(minutes: number): string {
  if (minutes % 1440 === 0)
    return minutes === 1440 ? "katru dienu" : `ik pēc ${plural(minutes / 1440, "dienas", "dienām")}`;
  if (minutes % 60 === 0)
    return minutes === 60 ? "katru stundu" : `ik pēc ${plural(minutes / 60, "stundas", "stundām")}`;
  return `ik pēc ${plural(minutes, "minūtes", "minūtēm")}`;
}

export const refreshing: typeof english = {
  refresh: "Atsvaidzināt",
  what: "Ko atsvaidzināt",
  everyone: "Atsvaidzināt visus",
  onlyCustomer: (organization) => `Tikai ${organization}`,
  every,
  byItself: (minutes) => `Rollcall sarakstu nolasa arī pats, ${every(minutes)}.`,
  waiting: (since) => `Gaida platformu kopš ${timeSeconds(since)}`,
};
