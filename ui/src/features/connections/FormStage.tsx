import { useNavigate } from "@tanstack/react-router";
import { type RefObject, useEffect, useRef, useState } from "react";
import { useSaveProfile } from "@/data/profiles";
import type { ProfileView } from "@/ipc";
import { Button } from "@/kit/Button";
import { connectionsMatch } from "@/words/connectionsMatch";
import { DescriptionSection } from "./description/DescriptionSection";
import { type ChangeForm, type ConnectionForm, draftOf, sameChoice, wholeChoice, withoutKept } from "./draft";
import type { Filled } from "./editing";
import { FormFoot } from "./FormFoot";
import { ConnectionFields } from "./form/ConnectionFields";
import { type FormProblems, problemsOf } from "./form/problems";
import { MatchDialog } from "./matching/MatchDialog";
import { RemoveDialog } from "./RemoveDialog";
import { useKind } from "./useNeeds";
import { useTrying, useTryOnce } from "./useTrying";

/** What happens once a connection is kept. */
export type Then = "nothing" | "try" | "sign-in";

type FormStageProps = {
  profile: ProfileView | null;
  form: ConnectionForm;
  filled: Filled | null;
  onForm: ChangeForm;
  /** To where a new connection begins. */
  onBack: (() => void) | null;
  testNow: boolean;
  onTested: (() => void) | undefined;
};

/** What stands over the form. */
type Over = "none" | "removing" | "matching";

/** The form of a connection, and what can be done with it. */
export function FormStage({ profile, form, filled, onForm, onBack, testNow, onTested }: FormStageProps) {
  const navigate = useNavigate();
  const { needs } = useKind(form.description, profile);
  const [problems, setProblems] = useState<FormProblems>({});
  const [over, setOver] = useState<Over>("none");
  const [pressed, setPressed] = useState<Then>("try");
  const { test, trying } = useTrying();
  const { submit, save } = useSubmit({
    profile,
    form,
    onForm,
    trying,
    problems: () => problemsOf(form, profile, needs),
  });
  const fields = useRef<HTMLFormElement>(null);
  useTryOnce(profile, testNow, trying, onTested);
  useFirstNeeded(fields, profile === null || filled !== null ? filled : undefined, () =>
    problemsOf(form, profile, needs),
  );
  const busy = save.isPending || test.isPending;
  const onSubmit = (then: Then) => {
    if (busy) return;
    setPressed(then);
    const found = submit(then);
    setProblems(found);
    if (Object.keys(found).length > 0) focusSoon(fields, found, document.activeElement);
  };
  const match = profile ? <MatchButton profile={profile} form={form} onPress={() => setOver("matching")} /> : null;
  return (
    <>
      {/* Positioned, so that what is only there for screen readers scrolls with it and not with the window. */}
      <div className="relative min-h-0 flex-1 overflow-auto px-6 pb-4">
        <form
          ref={fields}
          noValidate
          className="flex max-w-180 flex-col gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            onSubmit("try");
          }}
        >
          <ConnectionFields profile={profile} form={form} needs={needs} problems={problems} onChange={onForm} />
          <DescriptionSection
            value={form.description}
            onChange={(description) => onForm({ ...form, description })}
            actions={match}
          />
          {/* Enter in any field does what the main button does. */}
          <button type="submit" hidden />
        </form>
      </div>
      <FormFoot
        profile={profile}
        form={form}
        save={save}
        test={test}
        // A test that is tried again from its report was begun by none of the buttons, and is as the one that tests.
        doing={save.isPending ? pressed : test.isPending ? (pressed === "nothing" ? "try" : pressed) : null}
        onSubmit={onSubmit}
        onBack={onBack}
        onRemove={() => setOver("removing")}
        match={match}
      />
      {profile && over === "matching" ? (
        <MatchDialog
          profile={profile}
          onMatched={({ description }) => onForm((now) => ({ ...now, description: wholeChoice(description) }))}
          onClose={() => setOver("none")}
        />
      ) : null}
      {profile ? (
        <RemoveDialog
          profile={profile}
          open={over === "removing"}
          onClose={() => setOver("none")}
          onRemoved={() => navigate({ to: "/connections" })}
        />
      ) : null}
    </>
  );
}

function MatchButton({ profile, form, onPress }: { profile: ProfileView; form: ConnectionForm; onPress: () => void }) {
  const changed = !sameChoice(form.description, profile.description);
  return (
    <Button small offBecause={changed ? connectionsMatch.saveFirst : null} onPress={onPress}>
      {connectionsMatch.open}
    </Button>
  );
}

type Submitting = {
  profile: ProfileView | null;
  form: ConnectionForm;
  onForm: ChangeForm;
  trying: (profile: ProfileView, anew: boolean) => void;
  problems: () => FormProblems;
};

/** Keeps the connection unless something has to be put right first, and gives what. */
function useSubmit({ profile, form, onForm, trying, problems }: Submitting) {
  const navigate = useNavigate();
  const save = useSaveProfile();
  const goOn = (kept: ProfileView, then: Then) => {
    if (profile) return then === "nothing" ? undefined : trying(kept, then === "sign-in");
    return then === "nothing"
      ? navigate({ to: "/p/$profile/users", params: { profile: kept.id } })
      : navigate({ to: "/connections/$id", params: { id: kept.id }, search: { test: true }, replace: true });
  };
  const submit = (then: Then): FormProblems => {
    const found = problems();
    if (Object.keys(found).length > 0) return found;
    save.mutate(draftOf(profile?.id ?? null, form), {
      onSuccess: (kept) => {
        // What was sent is in the keychain now; the page forgets it.
        onForm((now) => withoutKept(now, form));
        void goOn(kept, then);
      },
    });
    return {};
  };
  return { submit, save };
}

/**
 * Goes to the first field, as they stand in the form, that has to be put right. A person who went from `here` to a field
 * meanwhile stays there: a slow window must not take what they type elsewhere.
 */
function focusSoon(fields: RefObject<HTMLFormElement | null>, problems: FormProblems, here: Element | null) {
  requestAnimationFrame(() => {
    const now = document.activeElement;
    if (now !== here && fields.current?.contains(now)) return;
    const named = [...(fields.current?.querySelectorAll<HTMLElement>("[name]") ?? [])];
    const first = named.find((one) => (one.getAttribute("name") ?? "") in problems);
    (first ?? fields.current?.querySelector<HTMLElement>("[aria-invalid=true]"))?.focus();
  });
}

/** Begins where something is left to enter: in a new connection, and each time that a document filled in the rest. */
function useFirstNeeded(
  fields: RefObject<HTMLFormElement | null>,
  filled: Filled | null | undefined,
  problems: () => FormProblems,
) {
  const ask = useRef(problems);
  ask.current = problems;
  useEffect(() => {
    if (filled !== undefined) focusSoon(fields, ask.current(), document.activeElement);
  }, [fields, filled]);
}
