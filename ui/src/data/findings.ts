import { type QueryClient, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { ipc, type Rule, type Thresholds, type WhatIfView } from "@/ipc";
import { keys } from "./queries";

const key = (profile: string) => [...keys.roster(profile), "findings"] as const;

/** What the list shows that somebody should look at. Judged when it is asked for, and remembered by Rust. */
export const findingsQuery = (profile: string) =>
  queryOptions({
    queryKey: [...key(profile), "all"] as const,
    queryFn: () => ipc.findings(profile),
    // Invitations grow older, mutes end, and other platforms have their own lists.
    staleTime: 0,
  });

/** The name of the windows of people of a finding. */
export const findingPeopleKey = (profile: string, rule: Rule) => [...key(profile), "people", rule] as const;

/** What findings rest on is another thing now: the platform's own are asked for anew, or those of all. */
export const findingsOutdated = (client: QueryClient, profile?: string): Promise<void> =>
  client.invalidateQueries(
    profile === undefined
      ? { predicate: ({ queryKey: [what, , part] }) => what === "roster" && part === "findings" }
      : { queryKey: key(profile) },
  );

/** Why a finding need not be told, until the end of which day, and who says so; null for the computer's account. */
export type Mute = { rule: Rule; reason: string; until: string; by: string | null };

/** Puts a finding apart for a while. */
export function useMuteFinding(profile: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ rule, reason, until, by }: Mute) => ipc.muteFinding(profile, rule, reason, until, by),
    onSuccess: (view) => client.setQueryData(findingsQuery(profile).queryKey, view),
  });
}

/** Tells a muted finding again. */
export function useUnmuteFinding(profile: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (rule: Rule) => ipc.unmuteFinding(profile, rule),
    onSuccess: (view) => client.setQueryData(findingsQuery(profile).queryKey, view),
  });
}

/** From where on something is told, for all platforms. */
export const thresholdsQuery = () =>
  queryOptions({ queryKey: ["thresholds"] as const, queryFn: () => ipc.thresholds() });

/** Keeps from where on something is told. */
export function useSaveThresholds() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (thresholds: Thresholds) => ipc.saveThresholds(thresholds),
    onSuccess: (view) => {
      client.setQueryData(thresholdsQuery().queryKey, view);
      return findingsOutdated(client);
    },
  });
}

/** Who signs in with what, by organization and by mail domain. */
export const providerInsightsQuery = (profile: string) =>
  queryOptions({
    queryKey: [...keys.roster(profile), "provider-insights"] as const,
    queryFn: () => ipc.providerInsights(profile),
  });

/** The name of the windows of people who could no longer sign in without a provider. */
export const whatIfKey = (profile: string, provider: string) => [...keys.roster(profile), "what-if", provider] as const;

/** A window of them, with the numbers that come with each. */
export const whatIfWindow =
  (profile: string, provider: string) =>
  (offset: number, limit: number): Promise<WhatIfView> =>
    ipc.whatIfSwitchedOff(profile, provider, offset, limit);
