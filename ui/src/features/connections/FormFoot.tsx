import { useNavigate } from "@tanstack/react-router";
import { Failure } from "@/components/Failure";
import type { useSaveProfile, useTestProfile } from "@/data/profiles";
import { type useSignIn, useSignInAddress } from "@/data/signIn";
import type { ProfileView } from "@/ipc";
import { Button } from "@/kit/Button";
import { Card } from "@/kit/Card";
import { connections } from "@/words/en/connections";
import { connectionsBegin } from "@/words/en/connectionsBegin";
import { connectionsSignIn } from "@/words/en/connectionsSignIn";
import type { ConnectionForm } from "./draft";
import type { Then } from "./FormStage";
import { SignInWaiting } from "./SignInWaiting";
import { TestReport } from "./TestReport";
import { asksBrowser } from "./useTrying";

const words = connections.form;

type FormFootProps = {
  profile: ProfileView | null;
  form: ConnectionForm;
  save: ReturnType<typeof useSaveProfile>;
  signIn: ReturnType<typeof useSignIn>;
  test: ReturnType<typeof useTestProfile>;
  onSubmit: (then: Then) => void;
  onBack: (() => void) | null;
  onRemove: () => void;
};

/** What came of saving and trying, and the buttons. */
export function FormFoot(props: FormFootProps) {
  return (
    <div className="border-t border-line bg-bg px-6 py-3">
      <div className="flex max-h-[45vh] max-w-180 flex-col gap-3 overflow-y-auto">
        <Outcome {...props} />
        <Buttons {...props} />
      </div>
    </div>
  );
}

function Outcome({ profile, save, signIn, test }: FormFootProps) {
  // Heard from the start: the address may be told before the waiting is drawn.
  const address = useSignInAddress(profile?.id ?? null, signIn.isPending);
  return (
    <>
      {save.error ? <Failure error={save.error} /> : null}
      {profile && signIn.isPending ? <SignInWaiting profile={profile.id} address={address} /> : null}
      {signIn.error && !signIn.isPending ? <Failure error={signIn.error} /> : null}
      {test.isPending ? (
        <p role="status" className="text-ink-2">
          {connections.report.testing}
        </p>
      ) : null}
      {test.error && !test.isPending ? <Failure error={test.error} /> : null}
      {test.data && !test.isPending ? (
        <Card padded>
          <TestReport report={test.data} />
        </Card>
      ) : null}
    </>
  );
}

function Buttons({ profile, form, save, signIn, test, onSubmit, onBack, onRemove }: FormFootProps) {
  const navigate = useNavigate();
  const busy = save.isPending || signIn.isPending || test.isPending;
  return (
    <div className="flex items-center gap-2">
      {onBack ? (
        <Button kind="quiet" aria-label={connectionsBegin.backTitle} onPress={onBack}>
          {connectionsBegin.back}
        </Button>
      ) : null}
      {profile ? (
        <Button kind="quiet" onPress={onRemove}>
          {connections.remove}
        </Button>
      ) : null}
      <span className="flex-1" />
      <Button onPress={() => navigate({ to: "/connections" })}>{words.cancel}</Button>
      <Button isDisabled={busy} onPress={() => onSubmit("nothing")}>
        {words.save}
      </Button>
      {profile && form.signIn === "browser" && !mustSignIn(profile, form) ? (
        <Button isDisabled={busy} onPress={() => onSubmit("sign-in")}>
          {connectionsSignIn.signIn}
        </Button>
      ) : null}
      {profile && test.data?.ok && !busy ? (
        <Button kind="primary" onPress={() => navigate({ to: "/p/$profile/users", params: { profile: profile.id } })}>
          {words.openUsers}
        </Button>
      ) : (
        <Button kind="primary" pending={busy} onPress={() => onSubmit("try")}>
          {mustSignIn(profile, form) ? connectionsSignIn.saveAndSignIn : words.saveAndTest}
        </Button>
      )}
    </div>
  );
}

/** Whether the browser has to be opened before the connection can be tried. */
function mustSignIn(profile: ProfileView | null, form: ConnectionForm): boolean {
  return form.signIn === "browser" && (profile?.signIn.kind !== "browser" || asksBrowser(profile));
}
