import { Failure, FailureAction } from "@/components/Failure";
import { FromCore } from "@/components/FromCore";
import type { useRefresh } from "@/data/roster";
import { isListHeld, useCancelRefresh, useRefreshProgress } from "@/data/roster";
import type { RefreshProgress, RosterSummary } from "@/ipc";
import { Banner } from "@/kit/Banner";
import { Button } from "@/kit/Button";
import { ProgressBar } from "@/kit/ProgressBar";
import { people } from "@/words/people";
import { refreshing } from "@/words/refreshing";
import { HeldList } from "./HeldList";
import { useWaitingSince } from "./useWaitingSince";

const words = people.refresh;

type RefreshNotesProps = {
  profile: string;
  summary: RosterSummary | null;
  refresh: ReturnType<typeof useRefresh>;
};

/** How the list stands: being read, failed, or perhaps missing people, at most one of these; and one that is held. */
export function RefreshNotes({ profile, summary, refresh }: RefreshNotesProps) {
  const progress = useRefreshProgress(profile);
  const note = progress ? (
    <Reading profile={profile} progress={progress} />
  ) : (
    <Outcome profile={profile} summary={summary} refresh={refresh} />
  );
  return (
    <>
      <p role="status" className="sr-only">
        {progress ? words.started : null}
      </p>
      <div className="flex flex-col gap-2 px-6 not-empty:pb-3">
        {summary?.held ? <HeldList profile={profile} held={summary.held} shownFrom={summary.fetchedAt} /> : null}
        {note}
      </div>
    </>
  );
}

function Outcome({ profile, summary, refresh }: RefreshNotesProps) {
  // The same again: everyone, or the one organization.
  const retry = () => refresh.mutate(refresh.variables);
  if (summary?.lastFailure) {
    const kept = summary.fetchedAt ? words.kept(summary.fetchedAt) : words.neverRead;
    return (
      <Banner
        tone="warn"
        title={`${words.failedTitle}.`}
        actions={
          <>
            {refresh.error ? <FailureAction error={refresh.error} profile={profile} /> : null}
            <Button small onPress={retry}>
              {words.retry}
            </Button>
          </>
        }
      >
        <FromCore of={summary.lastFailure.sentence} /> {kept}
      </Banner>
    );
  }
  // That a list is held is said for as long as it is, whoever fetched it.
  if (refresh.error && !isListHeld(refresh.error)) {
    return <Failure title={words.failedTitle} error={refresh.error} profile={profile} onRetry={retry} />;
  }
  if (summary?.fetchedAt && !summary.complete) {
    return (
      <Banner
        tone="warn"
        title={`${words.partialTitle}.`}
        actions={
          <Button small onPress={retry}>
            {words.retry}
          </Button>
        }
      >
        {refresh.data?.whyIncomplete ? <FromCore of={refresh.data.whyIncomplete} /> : words.partial}
      </Banner>
    );
  }
  return null;
}

function Reading({ profile, progress }: { profile: string; progress: RefreshProgress }) {
  const cancel = useCancelRefresh(profile);
  const { read, total, secondsLeft } = progress;
  const waitingSince = useWaitingSince(read);
  const said = read === 0 && total === null ? words.starting : words.progress(read, total);
  return (
    <div className="flex items-center gap-4 rounded-lg border border-line bg-surface px-4 py-2">
      <span className="shrink-0 text-ink-2 tabular-nums">{said}</span>
      <ProgressBar thin label={words.label} segments={[{ tone: "accent", value: read }]} total={total} />
      <span role="status" className="shrink-0 text-ink-2 tabular-nums empty:hidden">
        {waitingSince === null ? null : refreshing.waiting(waitingSince)}
      </span>
      {secondsLeft === null || waitingSince !== null ? null : (
        <span className="shrink-0 text-ink-2 tabular-nums">{words.left(secondsLeft)}</span>
      )}
      <Button small pending={cancel.isPending} onPress={() => cancel.mutate()}>
        {words.cancel}
      </Button>
    </div>
  );
}
