import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Failure } from "@/components/Failure";
import type { useSaveProfile, useTestProfile } from "@/data/profiles";
import type { DoctorReport, ProfileView } from "@/ipc";
import { Button } from "@/kit/Button";
import { Card } from "@/kit/Card";
import { connections } from "@/words/connections";
import { connectionsBegin } from "@/words/connectionsBegin";
import { connectionsSignIn } from "@/words/connectionsSignIn";
import type { ConnectionForm } from "./draft";
import type { Then } from "./FormStage";
import { Examination } from "./report/Examination";
import { asksBrowser } from "./useTrying";

const words = connections.form;

type FormFootProps = {
  profile: ProfileView | null;
  form: ConnectionForm;
  save: ReturnType<typeof useSaveProfile>;
  test: ReturnType<typeof useTestProfile>;
  /** What is under way, by the button that began it. */
  doing: Then | null;
  onSubmit: (then: Then) => void;
  onBack: (() => void) | null;
  onRemove: () => void;
  /** Leads to where fields that were not found are found. */
  match: ReactNode;
};

/** What came of saving and trying, and the buttons. */
export function FormFoot(props: FormFootProps) {
  return (
    <div className="border-t border-line bg-bg px-6 py-3">
      <div className="flex max-w-180 flex-col gap-3">
        {/* A long report scrolls; the buttons under it stay in sight. */}
        <div className="relative flex max-h-[40vh] flex-col gap-3 overflow-y-auto empty:hidden">
          <Outcome {...props} />
        </div>
        <Buttons {...props} />
      </div>
    </div>
  );
}

function Outcome({ profile, save, test, match }: FormFootProps) {
  return (
    <>
      {save.error ? <Failure error={save.error} /> : null}
      {profile && !test.isIdle ? (
        <Card padded>
          <Examination profile={profile.id} test={test} onClose={test.reset} />
          {test.data && missesFields(test.data) ? <div className="mt-3">{match}</div> : null}
        </Card>
      ) : null}
    </>
  );
}

/** Whether something in the answers was not found where it was looked for. */
function missesFields({ steps }: DoctorReport): boolean {
  return steps.some(({ check, state }) => check === "fields" && (state === "failed" || state === "notice"));
}

function Buttons({ profile, form, test, doing, onSubmit, onBack, onRemove }: FormFootProps) {
  const navigate = useNavigate();
  // Only those that were not pressed are disabled: the one under the finger would take the focus with it.
  const state = (then: Then) => ({ pending: doing === then, isDisabled: doing !== null && doing !== then });
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
      <Button {...state("nothing")} onPress={() => onSubmit("nothing")}>
        {words.save}
      </Button>
      {profile && form.signIn === "browser" && !mustSignIn(profile, form) ? (
        <Button {...state("sign-in")} onPress={() => onSubmit("sign-in")}>
          {connectionsSignIn.signIn}
        </Button>
      ) : null}
      {profile && test.data?.ok && doing === null ? (
        <Button kind="primary" onPress={() => navigate({ to: "/p/$profile/users", params: { profile: profile.id } })}>
          {words.openUsers}
        </Button>
      ) : (
        <Button kind="primary" {...state("try")} onPress={() => onSubmit("try")}>
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
