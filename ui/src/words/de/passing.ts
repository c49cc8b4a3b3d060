import type { passing as english } from "../passing";

export const passing: typeof english = {
  justNow: "gerade eben",
  minutes: (n) => `${n} Min.`,
  hours: (n) => `${n} Std.`,
  minutesAgo: (n) => `vor ${n} Min.`,
  hoursAgo: (n) => `vor ${n} Std.`,
  on: (date) => `am ${date}`,
  day: { one: "Tag", other: "Tage", zero: "Tage" },
};
