import type { passing as english } from "../passing";
import { on } from "./dates";

export const passing: typeof english = {
  justNow: "tikko",
  minutes: (n) => `${n} min`,
  hours: (n) => `${n} h`,
  minutesAgo: (n) => `pirms ${n} min`,
  hoursAgo: (n) => `pirms ${n} h`,
  on,
  day: { one: "diena", other: "dienas", zero: "dienu" },
};
