import { useSaveSettings } from "@/data/status";
import type { Settings } from "@/ipc";
import { tell } from "@/kit/toasts";

/** Keeps a choice, tells of it, and takes it back where that is asked. */
export function useKeeping(settings: Settings) {
  const save = useSaveSettings();
  const keep = (change: Partial<Settings>, said: string) =>
    save.mutate(
      { ...settings, ...change },
      { onSuccess: () => tell({ text: said, undo: () => save.mutateAsync(settings) }) },
    );
  return { keep, error: save.error };
}
