import { useContext, useEffect, useRef } from "react";
import { SigningIn } from "@/components/signingIn";
import { useTestProfile } from "@/data/profiles";
import type { ProfileView } from "@/ipc";
import { signInState } from "./signIn/state";

/** Whether a person has to sign in with the browser before anything can be tried. */
export function asksBrowser(profile: ProfileView | null): boolean {
  if (profile?.signIn.kind !== "browser") return false;
  const { tokenExpiresAt } = profile;
  // A server may give a token and nothing to renew it with.
  if (tokenExpiresAt !== null && new Date(tokenExpiresAt).getTime() > Date.now()) return false;
  return ["missing", "ended"].includes(signInState(profile, false, Date.now()).kind);
}

/** Tries a connection that is kept: a person signs in with the browser where that is asked for, then all is looked at. */
export function useTrying() {
  const { ask } = useContext(SigningIn);
  const test = useTestProfile();
  const { mutate, reset } = test;
  const trying = (profile: ProfileView, anew: boolean) => {
    reset();
    if (anew || asksBrowser(profile)) ask(profile.id, () => mutate(profile.id));
    else mutate(profile.id);
  };
  return { test, trying };
}

/** Tries a connection that was just made, once. */
export function useTryOnce(
  profile: ProfileView | null,
  now: boolean,
  trying: (profile: ProfileView, anew: boolean) => void,
  onTested: (() => void) | undefined,
) {
  const done = useRef(false);
  useEffect(() => {
    if (!now || !profile || done.current) return;
    done.current = true;
    trying(profile, false);
    onTested?.();
  }, [now, profile, trying, onTested]);
}
