import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Failure } from "@/components/Failure";
import { Page } from "@/components/Page";
import { profilesQuery } from "@/data/profiles";
import { runQuery, useGoOn, useStopRun } from "@/data/runs";
import { ReadOnlyBanner } from "@/features/connections/ReadOnlyNote";
import { type RunView, toAppError } from "@/ipc";
import { Button } from "@/kit/Button";
import { Card } from "@/kit/Card";
import { EmptyState } from "@/kit/EmptyState";
import { RunsIcon } from "@/kit/icons";
import { useBeginsAtTop } from "@/kit/useBeginsAtTop";
import { dateTime, time } from "@/words/format";
import { runs as words } from "@/words/runs";
import { Announce } from "./Announce";
import { CallOff } from "./CallOff";
import { NeedsYou } from "./NeedsYou";
import { OutcomeBar } from "./OutcomeBar";
import { figures, type Outcome, type Standing, standing } from "./outcome";
import { RunBanner } from "./RunBanner";
import { RunFigures } from "./RunFigures";
import { RunOver } from "./RunOver";
import { RunRows } from "./RunRows";

type RunScreenProps = {
  profile: string;
  run: string;
  /** Rows of this outcome only. */
  outcome: Outcome | undefined;
  onOutcome: (outcome: Outcome | undefined) => void;
  /** The row whose history is shown. */
  row: number | undefined;
  onRow: (row: number | undefined) => void;
};

/** A run: how far it is, what it asks of the person, and what became of every row. */
export function RunScreen(props: RunScreenProps) {
  const run = useQuery(runQuery(props.profile, props.run));
  if (run.isPending) return <div aria-busy="true" className="h-full" />;
  if (run.data) return <Run {...props} view={run.data} />;
  if (toAppError(run.error).code === "run-unknown") return <Unknown profile={props.profile} />;
  return (
    <div className="p-6">
      <Failure error={run.error} profile={props.profile} onRetry={() => run.refetch()} />
    </div>
  );
}

/** How fast it goes, while it goes; the room for it is there before it can be told. */
function Pace({ run }: { run: RunView }) {
  if (!run.active) return null;
  return (
    <p className="mt-2 h-4 text-sm leading-4 text-ink-3 tabular-nums">
      {run.peoplePerMinute ? words.perMinute(run.peoplePerMinute) : null}
    </p>
  );
}

/** The time of day is enough for a run of today. */
function startedAt(run: RunView): string {
  const today = new Date().toDateString() === new Date(run.startedAt).toDateString();
  return today ? time(run.startedAt) : dateTime(run.startedAt);
}

function Run({ profile, view, outcome, onOutcome, row, onRow }: RunScreenProps & { view: RunView }) {
  const stands = standing(view);
  const goOn = useGoOn(profile, view.id);
  const stop = useStopRun(profile, view.id);
  const platform = useQuery(profilesQuery()).data?.find((one) => one.id === profile);
  const locked = platform?.readOnly && goesOnByHand(stands);
  const sub = words.head.sub(view.title, startedAt(view), view.startedBy);
  const { needsYou } = figures(view);
  const body = useBeginsAtTop<HTMLDivElement>();
  return (
    <Page
      title={words.head.title}
      note={
        <span
          title={sub}
          className="block max-w-[calc(100vw-680px)] truncate max-large:max-w-full max-large:whitespace-normal"
        >
          {sub}
        </span>
      }
      actions={<Actions view={view} stands={stands} goOn={goOn} stop={stop} locked={locked ?? false} />}
    >
      <div ref={body} className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto px-6 pb-4">
        {goOn.error ? <Failure error={goOn.error} profile={profile} onRetry={() => goOn.mutate("all")} /> : null}
        {locked ? <ReadOnlyBanner profile={platform} /> : null}
        {stop.error ? <Failure error={stop.error} profile={profile} onRetry={() => stop.mutate()} /> : null}
        <Card padded className="shrink-0">
          <RunFigures run={view} stands={stands} />
          <div className="mt-4">
            <OutcomeBar run={view} />
          </div>
          <Pace run={view} />
        </Card>
        {needsYou > 0 ? <NeedsYou run={view} count={needsYou} /> : null}
        {stands.kind === "finished" ? (
          <RunOver run={view} />
        ) : (
          <RunBanner run={view} stands={stands} stopping={isStopping(stop, stands)} />
        )}
        <RunRows run={view} outcome={outcome} onOutcome={onOutcome} row={row} onRow={onRow} />
        <Announce run={view} />
      </div>
    </Page>
  );
}

type GoOn = ReturnType<typeof useGoOn>;
type Stop = ReturnType<typeof useStopRun>;

/** Asked to stop, and still on the way there: what is under way ends by itself. */
function isStopping(stop: Stop, stands: Standing): boolean {
  return (stop.isPending || stop.isSuccess) && (stands.kind === "sending" || stands.kind === "waits-for-time");
}

/** Whether it waits for somebody who makes it go on. */
const goesOnByHand = ({ kind }: Standing): boolean =>
  kind === "waits-for-you" || kind === "stopped" || kind === "interrupted";

type ActionsProps = {
  view: RunView;
  stands: Standing;
  goOn: GoOn;
  stop: Stop;
  /** Nothing may be sent to this platform from here. */
  locked: boolean;
};

function Actions({ view, stands, goOn, stop, locked }: ActionsProps) {
  const proceed = () => {
    // A stop asked for before is over once the run goes on.
    stop.reset();
    goOn.mutate("all");
  };
  switch (stands.kind) {
    case "sending":
    case "waits-for-time":
      return (
        <Button pending={isStopping(stop, stands)} onPress={() => stop.mutate()}>
          {isStopping(stop, stands) ? words.head.stopping : words.head.stop}
        </Button>
      );
    case "waits-for-you":
      return (
        <>
          <CallOff run={view} />
          {view.active ? (
            <Button pending={stop.isPending} onPress={() => stop.mutate()}>
              {words.head.stopHere}
            </Button>
          ) : null}
          {locked ? null : (
            <Button kind="primary" pending={goOn.isPending} onPress={proceed}>
              {words.head.sendRest(stands.toGo)}
            </Button>
          )}
        </>
      );
    case "stopped":
    case "interrupted":
      return (
        <>
          <CallOff run={view} />
          {locked ? null : (
            <Button kind="primary" pending={goOn.isPending} onPress={proceed}>
              {stands.toGo > 0 ? words.head.sendRest(stands.toGo) : words.head.goOn}
            </Button>
          )}
        </>
      );
    case "finished":
      return null;
  }
}

function Unknown({ profile }: { profile: string }) {
  const navigate = useNavigate();
  return (
    <EmptyState
      icon={<RunsIcon />}
      title={words.unknown.title}
      action={
        <Button kind="primary" onPress={() => navigate({ to: "/p/$profile/runs", params: { profile } })}>
          {words.head.all}
        </Button>
      }
    >
      {words.unknown.text}
    </EmptyState>
  );
}
