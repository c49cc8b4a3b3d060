import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { Failure } from "@/components/Failure";
import { FromCore } from "@/components/FromCore";
import { useForgetPlatform } from "@/data/storage";
import { AppError, type ProfileView } from "@/ipc";
import { Banner } from "@/kit/Banner";
import { Button } from "@/kit/Button";
import { Checkbox } from "@/kit/Checkbox";
import { Dialog } from "@/kit/Dialog";
import { TextField } from "@/kit/TextField";
import { storage } from "@/words/storage";

const words = storage.dialog;

type ForgetDialogProps = {
  profile: ProfileView;
  /** How many lists are kept. */
  lists: number;
  open: boolean;
  onClose: () => void;
};

/** Says what goes, and asks for the platform's name before it does. */
export function ForgetDialog(props: ForgetDialogProps) {
  // What was typed and ticked is of one asking only.
  return props.open ? <Asked {...props} /> : null;
}

function Asked({ profile, lists, onClose }: ForgetDialogProps) {
  const navigate = useNavigate();
  const forget = useForgetPlatform(profile.id);
  const [typed, setTyped] = useState("");
  const [alsoReviews, setAlsoReviews] = useState(false);
  const confirm = () =>
    // The platform and this question are gone by then; a refusal is shown by the question itself.
    forget.mutateAsync(alsoReviews).then(
      () => navigate({ to: "/" }),
      () => undefined,
    );
  const named = typed.trim() === profile.name.trim();
  return (
    <Dialog
      danger
      open
      title={words.title(profile.name)}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button
            kind="danger"
            pending={forget.isPending}
            offBecause={named ? null : words.typeFirst}
            onPress={confirm}
          >
            {words.confirm(profile.name)}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        {forget.error ? <Refused error={forget.error} profile={profile.id} /> : null}
        <WhatGoes lists={lists} />
        <p>{words.stays}</p>
        <Checkbox isSelected={alsoReviews} onChange={setAlsoReviews}>
          {words.reviews}
          <span className="block text-sm text-ink-3">{words.reviewsNote}</span>
        </Checkbox>
        <TextField autoFocus label={words.name(profile.name)} value={typed} onChange={setTyped} />
      </div>
    </Dialog>
  );
}

function WhatGoes({ lists }: { lists: number }) {
  const all = [words.list, words.history(lists), words.runs, words.drafts, words.views, words.connection];
  return (
    <div>
      <p>{words.goes}</p>
      <ul className="mt-1 list-disc ps-5">
        {all.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </div>
  );
}

/** What is not clear about a run can only be told by what is kept: the runs come first. */
function Refused({ error, profile }: { error: Error; profile: string }) {
  const navigate = useNavigate();
  if (!(error instanceof AppError && error.code === "run-refused")) return <Failure error={error} profile={profile} />;
  return (
    <Banner
      tone="warn"
      title={`${words.refused}.`}
      actions={
        <Button small onPress={() => navigate({ to: "/p/$profile/runs", params: { profile } })}>
          {words.toRuns}
        </Button>
      }
    >
      <FromCore of={error.message} />
    </Banner>
  );
}
