import { said } from "./said";

/** How time that passes is written. Read by `format` alone. */
const ENGLISH = {
  justNow: "just now",
  minutes: (n: number) => `${n} min`,
  hours: (n: number) => `${n} h`,
  minutesAgo: (n: number) => `${n} min ago`,
  hoursAgo: (n: number) => `${n} h ago`,
  on: (date: string) => `on ${date}`,
  day: { one: "day", other: "days", zero: "days" },
};

export const passing = said("passing", ENGLISH);

/** How time that passes is written in the language of now: a language's own words load `format`, before they are spoken. */
export const passingNow = () => said("passing", ENGLISH);
