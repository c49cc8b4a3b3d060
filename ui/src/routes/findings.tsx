import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { Findings } from "@/features/findings/Findings";

/** What the list shows that somebody should look at; the open finding lives in the address. */
export function FindingsRoute() {
  const { profile } = useParams({ from: "/p/$profile/findings" });
  const search = useSearch({ from: "/p/$profile/findings" });
  const navigate = useNavigate({ from: "/p/$profile/findings" });
  return (
    <Findings
      key={profile}
      profile={profile}
      search={search}
      onSearch={(next) => void navigate({ search: next, replace: true })}
    />
  );
}
