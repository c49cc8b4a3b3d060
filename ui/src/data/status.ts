import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { type AppStatus, ipc, type Settings } from "@/ipc";
import { keys } from "./queries";

/** How this installation stands. */
export const statusQuery = () => queryOptions({ queryKey: keys.status, queryFn: () => ipc.appStatus() });

/** Keeps the choice of a language. It is shown once it is kept, for the page is then loaded anew. */
export function useChangeLanguage() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (settings: Settings) => ipc.saveSettings(settings),
    onSuccess: (settings) => client.setQueryData<AppStatus>(keys.status, (status) => status && { ...status, settings }),
  });
}

/**
 * Keeps what the person chose, and everything else as it is by then; shown at once, taken back if it could not be kept.
 */
export function useSaveSettings() {
  const client = useQueryClient();
  const put = (change: Partial<Settings>) =>
    client.setQueryData<AppStatus>(
      keys.status,
      (status) => status && { ...status, settings: { ...status.settings, ...change } },
    );
  return useMutation({
    mutationFn: async (change: Partial<Settings>) => {
      const { settings } = await client.ensureQueryData(statusQuery());
      return ipc.saveSettings({ ...settings, ...change });
    },
    onMutate: put,
    onSuccess: put,
    onError: () => client.invalidateQueries({ queryKey: keys.status }),
  });
}
