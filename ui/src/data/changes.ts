import { queryOptions, useMutation } from "@tanstack/react-query";
import { type ChangeKind, type ChangeSpan, type ExportFormat, ipc } from "@/ipc";
import { keys } from "./queries";

/** Which changes are meant: between which lists, of which kinds (none: all), and of whom. */
export type ChangeChoice = { span: ChangeSpan; kinds: ChangeKind[]; search: string };

/** Since the last list that is at least a week older than the newest. */
export const SINCE_LAST_WEEK: ChangeSpan = { from: null, to: null };

/** The lists that are kept, newest first. A new list makes it another answer, as it does all below. */
export const refreshesQuery = (profile: string) =>
  queryOptions({
    queryKey: [...keys.roster(profile), "refreshes"] as const,
    queryFn: () => ipc.listRefreshes(profile),
  });

/** How many people joined, left and changed between two lists. */
export const changesQuery = (profile: string, span: ChangeSpan) =>
  queryOptions({
    queryKey: [...keys.roster(profile), "changes", span] as const,
    queryFn: () => ipc.changes(profile, span),
  });

/** The name of the windows of people who joined, left or changed. */
export const changeRowsKey = (profile: string, choice: ChangeChoice) =>
  [...keys.roster(profile), "change-rows", choice] as const;

/** What became of one person between two lists; null where nothing did. The search knows people by their ids too. */
export const changedPersonQuery = (profile: string, span: ChangeSpan, person: string) =>
  queryOptions({
    queryKey: [...keys.roster(profile), "changed-person", span, person] as const,
    queryFn: async () => {
      const { rows } = await ipc.changeRows(profile, span, [], person, 0, 100);
      return rows.find((row) => row.userId === person) ?? null;
    },
  });

/** What changed for one person from list to list, newest first. */
export const historyQuery = (profile: string, person: string) =>
  queryOptions({
    queryKey: [...keys.roster(profile), "history", person] as const,
    queryFn: () => ipc.personHistory(profile, person),
  });

/** Writes the changes where the person says, and gives the file's name. */
export function useExportChanges(profile: string) {
  return useMutation({
    mutationFn: ({ span, kinds, search, format }: ChangeChoice & { format: ExportFormat }) =>
      ipc.exportChanges(profile, span, kinds, search, format),
  });
}
