import { isSample } from "@/components/platform";
import type { WayIn } from "@/components/signingIn";
import type { ProfileView } from "@/ipc";

/** Milliseconds before its end from which a token is counted down. */
const COUNTED_DOWN = 3_600_000;

/** How a connection is signed in. */
export type SignInState =
  | { kind: "renews" | "pasted" | "in-browser" | "missing" | "refused" }
  | { kind: "ends"; inMs: number }
  | { kind: "ended"; at: string };

/** How a person signs in, where that needs one; nothing where Rollcall does it by itself. */
export function wayInOf({ signIn }: ProfileView): WayIn | null {
  return { token: "paste" as const, browser: "browser" as const, "client-credentials": null }[signIn.kind];
}

/** When the token ends that a person has to renew; nothing where nobody knows, or where Rollcall does it. */
const endsAt = ({ tokenRenews, tokenExpiresAt }: ProfileView): number | null =>
  tokenRenews || tokenExpiresAt === null ? null : new Date(tokenExpiresAt).getTime();

/** What there is to say of a sign-in: `refused` is what the last call found. */
export function signInState(profile: ProfileView, refused: boolean, now: number): SignInState {
  if (isSample(profile)) return { kind: "renews" };
  if (profile.secret === "missing") return { kind: "missing" };
  const end = endsAt(profile);
  if (end !== null && end <= now) return { kind: "ended", at: profile.tokenExpiresAt ?? "" };
  if (refused) return { kind: "refused" };
  if (end !== null && end - now < COUNTED_DOWN) return { kind: "ends", inMs: end - now };
  if (profile.signIn.kind === "token") return { kind: "pasted" };
  return { kind: profile.tokenRenews ? "renews" : "in-browser" };
}
