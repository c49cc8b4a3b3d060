import { useQueryClient } from "@tanstack/react-query";
import { thresholdsQuery, useSaveThresholds } from "@/data/findings";
import type { Thresholds, ThresholdsView } from "@/ipc";
import { tell } from "@/kit/toasts";
import { thresholds as words } from "@/words/thresholds";
import { newChoices } from "./choices";

const choices = newChoices<Thresholds>();

/** Keeps the thresholds, tells of it, and takes back what was changed where that is asked. */
export function useKeepingThresholds() {
  const client = useQueryClient();
  const save = useSaveThresholds();
  // Its failures are told by the message, not by the form.
  const back = useSaveThresholds();
  const keptNow = () => client.getQueryData(thresholdsQuery().queryKey)?.thresholds ?? {};
  const keep = (said: Thresholds, onKept: (view: ThresholdsView) => void) => {
    const before = keptNow();
    const done = (view: ThresholdsView) => {
      onKept(view);
      const steps = choices.take(before, view.thresholds, Object.keys(said) as (keyof Thresholds)[]);
      const undo = () => choices.takeBack(steps, keptNow(), (parts) => back.mutateAsync({ ...keptNow(), ...parts }));
      tell({ text: words.saved, ...(steps.length > 0 ? { undo } : {}) });
    };
    save.mutateAsync(said).then(done, () => undefined);
  };
  return { keep, error: save.error, isPending: save.isPending, reset: save.reset };
}
