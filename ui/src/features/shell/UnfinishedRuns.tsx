import { useMutation, useQueries, useQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useRouterState } from "@tanstack/react-router";
import { useState } from "react";
import { Failure } from "@/components/Failure";
import { platformName } from "@/components/platform";
import { profilesQuery } from "@/data/profiles";
import { runQuery, runsAtStartQuery, useGoOn } from "@/data/runs";
import { ipc, type RunView } from "@/ipc";
import { Button } from "@/kit/Button";
import { runs as runWords } from "@/words/runs";
import { shell } from "@/words/shell";
import { countsOf } from "../runs/counts";
import { isLeft } from "../runs/outcome";

const words = shell.unfinished;

/** Runs in sight at once; the others come up as these are answered. */
const FEW = 2;

/** What was not finished when Rollcall closed, with a way to go on. Whoever leaves a run here is not asked again before the next start. */
export function UnfinishedRuns() {
  const [answered, setAnswered] = useState<readonly string[]>([]);
  const left = (useQuery(runsAtStartQuery()).data ?? []).filter((run) => isLeft(run) && !answered.includes(run.id));
  const shown = useAsTheyStand(left.slice(0, FEW)).filter(isLeft);
  const onRuns = useIsAmongRuns();
  if (shown.length === 0 || onRuns) return null;
  const more = left.length - shown.length;
  return (
    <section aria-label={words.label} className="mx-6 mt-4 shrink-0 rounded-lg bg-warn-soft px-4 py-2.5">
      <p className="text-warn">
        <b className="font-semibold">{words.title(left.length)}</b> {words.text}
      </p>
      <ul>
        {shown.map((run) => (
          <Left key={run.id} run={run} onAnswered={() => setAnswered([...answered, run.id])} />
        ))}
      </ul>
      {more > 0 ? <p className="mt-1 text-sm text-ink-2">{words.more(more)}</p> : null}
    </section>
  );
}

/** The runs as they stand by now: one may have been gone on with elsewhere. */
function useAsTheyStand(runs: RunView[]): RunView[] {
  const views = useQueries({ queries: runs.map((run) => runQuery(run.profile, run.id)) });
  return runs.map((run, place) => views[place]?.data ?? run);
}

/** The screens of runs tell the same in full. */
function useIsAmongRuns(): boolean {
  const { profile } = useParams({ strict: false });
  const path = useRouterState({ select: (state) => state.location.pathname });
  return profile !== undefined && path.startsWith(`/p/${profile}/runs`);
}

function Left({ run, onAnswered }: { run: RunView; onAnswered: () => void }) {
  const platform = useQuery(profilesQuery()).data?.find((one) => one.id === run.profile);
  const name = platform ? platformName(platform) : "";
  const navigate = useNavigate();
  const goOn = useGoOn(run.profile, run.id);
  const report = useMutation({ mutationFn: () => ipc.saveReport(run.profile, run.id, "all", "xlsx") });
  const look = () => {
    onAnswered();
    void navigate({ to: "/p/$profile/runs/$run", params: { profile: run.profile, run: run.id } });
  };
  const resume = () => void goOn.mutateAsync("all").then(look, () => undefined);
  const error = goOn.error ?? report.error;
  return (
    <li className="mt-2">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p className="min-w-60 flex-1 truncate">
          <span className="font-medium">{words.where(run.title, name)}</span>{" "}
          <span className="text-ink-2 tabular-nums">{countsOf(run)}</span>
        </p>
        <div className="flex gap-2">
          <Button
            small
            aria-label={words.resumeOf(run.title, name)}
            pending={goOn.isPending}
            // The run may be under way, and over, before the answer is here; then this offer is gone already.
            onPress={resume}
          >
            {words.resume}
          </Button>
          <Button
            small
            aria-label={words.reportOf(run.title)}
            pending={report.isPending}
            onPress={() => report.mutate()}
          >
            {words.report}
          </Button>
          <Button small kind="quiet" aria-label={words.leaveOf(run.title)} onPress={onAnswered}>
            {words.leave}
          </Button>
        </div>
      </div>
      {error ? <Failure error={error} profile={run.profile} onSignedIn={resume} /> : null}
      <p role="status" className="text-ink-2 empty:hidden">
        {report.data ? runWords.over.saved(report.data) : null}
      </p>
    </li>
  );
}
