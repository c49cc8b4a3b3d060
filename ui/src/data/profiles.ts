import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { ipc, type ProfileDraft, type ProfileView } from "@/ipc";
import { keys } from "./queries";

/** All connections. */
export const profilesQuery = () => queryOptions({ queryKey: keys.profiles, queryFn: () => ipc.listProfiles() });

/** Puts a connection that Rust just answered with into the list, at its place. */
export function withProfile(all: ProfileView[] | undefined, one: ProfileView): ProfileView[] {
  const known = all ?? [];
  return known.some((other) => other.id === one.id)
    ? known.map((other) => (other.id === one.id ? one : other))
    : [...known, one];
}

/** Puts a connection that Rust just answered with into the list. */
export function useKeptProfile() {
  const client = useQueryClient();
  return (profile: ProfileView) => {
    client.setQueryData<ProfileView[]>(keys.profiles, (all) => withProfile(all, profile));
    void client.invalidateQueries({ queryKey: keys.profiles });
  };
}

/** Starts the sample platform and gives its connection. */
export function useOpenSample() {
  const kept = useKeptProfile();
  return useMutation({ mutationFn: () => ipc.openSample(), onSuccess: kept });
}

/** Keeps a connection; credentials go to the keychain. */
export function useSaveProfile() {
  const kept = useKeptProfile();
  return useMutation({ mutationFn: (draft: ProfileDraft) => ipc.saveProfile(draft), onSuccess: kept });
}

/** Forgets a connection and its credentials. Its runs are kept. */
export function useRemoveProfile() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (profile: string) => ipc.removeProfile(profile),
    onSuccess: (_, profile) => {
      client.setQueryData<ProfileView[]>(keys.profiles, (all) => all?.filter((other) => other.id !== profile));
      client.removeQueries({ queryKey: keys.roster(profile) });
      return client.invalidateQueries({ queryKey: keys.profiles });
    },
  });
}

/** Calls the read-only lists and says what worked. */
export function useTestProfile() {
  return useMutation({ mutationFn: (profile: string) => ipc.testProfile(profile) });
}
