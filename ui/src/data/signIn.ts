import { useMutation } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { ipc, type Network, onEvent, type ProfileView } from "@/ipc";
import { useKeptProfile } from "./profiles";

/** Whether Rollcall has a token of the connection, or gets one without a person. */
export function isSignedIn({ tokenExpiresAt, tokenRenews }: Pick<ProfileView, "tokenExpiresAt" | "tokenRenews">) {
  return tokenRenews || (tokenExpiresAt !== null && new Date(tokenExpiresAt).getTime() > Date.now());
}

/** Opens the browser for a connection and waits until the person has signed in. */
export function useSignIn() {
  const kept = useKeptProfile();
  return useMutation({ mutationFn: (profile: string) => ipc.signIn(profile), onSuccess: kept });
}

/** Stops waiting for the browser. */
export function useCancelSignIn() {
  return useMutation({ mutationFn: (profile: string) => ipc.cancelSignIn(profile) });
}

/** The address at which a sign-in waits for the person; nothing before it is known, and once it no longer waits. */
export function useSignInAddress(profile: string | null, waiting: boolean): string | null {
  const [told, setTold] = useState<{ profile: string; url: string } | null>(null);
  useEffect(() => onEvent((event) => event.kind === "sign-in-waiting" && setTold(event.data)), []);
  useEffect(() => {
    if (!waiting) setTold(null);
  }, [waiting]);
  return waiting && told?.profile === profile ? told.url : null;
}

/** Asks an issuer where people and clients sign in. */
export function useDiscoverSignIn() {
  return useMutation({
    mutationFn: ({ issuer, network }: { issuer: string; network: Network }) => ipc.discoverSignIn(issuer, network),
  });
}
