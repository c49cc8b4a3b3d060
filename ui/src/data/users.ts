import { keepPreviousData, queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import {
  AppError,
  type ExportChoice,
  type ExportProgress,
  ipc,
  type JumpTo,
  type Picked,
  type UserQuery,
  type UserWindow,
} from "@/ipc";
import type { Windows } from "@/kit/useWindowedRows";
import { useKeepDraft } from "./drafts";
import { keys } from "./queries";

/** Everything about one person. */
export const userQuery = (profile: string, user: string) =>
  queryOptions({
    queryKey: [...keys.roster(profile), "user", user] as const,
    queryFn: () => ipc.userDetail(profile, user),
    placeholderData: keepPreviousData,
  });

/** The windows of people that match. */
export const userWindows = (profile: string, query: UserQuery): Windows<UserWindow> => ({
  queryKey: [...keys.roster(profile), "users", query],
  fetchWindow: (offset, limit) => ipc.listUsers(profile, query, offset, limit),
});

/** What people can be filtered by. Older numbers stay until newer ones are there; the order is of no account. */
export function facetsQuery(profile: string, { sort: _, ...query }: UserQuery, domainSearch: string) {
  return queryOptions({
    queryKey: [...keys.roster(profile), "facets", query, domainSearch] as const,
    queryFn: () => ipc.userFacets(profile, query, domainSearch),
    placeholderData: keepPreviousData,
    // Every letter of a search has numbers of its own: they are soon let go.
    gcTime: 30_000,
  });
}

/** Names of the fields that Rollcall has no name for. */
export const knownFieldsQuery = (profile: string) =>
  queryOptions({ queryKey: [...keys.roster(profile), "fields"] as const, queryFn: () => ipc.knownFields(profile) });

/** Looks for the row that begins with what was typed; nothing where there is none. */
export const findPlace = (profile: string, query: UserQuery, to: JumpTo) => ipc.findPlace(profile, query, to);

/** Which rows, of which columns, go to the clipboard. */
export type CopyChoice = { query: UserQuery; picked: Picked; columns: string[]; headers: boolean };

/** Puts rows on the clipboard. */
export function useCopyUsers(profile: string) {
  return useMutation({
    mutationFn: ({ query, picked, columns, headers }: CopyChoice) =>
      ipc.copyUsers(profile, query, picked, columns, headers),
  });
}

/** Makes a draft of those who have not accepted. Sends nothing. */
export function useReinvite(profile: string) {
  return useMutation({
    mutationFn: ({ query, picked }: { query: UserQuery; picked: Picked | null }) =>
      ipc.reinviteUsers(profile, query, picked),
    onSuccess: useKeepDraft(),
  });
}

/** What became of an export: a file, or nothing because no name was given, or because it was stopped. */
export type ExportOutcome = { kind: "saved"; name: string; rows: number } | { kind: "unnamed" } | { kind: "stopped" };

async function exportUsers(profile: string, what: ExportChoice): Promise<ExportOutcome> {
  try {
    const file = await ipc.exportUsers(profile, what);
    return file ? { kind: "saved", ...file } : { kind: "unnamed" };
  } catch (error) {
    if (error instanceof AppError && error.code === "cancelled") return { kind: "stopped" };
    throw error;
  }
}

/** Writes people where the person says. Being stopped is not a failure. */
export function useExportUsers(profile: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (what: ExportChoice) => exportUsers(profile, what),
    onSettled: () => client.setQueryData(keys.exporting(profile), null),
  });
}

/** Stops the export under way; no file is left. */
export function useCancelExport(profile: string) {
  return useMutation({ mutationFn: () => ipc.cancelExport(profile) });
}

/** How far the export under way is, as the last event said. */
export function useExportProgress(profile: string): ExportProgress | null {
  const told = useQuery<ExportProgress | null>({
    queryKey: keys.exporting(profile),
    queryFn: () => null,
    enabled: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return told.data ?? null;
}
