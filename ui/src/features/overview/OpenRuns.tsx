import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Failure } from "@/components/Failure";
import { runsQuery } from "@/data/runs";
import { countsOf } from "@/features/runs/counts";
import { isOver } from "@/features/runs/outcome";
import { Card } from "@/kit/Card";
import { overview } from "@/words/overview";

const words = overview.runs;

/** Runs that are not over; each leads to its own screen. */
export function OpenRuns({ profile }: { profile: string }) {
  const runs = useQuery(runsQuery(profile));
  const open = runs.data?.filter((run) => !isOver(run)) ?? [];
  return (
    <Card className="flex flex-col gap-2 p-4" label={words.title}>
      <h2 className="font-semibold">{words.title}</h2>
      {runs.error ? <Failure error={runs.error} profile={profile} onRetry={() => void runs.refetch()} /> : null}
      {runs.data && open.length === 0 ? <p className="text-ink-3">{words.none}</p> : null}
      <ul className="flex max-h-60 flex-col gap-1.5 overflow-y-auto empty:hidden">
        {open.map((run) => (
          <li key={run.id} className="min-w-0">
            <Link
              to="/p/$profile/runs/$run"
              params={{ profile, run: run.id }}
              title={run.title}
              className="block truncate rounded-sm font-medium text-accent hover:underline"
            >
              {run.title}
            </Link>
            <span className="block truncate text-sm text-ink-2 tabular-nums">{countsOf(run)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
