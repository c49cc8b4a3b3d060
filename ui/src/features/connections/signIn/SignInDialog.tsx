import { useEffect, useRef } from "react";
import { Failure } from "@/components/Failure";
import { useCancelSignIn, useSignIn, useSignInAddress } from "@/data/signingIn";
import type { ProfileView } from "@/ipc";
import { Button, Spinner } from "@/kit/Button";
import { CopyButton } from "@/kit/CopyButton";
import { Dialog } from "@/kit/Dialog";
import { signingIn } from "@/words/signingIn";

const words = signingIn.browser;

type SignInDialogProps = {
  profile: ProfileView;
  /** What was refused for want of a sign-in, to be done now. */
  after: (() => void) | null;
  onClose: () => void;
};

/** Opens the browser at once, and waits for the person there. */
export function SignInDialog({ profile, after, onClose }: SignInDialogProps) {
  const signIn = useSignIn(profile.id);
  const cancel = useCancelSignIn(profile.id);
  const begin = () =>
    signIn.mutate(undefined, {
      onSuccess: (view) => {
        onClose();
        if (view) after?.();
      },
    });
  useOnce(begin);
  const stop = () => {
    if (!signIn.error) cancel.mutate();
    onClose();
  };
  return (
    <Dialog
      title={words.title(profile.name)}
      open
      stays
      onClose={stop}
      actions={
        <>
          <Button autoFocus onPress={stop}>
            {words.cancel}
          </Button>
          {signIn.error ? (
            <Button kind="primary" onPress={begin}>
              {words.again}
            </Button>
          ) : null}
        </>
      }
    >
      {signIn.error ? <Failure error={signIn.error} /> : <Waiting profile={profile.id} />}
    </Dialog>
  );
}

function Waiting({ profile }: { profile: string }) {
  const address = useSignInAddress(profile);
  return (
    <div className="flex flex-col gap-3">
      <p role="status" className="flex items-start gap-2.5 text-ink">
        <span className="mt-0.5 flex">
          <Spinner />
        </span>
        {address ? words.waiting : words.opening}
      </p>
      {address ? (
        <>
          <p>{words.byHand}</p>
          <div className="flex items-start gap-3 rounded-md border border-line bg-sunken p-2.5">
            <code className="min-w-0 flex-1 font-mono text-xs break-all select-text">{address}</code>
            <CopyButton text={address} label={words.copy} />
          </div>
        </>
      ) : null}
    </div>
  );
}

/** Does it when it first appears, and not again. */
function useOnce(act: () => void) {
  const done = useRef(false);
  useEffect(() => {
    if (done.current) return;
    done.current = true;
    act();
  });
}
