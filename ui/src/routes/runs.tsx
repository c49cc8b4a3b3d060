import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { readOutcome } from "@/features/runs/outcome";
import { RunScreen } from "@/features/runs/RunScreen";
import { RunsList } from "@/features/runs/RunsList";

/** All runs of the open platform. */
export function RunsRoute() {
  const { profile } = useParams({ from: "/p/$profile/runs" });
  return <RunsList key={profile} profile={profile} />;
}

/** One run; the outcome that its rows are filtered by lives in the address. */
export function RunRoute() {
  const { profile, run } = useParams({ from: "/p/$profile/runs/$run" });
  const search: Record<string, unknown> = useSearch({ from: "/p/$profile/runs/$run" });
  const navigate = useNavigate({ from: "/p/$profile/runs/$run" });
  return (
    <RunScreen
      key={run}
      profile={profile}
      run={run}
      outcome={readOutcome(search.rows)}
      onOutcome={(rows) => navigate({ search: (rows ? { rows } : {}) as never, replace: true })}
    />
  );
}
