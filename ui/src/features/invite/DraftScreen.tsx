import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { Page } from "@/components/Page";
import { checkQuery, draftQuery } from "@/data/drafts";
import { type DraftView, toAppError } from "@/ipc";
import { Button } from "@/kit/Button";
import { EmptyState } from "@/kit/EmptyState";
import { IconButton } from "@/kit/IconButton";
import { FileIcon, TrashIcon } from "@/kit/icons";
import { invite as words } from "@/words/invite";
import { ColumnsStep } from "./ColumnsStep";
import type { ClassGroup } from "./classes";
import { DiscardDialog } from "./DiscardDialog";
import { ErrorBanner } from "./ErrorBanner";
import { type Step, screenOf } from "./flow";
import { ReviewStep } from "./ReviewStep";
import { Steps } from "./Steps";
import { usePlaces } from "./usePlaces";
import { useToRun } from "./useToRun";

export type DraftScreenProps = {
  profile: string;
  draft: string;
  /** What the address asks for. */
  step: Step | undefined;
  group: ClassGroup;
  onStep: (step: Step) => void;
  onGroup: (group: ClassGroup) => void;
};

/** A file being prepared: its columns, or the review of its rows. */
export function DraftScreen(props: DraftScreenProps) {
  const draft = useQuery(draftQuery(props.draft));
  const navigate = useNavigate();
  const startAgain = () => navigate({ to: "/p/$profile/invite", params: { profile: props.profile } });
  if (draft.isPending) return <div aria-busy="true" className="h-full" />;
  if (draft.error) {
    if (toAppError(draft.error).code === "file-gone") return <Gone onAgain={startAgain} />;
    return (
      <div className="p-6">
        <ErrorBanner error={draft.error} onRetry={() => draft.refetch()} />
      </div>
    );
  }
  return <Draft {...props} view={draft.data} onLeave={startAgain} />;
}

function Draft(props: DraftScreenProps & { view: DraftView; onLeave: () => void }) {
  const { view, profile, onStep } = props;
  // Whoever has to look at the columns stays there until they go on: the last choice must not take the screen away.
  const places = usePlaces(profile);
  const [begun] = useState(() => screenOf(view, undefined, places).step);
  const screen = screenOf(view, props.step ?? (begun === "columns" ? "columns" : undefined), places);
  const { run } = view;
  const toRun = useToRun(profile);
  const checkable = screen.step === "review" || screen.missing.length === 0;
  const check = useQuery({ ...checkQuery(view.id), enabled: checkable });
  return (
    <Page
      title={words.title}
      note={<Facts view={view} />}
      actions={
        <>
          <Steps
            now={screen.step === "columns" ? "columns" : screen.over === "send" ? "send" : "review"}
            typed={view.file.name === null}
            onGo={{
              ...(run === null ? { columns: () => onStep("columns") } : { report: () => toRun(run) }),
              ...(checkable ? { review: () => onStep("review") } : {}),
            }}
          />
          {run === null ? <Discard draft={view.id} onLeave={props.onLeave} /> : null}
        </>
      }
    >
      {screen.step === "columns" ? (
        <ColumnsStep
          profile={profile}
          draft={view}
          missing={screen.missing}
          check={check}
          onReview={() => onStep("review")}
        />
      ) : (
        <ReviewStep
          profile={profile}
          draft={view}
          check={check}
          over={screen.over}
          group={props.group}
          onStep={onStep}
          onGroup={props.onGroup}
        />
      )}
    </Page>
  );
}

function factsOf({ file }: DraftView): string {
  if (file.name === null) return words.head.typed;
  const sheet = file.sheet ? [words.head.sheet(file.sheet)] : [];
  return [file.name, ...sheet, words.rows(file.rowsRead)].join(" · ");
}

function Facts({ view }: { view: DraftView }) {
  const facts = factsOf(view);
  return (
    // What the title and the steps leave free: the steps stay on the same line.
    <span
      title={facts}
      className="block max-w-[calc(100vw-760px)] truncate max-large:max-w-full max-large:whitespace-normal"
    >
      {facts}
    </span>
  );
}

function Discard({ draft, onLeave }: { draft: string; onLeave: () => void }) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <IconButton small label={words.head.discard} icon={<TrashIcon />} onPress={() => setAsking(true)} />
      <DiscardDialog draft={draft} open={asking} onClose={() => setAsking(false)} onDiscarded={onLeave} />
    </>
  );
}

function Gone({ onAgain }: { onAgain: () => void }) {
  return (
    <EmptyState
      icon={<FileIcon />}
      title={words.gone.title}
      action={
        <Button kind="primary" onPress={onAgain}>
          {words.gone.again}
        </Button>
      }
    >
      {words.gone.text}
    </EmptyState>
  );
}
