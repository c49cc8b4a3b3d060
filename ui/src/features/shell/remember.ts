/** What this page remembers between starts: choices of the eye alone, never data, never a secret. */
const PROFILE = "rollcall.profile";

/** The platform that was open last. */
export const lastProfile = (): string | null => localStorage.getItem(PROFILE);

/** Remembers the open platform. */
export const rememberProfile = (profile: string): void => localStorage.setItem(PROFILE, profile);
