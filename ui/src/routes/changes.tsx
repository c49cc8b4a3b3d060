import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { Changes } from "@/features/changes/Changes";

/** Who joined, left and changed; the two lists, the filter and the open person live in the address. */
export function ChangesRoute() {
  const { profile } = useParams({ from: "/p/$profile/changes" });
  const search = useSearch({ from: "/p/$profile/changes" });
  const navigate = useNavigate({ from: "/p/$profile/changes" });
  return (
    <Changes
      key={profile}
      profile={profile}
      search={search}
      onSearch={(change, replace) =>
        navigate({ search: (before) => ({ ...before, ...change }), replace: replace ?? false })
      }
    />
  );
}
