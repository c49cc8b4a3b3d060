import { count, timeSeconds } from "../format";
import type { refreshing as english } from "../refreshing";

/** How often the list is read by itself, in minutes. */
function every(minutes: number): string {
  if (minutes % 1440 === 0) return minutes === 1440 ? "täglich" : `alle ${count(minutes / 1440)} Tage`;
  if (minutes % 60 === 0) return minutes === 60 ? "stündlich" : `alle ${count(minutes / 60)} Stunden`;
  return minutes === 1 ? "jede Minute" : `alle ${count(minutes)} Minuten`;
}

export const refreshing: typeof english = {
  refresh: "Aktualisieren",
  what: "Was aktualisiert wird",
  everyone: "Alle aktualisieren",
  onlyCustomer: (organization) => `Nur ${organization}`,
  every,
  byItself: (minutes) => `Die Liste wird auch ${every(minutes)} von selbst gelesen.`,
  waiting: (since) => `Wartet seit ${timeSeconds(since)} auf die Plattform`,
};
