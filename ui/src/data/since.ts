import { queryOptions, useMutation } from "@tanstack/react-query";
import { type Afterwards, ipc, type ReportFormat, type ReportRows } from "@/ipc";
import { useKeepDraft } from "./drafts";
import { keys } from "./queries";

/** What became of the people whom a run invited. A newer list, or a later run, makes it another answer. */
export const sinceQuery = (profile: string, run: string) =>
  queryOptions({
    queryKey: [...keys.roster(profile), "since", run] as const,
    queryFn: () => ipc.runSince(profile, run),
    // Another run may have invited some of them again in the meantime.
    staleTime: 0,
  });

/** Makes a draft of exactly those of a run's people who stand so. Sends nothing. */
export function useInviteAgain(profile: string, run: string) {
  return useMutation({
    mutationFn: (who: Afterwards[]) => ipc.inviteAgain(profile, run, who),
    onSuccess: useKeepDraft(),
  });
}

/** Writes a list of those of a run's people where the person says, and gives its name. */
export function useSaveSince(profile: string, run: string) {
  return useMutation({
    mutationFn: ({ who, format }: { who: Afterwards[]; format: ReportFormat }) =>
      ipc.saveSince(profile, run, who, format),
  });
}

/** Writes a run's report where the person says, and gives its name. */
export function useSaveReport(profile: string, run: string) {
  return useMutation({
    mutationFn: ({ rows, format }: { rows: ReportRows; format: ReportFormat }) =>
      ipc.saveReport(profile, run, rows, format),
  });
}
