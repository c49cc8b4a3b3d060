import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { type RunSearch, runSearch } from "@/features/runs/outcome";
import { RunScreen } from "@/features/runs/RunScreen";
import { RunsList } from "@/features/runs/RunsList";

/** All runs of the open platform. */
export function RunsRoute() {
  const { profile } = useParams({ from: "/p/$profile/runs" });
  return <RunsList key={profile} profile={profile} />;
}

/** One run; the outcome that its rows are filtered by, and the row that is open, live in the address. */
export function RunRoute() {
  const { profile, run } = useParams({ from: "/p/$profile/runs/$run" });
  const search = runSearch(useSearch({ from: "/p/$profile/runs/$run" }));
  const navigate = useNavigate({ from: "/p/$profile/runs/$run" });
  const show = (next: RunSearch) => navigate({ search: next as never, replace: true });
  return (
    <RunScreen
      key={run}
      profile={profile}
      run={run}
      outcome={search.rows}
      onOutcome={(rows) => show({ rows, row: undefined })}
      row={search.row}
      onRow={(row) => show({ ...search, row })}
    />
  );
}
