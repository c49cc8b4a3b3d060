import { useEffect, useRef } from "react";
import { useTestProfile } from "@/data/profiles";
import { isSignedIn, useSignIn } from "@/data/signIn";
import type { ProfileView } from "@/ipc";

/** Whether a person has to sign in with the browser before anything can be tried. */
export function asksBrowser(profile: ProfileView | null): boolean {
  return profile?.signIn.kind === "browser" && !isSignedIn(profile);
}

/** Tries a connection that is kept: signs in with the browser where that is asked for, then calls the lists. */
export function useTrying() {
  const signIn = useSignIn();
  const test = useTestProfile();
  const { mutate: sign, reset: forgetSignIn } = signIn;
  const { mutate: call, reset: forgetTest } = test;
  const trying = (profile: ProfileView, anew: boolean) => {
    forgetTest();
    forgetSignIn();
    if (anew || asksBrowser(profile)) sign(profile.id, { onSuccess: ({ id }) => call(id) });
    else call(profile.id);
  };
  return { signIn, test, trying };
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
