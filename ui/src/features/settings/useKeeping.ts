import { useQueryClient } from "@tanstack/react-query";
import { keys } from "@/data/queries";
import { useSaveSettings } from "@/data/status";
import type { AppStatus, Settings } from "@/ipc";
import { tell } from "@/kit/toasts";
import { newChoices } from "./choices";

const choices = newChoices<Settings>();

/** Keeps a choice, tells of it, and takes it back where that is asked. */
export function useKeeping(settings: Settings) {
  const client = useQueryClient();
  const save = useSaveSettings();
  const settingsNow = () => client.getQueryData<AppStatus>(keys.status)?.settings ?? settings;
  const keep = (change: Partial<Settings>, said: string) => {
    const done = (kept: Settings) => {
      const steps = choices.take(settings, kept, Object.keys(change) as (keyof Settings)[]);
      tell({ text: said, undo: () => choices.takeBack(steps, settingsNow(), save.mutateAsync) });
    };
    // A failure is shown by who asked; what a mutation calls back would not be called once another choice follows.
    save.mutateAsync(change).then(done, () => undefined);
  };
  return { keep, error: save.error };
}
