import { createContext } from "react";
import type { ErrorCode } from "@/ipc";

/** How a person signs in anew: with another token, or in the browser. */
export type WayIn = "paste" | "browser";

/** What can be asked of whoever is in front of the window when a sign-in is the trouble. */
export type Ask = {
  /** How to sign in where that helps with this error; nothing where it does not, or where no person is needed. */
  wayOf: (profile: string, code: ErrorCode) => WayIn | null;
  /** Asks for it, and does `after` once it is done. */
  ask: (profile: string, after?: () => void) => void;
};

/** The question for a sign-in, which any screen may ask. The shell answers it. */
export const SigningIn = createContext<Ask>({ wayOf: () => null, ask: () => undefined });
