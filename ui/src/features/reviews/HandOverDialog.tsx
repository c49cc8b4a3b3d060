import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Failure } from "@/components/Failure";
import { reviewOrganizationsQuery, useHandOver } from "@/data/reviews";
import type { HandOverChoice, ReviewRow, ReviewView } from "@/ipc";
import { Button } from "@/kit/Button";
import { ComboBox } from "@/kit/ComboBox";
import { Dialog } from "@/kit/Dialog";
import { RadioGroup } from "@/kit/RadioGroup";
import { TextField } from "@/kit/TextField";
import { reviews } from "@/words/reviews";
import type { Marked } from "./useMarks";

const words = reviews.handOver;

type Whom = "marked" | "organization" | "undecided";

type HandOverDialogProps = {
  profile: string;
  view: ReviewView;
  marked: Marked | null;
  onClose: () => void;
  onSaved: (name: string) => void;
};

/** Gives a part of the review to somebody else, as a workbook. */
export function HandOverDialog({ profile, view, onClose, onSaved, ...now }: HandOverDialogProps) {
  // The list may change under the dialog, which takes the marks away: it is still about whoever stood there, and never about
  // all.
  const [marked] = useState(() => now.marked && { rows: now.marked.rows, people: now.marked.people() });
  const [whom, setWhom] = useState<Whom>(marked ? "marked" : "undecided");
  const [organization, setOrganization] = useState<string | null>(null);
  const [to, setTo] = useState("");
  const [tried, setTried] = useState(false);
  const [gone, setGone] = useState(false);
  const handOver = useHandOver(profile, view.review.id);
  const { undecided } = view.review.counts;
  const noName = to.trim() === "" ? words.typeTo : null;
  const noneChosen = whom === "organization" && organization === null ? words.chooseWhich : null;
  const save = async () => {
    setTried(true);
    if (noName || noneChosen) return;
    const choice = await choiceOf(whom, organization, marked?.people);
    setGone(choice === null);
    if (choice === null) return;
    handOver.mutate({ choice, to: to.trim() }, { onSuccess: (name) => name !== null && onSaved(name) });
  };
  return (
    <Dialog
      title={words.title}
      open
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button
            kind="primary"
            pending={handOver.isPending}
            offBecause={undecided === 0 ? words.nobody : null}
            onPress={() => void save()}
          >
            {words.save}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {handOver.error ? <Failure title={words.failed} error={handOver.error} profile={profile} /> : null}
        <p>{words.text}</p>
        <RadioGroup<Whom>
          label={words.whom}
          options={[
            ...(marked ? [{ value: "marked" as const, label: words.marked(marked.rows) }] : []),
            { value: "organization", label: words.organization },
            { value: "undecided", label: words.undecided(undecided) },
          ]}
          value={whom}
          onChange={setWhom}
        />
        {gone && whom === "marked" ? (
          <p role="alert" className="text-sm text-bad">
            {words.markedGone}
          </p>
        ) : null}
        {whom === "organization" ? (
          <Organizations
            profile={profile}
            review={view.review.id}
            value={organization}
            onChange={setOrganization}
            error={tried ? noneChosen : null}
          />
        ) : null}
        <TextField
          label={words.to}
          help={words.toHelp}
          value={to}
          onChange={setTo}
          maxLength={100}
          error={tried ? noName : null}
        />
      </div>
    </Dialog>
  );
}

/** What is handed over; null where nobody is left of those who were marked, since a choice of nobody means everybody. */
async function choiceOf(
  whom: Whom,
  organization: string | null,
  marked: Promise<ReviewRow[]> | undefined,
): Promise<HandOverChoice | null> {
  if (whom === "organization") return { users: [], organizationIds: organization === null ? [] : [organization] };
  if (whom === "undecided") return { users: [], organizationIds: [] };
  const users = ((await marked) ?? []).map((row) => row.userId);
  return users.length > 0 ? { users, organizationIds: [] } : null;
}

type OrganizationsProps = {
  profile: string;
  review: string;
  value: string | null;
  onChange: (value: string | null) => void;
  error: string | null;
};

/** Organizations in which somebody is undecided. */
function Organizations({ profile, review, ...field }: OrganizationsProps) {
  const known = useQuery(reviewOrganizationsQuery(profile, review));
  if (known.error) return <Failure error={known.error} profile={profile} onRetry={() => void known.refetch()} />;
  if (!known.data) return <div aria-busy="true" className="h-13" />;
  const offered = known.data.filter((one) => one.undecided > 0);
  return (
    <ComboBox
      label={words.which}
      options={offered.map(({ id, label, undecided }) => ({ id, label, note: words.open(undecided) }))}
      {...field}
    />
  );
}
