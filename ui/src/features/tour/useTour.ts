import { useSaveSettings } from "@/data/status";
import { useTrySample } from "@/features/start/useTrySample";
import type { Settings, Tour } from "@/ipc";
import { tell } from "@/kit/toasts";
import { tour as words } from "@/words/tour";

/** The ways through the tour. How far one is outlives the window. */
export function useTour(settings: Settings | undefined) {
  const save = useSaveSettings();
  const openSample = useTrySample();
  const to = (tour: Tour) => settings && save.mutate({ tour });
  return {
    to,
    /** Leaves it where it is; the message leads back to the same step. */
    leave: () => {
      if (!settings) return;
      const before = settings.tour ?? "find";
      const left = () => tell({ text: words.left, next: { label: words.goOn, go: () => to(before) } });
      // The card goes at once, and what a mutation calls back when it is over goes with who asked: a promise stays.
      void save.mutateAsync({ tour: "over" }).then(left, () => undefined);
    },
    /** Shows it from its beginning, on the sample platform. */
    begin: () => openSample(() => to("find")),
  };
}
