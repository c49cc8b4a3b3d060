import { said } from "./said";

/** How time that passes is written. Read by `format` alone. */
export const passing = said("passing", {
  justNow: "just now",
  minutes: (n: number) => `${n} min`,
  hours: (n: number) => `${n} h`,
  minutesAgo: (n: number) => `${n} min ago`,
  hoursAgo: (n: number) => `${n} h ago`,
  on: (date: string) => `on ${date}`,
  day: { one: "day", other: "days", zero: "days" },
});
