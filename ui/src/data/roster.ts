import { type QueryClient, queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { AppError, ipc, type OrganizationId, type RefreshOutcome, type RefreshProgress, type RoleId } from "@/ipc";
import { ofEveryDraft } from "./drafts";
import { findingsOutdated } from "./findings";
import { keys } from "./queries";

/** Counts, and how fresh they are. */
export const summaryQuery = (profile: string) =>
  queryOptions({ queryKey: [...keys.roster(profile), "summary"] as const, queryFn: () => ipc.rosterSummary(profile) });

/** Roles and how many people hold each. */
export const rolesQuery = (profile: string) =>
  queryOptions({ queryKey: [...keys.roster(profile), "roles"] as const, queryFn: () => ipc.listRoles(profile) });

/** Says which roles give power over others. */
export function useSetPrivileged(profile: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (roles: RoleId[]) => ipc.setPrivileged(profile, roles),
    // At once: a second switch that is pressed meanwhile must not take the first one back.
    onMutate: (ids) =>
      client.setQueryData(rolesQuery(profile).queryKey, (roles) =>
        roles?.map((role) => ({ ...role, privileged: ids.includes(role.id) })),
      ),
    onSuccess: (roles) => {
      client.setQueryData(rolesQuery(profile).queryKey, roles);
      // What is found rests on it, and so does what a draft offers and its last question says.
      return Promise.all([client.invalidateQueries(ofEveryDraft("check")), findingsOutdated(client, profile)]);
    },
    onError: () => client.invalidateQueries({ queryKey: rolesQuery(profile).queryKey }),
  });
}

/** Identity providers and how many people use each. */
export const identityProvidersQuery = (profile: string) =>
  queryOptions({
    queryKey: [...keys.roster(profile), "identity-providers"] as const,
    queryFn: () => ipc.listIdentityProviders(profile),
  });

/** Organizations and how many people belong to each. */
export const organizationsQuery = (profile: string) =>
  queryOptions({
    queryKey: [...keys.roster(profile), "organizations"] as const,
    queryFn: () => ipc.listOrganizations(profile),
  });

/** How far the refresh under way is: what the last event said, or what the summary knew. */
export function useRefreshProgress(profile: string): RefreshProgress | null {
  const told = useQuery<RefreshProgress | null>({
    queryKey: keys.refreshing(profile),
    queryFn: () => null,
    enabled: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const summary = useQuery(summaryQuery(profile));
  return told.data ?? summary.data?.refreshing ?? null;
}

/** Whether a refresh read a list that looks wrong and waits for a person's word. */
export const isListHeld = (error: unknown): boolean => error instanceof AppError && error.code === "list-held";

const refreshKey = (profile: string) => ["refresh", profile] as const;

/** Fetches everyone anew, or the people of one organization alone. Being cancelled is not a failure. */
export function useRefresh(profile: string) {
  const client = useQueryClient();
  // biome-ignore lint/suspicious/noConfusingVoidType: without an organization it is everyone
  return useMutation<RefreshOutcome | null, Error, OrganizationId | void>({
    mutationKey: refreshKey(profile),
    mutationFn: (organization) =>
      (organization ? ipc.refreshCustomer(profile, organization) : ipc.refresh(profile)).catch((error: unknown) => {
        if (error instanceof AppError && error.code === "cancelled") return null;
        throw error;
      }),
    onMutate: () => client.setQueryData(keys.refreshing(profile), { profile, read: 0, total: null, secondsLeft: null }),
    onSettled: () => {
      client.setQueryData(keys.refreshing(profile), null);
      return client.invalidateQueries({ queryKey: keys.roster(profile) });
    },
  });
}

/** Learns organizations from a small spreadsheet that the person picks; nothing where none was picked. */
export function useOrganizationsFromFile(profile: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      const file = await ipc.pickDocument();
      return file && ipc.takeOrganizations(profile, file.token);
    },
    onSuccess: (taken) => (taken ? learned(client, profile) : undefined),
  });
}

/** Learns organizations of a connection from a table that was dropped. */
export function useTakeOrganizations() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ profile, token }: { profile: string; token: string }) => ipc.takeOrganizations(profile, token),
    onSuccess: (_, { profile }) => learned(client, profile),
  });
}

function learned(client: QueryClient, profile: string) {
  // Plans rest on what is known, so they are checked anew.
  void client.invalidateQueries(ofEveryDraft("check"));
  return client.invalidateQueries({ queryKey: keys.roster(profile) });
}

/** A word on a list that looks wrong. Plans rest on what is listed, so they are checked anew. */
function useDecideHeld<T>(profile: string, decide: (fetchedAt: string) => Promise<T>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: decide,
    onSuccess: () => client.invalidateQueries(ofEveryDraft("check")),
    // Also where it was refused: then another list is held by now, or none.
    onSettled: () => client.invalidateQueries({ queryKey: keys.roster(profile) }),
  });
}

/** It is right: it becomes the list. */
export const useTakeHeld = (profile: string) =>
  useDecideHeld(profile, (fetchedAt) => ipc.takeHeldList(profile, fetchedAt));

/** The one from before is right. */
export const useDiscardHeld = (profile: string) =>
  useDecideHeld(profile, (fetchedAt) => ipc.discardHeldList(profile, fetchedAt));

/** Stops a refresh; the old list stays. */
export function useCancelRefresh(profile: string) {
  return useMutation({ mutationFn: () => ipc.cancelRefresh(profile) });
}
