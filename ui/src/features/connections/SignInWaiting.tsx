import { Failure } from "@/components/Failure";
import { useCancelSignIn } from "@/data/signIn";
import { Banner } from "@/kit/Banner";
import { Button } from "@/kit/Button";
import { CopyButton } from "@/kit/CopyButton";
import { connectionsSignIn } from "@/words/en/connectionsSignIn";

const words = connectionsSignIn.waiting;

/** Says that the browser is waited for, where to sign in if it did not open, and stops waiting. */
export function SignInWaiting({ profile, address }: { profile: string; address: string | null }) {
  const cancel = useCancelSignIn();
  return (
    <>
      <Banner
        tone="new"
        title={words.title}
        actions={
          <>
            {address ? <CopyButton text={address} label={words.copy} /> : null}
            <Button small pending={cancel.isPending} onPress={() => cancel.mutate(profile)}>
              {words.cancel}
            </Button>
          </>
        }
      >
        {words.text}
        {address ? (
          <span className="mt-1 block text-sm text-ink-2">
            {words.noPage} <span className="line-clamp-2 font-mono break-all">{address}</span>
          </span>
        ) : null}
      </Banner>
      {cancel.error ? <Failure error={cancel.error} /> : null}
    </>
  );
}
