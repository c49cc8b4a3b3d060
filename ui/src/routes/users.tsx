import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { Users } from "@/features/users/Users";

/** Users of the open platform; filters, order and the open person live in the address. */
export function UsersRoute() {
  const { profile } = useParams({ from: "/p/$profile/users" });
  const search = useSearch({ from: "/p/$profile/users" });
  const navigate = useNavigate({ from: "/p/$profile/users" });
  return (
    <Users
      key={profile}
      profile={profile}
      search={search}
      onSearch={(change, replace) =>
        navigate({ search: (before) => ({ ...before, ...change }), replace: replace ?? false })
      }
    />
  );
}
