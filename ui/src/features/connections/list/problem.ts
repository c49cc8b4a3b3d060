import { isSample } from "@/components/platform";
import type { ProfileView } from "@/ipc";
import { connectionList } from "@/words/connectionList";
import { signInState, wayInOf } from "../signIn/state";

const words = connectionList.problem;

/** What repairs it: something that is typed into the form, signing in, or another answer of the keychain. */
export type Repair = "edit" | "sign-in" | "keychain";

/** Why a connection does not work as it is, and what to do about it. */
export type Problem = { sentence: string; repair: Repair };

/** The first thing that is wrong with a connection; nothing where nothing is. `refused` is what the last call found. */
export function problemOf(profile: ProfileView, refused: boolean, now: number): Problem | null {
  if (isSample(profile)) return null;
  return missing(profile) ?? keychain(profile) ?? signIn(profile, refused, now);
}

function missing(profile: ProfileView): Problem | null {
  if (profile.needs.subscriptionKey && profile.subscriptionKey === "missing") {
    return { sentence: words.keyMissing, repair: "edit" };
  }
  const { proxy } = profile.network;
  if (proxy?.kind === "manual" && proxy.user !== null && profile.proxyPassword === "missing") {
    return { sentence: words.proxyPassword, repair: "edit" };
  }
  return null;
}

function keychain(profile: ProfileView): Problem | null {
  const asked = [profile.secret, ...(profile.needs.subscriptionKey ? [profile.subscriptionKey] : [])];
  return asked.includes("unknown") ? { sentence: words.keychain, repair: "keychain" } : null;
}

function signIn(profile: ProfileView, refused: boolean, now: number): Problem | null {
  const repair = wayInOf(profile) === null ? "edit" : "sign-in";
  const state = signInState(profile, refused, now);
  switch (state.kind) {
    case "missing":
      return { sentence: MISSING[profile.signIn.kind], repair };
    case "ended":
      return { sentence: words.tokenEnded(state.at, now), repair };
    case "refused":
      return { sentence: words.refused, repair };
    default:
      return null;
  }
}

const MISSING: Record<ProfileView["signIn"]["kind"], string> = {
  token: words.tokenMissing,
  browser: words.nobodySignedIn,
  "client-credentials": words.secretMissing,
};
