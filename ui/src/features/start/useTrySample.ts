import { useNavigate } from "@tanstack/react-router";
import { sentenceOf } from "@/components/sentenceOf";
import { useOpenSample } from "@/data/profiles";
import { toAppError } from "@/ipc";
import { tellUntilRead } from "@/kit/toasts";
import { errors } from "@/words/errors";

/**
 * Goes to the sample platform from any screen. Where it does not open, a message says why, and offers it again: the screen
 * that one is on has nothing to do with it.
 */
export function useTrySample(): (opened?: () => void) => void {
  const sample = useOpenSample();
  const navigate = useNavigate();
  const open = (opened?: () => void): void => {
    sample.mutateAsync().then(
      ({ id }) => {
        opened?.();
        void navigate({ to: "/p/$profile/overview", params: { profile: id } });
      },
      (thrown: unknown) =>
        tellUntilRead({
          text: `${errors.title[toAppError(thrown).code]}.`,
          more: sentenceOf(thrown),
          next: { label: errors.action.retry, go: () => open(opened) },
        }),
    );
  };
  return open;
}
