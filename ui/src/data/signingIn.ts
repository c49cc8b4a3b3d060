import {
  type QueryClient,
  queryOptions,
  useMutation,
  useQueries,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { useEffect } from "react";
import { AppError, type ErrorCode, ipc, type Network, type ProfileView } from "@/ipc";
import { withProfile } from "./profiles";
import { keys } from "./queries";

const ABOUT_SIGN_IN: readonly ErrorCode[] = ["token-ends", "sign-in-refused", "credentials-missing"];

/** Whether what was refused for this would have gone well with another sign-in. */
export const isAboutSignInCode = (code: ErrorCode): boolean => ABOUT_SIGN_IN.includes(code);

/** Whether the same would have gone well with another sign-in. */
export const isAboutSignIn = (error: unknown): boolean => error instanceof AppError && isAboutSignInCode(error.code);

function useSignedIn() {
  const client = useQueryClient();
  return (profile: ProfileView) => {
    client.setQueryData(keys.signInRefused(profile.id), false);
    client.setQueryData<ProfileView[]>(keys.profiles, (all) => withProfile(all, profile));
  };
}

/** Takes a new token. It goes to the keychain; the page forgets it. */
export function usePasteToken(profile: string) {
  return useMutation({
    mutationFn: (token: string) => ipc.pasteToken(profile, { token }),
    onSuccess: useSignedIn(),
    gcTime: 0,
  });
}

/** Signs in with the browser: waits for the person there, minutes if need be. Stopping it is not a failure. */
export function useSignIn(profile: string) {
  const client = useQueryClient();
  const signedIn = useSignedIn();
  const forgetAddress = () => client.setQueryData(keys.signingIn(profile), null);
  return useMutation({
    mutationFn: () =>
      ipc.signIn(profile).catch((error: unknown) => {
        if (error instanceof AppError && error.code === "cancelled") return null;
        throw error;
      }),
    onMutate: forgetAddress,
    onSuccess: (view) => (view ? signedIn(view) : undefined),
    onSettled: forgetAddress,
  });
}

/** Waits no longer for the browser. */
export function useCancelSignIn(profile: string) {
  return useMutation({ mutationFn: () => ipc.cancelSignIn(profile) });
}

/** Asks an issuer where people and clients sign in. */
export function useDiscoverSignIn() {
  return useMutation({
    mutationFn: ({ issuer, network }: { issuer: string; network: Network }) => ipc.discoverSignIn(issuer, network),
  });
}

/** What is never asked for, and only told by events. */
const toldQuery = <T>(queryKey: readonly unknown[], otherwise: T) =>
  queryOptions<T>({ queryKey, queryFn: () => otherwise, enabled: false, staleTime: Number.POSITIVE_INFINITY });

function useTold<T>(queryKey: readonly unknown[], otherwise: T): T {
  return useQuery(toldQuery(queryKey, otherwise)).data ?? otherwise;
}

/** The address that the browser was given, while a sign-in waits for the person. */
export const useSignInAddress = (profile: string) => useTold<string | null>(keys.signingIn(profile), null);

/** Whether a call found the sign-in refused, and nobody signed in since. */
export const useIsSignInRefused = (profile: string) => useTold(keys.signInRefused(profile), false);

/** The names of calls begin with what they are about and with whose connection it is. */
function noteRefusal(client: QueryClient, key: readonly unknown[] | undefined, error: unknown): void {
  const profile = key?.[1];
  if (typeof profile !== "string" || !(error instanceof AppError) || error.code !== "sign-in-refused") return;
  if (client.getQueryData(keys.signInRefused(profile)) !== true) {
    client.setQueryData(keys.signInRefused(profile), true);
  }
}

/** Remembers of which connection a sign-in was refused, whichever call found it. Once, at the root. */
export function useRefusedSignIns(): void {
  const client = useQueryClient();
  useEffect(() => {
    const queries = client.getQueryCache().subscribe((event) => {
      if (event.type === "updated" && event.action.type === "error") {
        noteRefusal(client, event.query.queryKey, event.action.error);
      }
    });
    const mutations = client.getMutationCache().subscribe((event) => {
      if (event.type === "updated" && event.action.type === "error") {
        noteRefusal(client, event.mutation.options.mutationKey, event.action.error);
      }
    });
    return () => {
      queries();
      mutations();
    };
  }, [client]);
}

/** The ids of those whose sign-in a call found refused. */
export function useRefusedAmong(profiles: readonly ProfileView[]): string[] {
  const told = useQueries({ queries: profiles.map(({ id }) => toldQuery(keys.signInRefused(id), false)) });
  return profiles.filter((_, place) => told[place]?.data === true).map(({ id }) => id);
}
