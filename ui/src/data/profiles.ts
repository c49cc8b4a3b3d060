import { keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { type DoctorStep, type Header, ipc, type ProfileDraft, type ProfileView } from "@/ipc";
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

/** Looks at everything that inviting needs, step by step (see `useExamined`), and says what works. */
export function useTestProfile() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (profile: string) => ipc.testProfile(profile),
    // What an earlier examination found is no part of this one.
    onMutate: (profile) => client.setQueryData<DoctorStep[]>(keys.examined(profile), []),
  });
}

/** A connection as it stands, to be kept with a change. Its credentials stay the ones that there are. */
export const unchanged = (profile: ProfileView): ProfileDraft => ({
  id: profile.id,
  name: profile.name,
  colour: profile.colour,
  live: profile.live,
  baseUrl: profile.baseUrl,
  scope: profile.scope,
  extraHeaders: profile.extraHeaders,
  signIn: profile.signIn,
  subscriptionKey: null,
  secret: null,
  sessionOnly: profile.sessionOnly,
  readOnly: profile.readOnly,
  description: profile.description,
  network: profile.network,
  proxyPassword: null,
});

/** Makes a connection with the same settings and credentials. */
export function useDuplicateProfile() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (profile: string) => ipc.duplicateProfile(profile),
    onSuccess: (copy) => {
      client.setQueryData<ProfileView[]>(keys.profiles, (all) => withProfile(all, copy));
      return client.invalidateQueries({ queryKey: keys.profiles });
    },
  });
}

/** Writes a connection without its credentials where the person says; answers with the file's name, if one was chosen. */
export function useExportConnection() {
  return useMutation({
    mutationFn: async ({ id, extraHeaders }: ProfileView) => {
      const file = await ipc.exportConnection(id);
      return file === null ? null : { file, headers: await ipc.secretHeaders(extraHeaders) };
    },
  });
}

/** Names of those headers that look like credentials. */
export const secretHeadersQuery = (headers: Header[]) =>
  queryOptions({
    queryKey: ["secret-headers", headers] as const,
    queryFn: () => ipc.secretHeaders(headers),
    enabled: headers.some(({ name }) => name.trim() !== ""),
    placeholderData: keepPreviousData,
    gcTime: 0,
  });

/** Puts the connections into this order; shown at once, taken back if it could not be kept. */
export function useOrderProfiles() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (ids: string[]) => ipc.orderProfiles(ids),
    onMutate: (ids) =>
      client.setQueryData<ProfileView[]>(keys.profiles, (all) =>
        ids.flatMap((id) => all?.find((one) => one.id === id) ?? []),
      ),
    onSuccess: (all) => client.setQueryData(keys.profiles, all),
    onError: () => client.invalidateQueries({ queryKey: keys.profiles }),
  });
}
