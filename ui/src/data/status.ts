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

/** Keeps what the person chose; shown at once, taken back if it could not be kept. */
export function useSaveSettings() {
  const client = useQueryClient();
  const put = (settings: Settings) =>
    client.setQueryData<AppStatus>(keys.status, (status) => status && { ...status, settings });
  return useMutation({
    mutationFn: (settings: Settings) => ipc.saveSettings(settings),
    onMutate: put,
    onSuccess: put,
    onError: () => client.invalidateQueries({ queryKey: keys.status }),
  });
}
