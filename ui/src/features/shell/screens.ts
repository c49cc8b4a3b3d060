/** The screens that every platform has, in the order of the rail. */
export const PLATFORM_SCREENS = [
  "overview",
  "users",
  "changes",
  "findings",
  "roles",
  "providers",
  "reviews",
  "invite",
  "runs",
] as const;

/** A screen of a platform. */
export type PlatformScreen = (typeof PLATFORM_SCREENS)[number];
