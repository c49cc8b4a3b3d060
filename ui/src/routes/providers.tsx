import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { Providers } from "@/features/providers/Providers";

/** How people sign in; the provider that is asked about lives in the address. */
export function ProvidersRoute() {
  const { profile } = useParams({ from: "/p/$profile/providers" });
  const { without } = useSearch({ from: "/p/$profile/providers" });
  const navigate = useNavigate({ from: "/p/$profile/providers" });
  return (
    <Providers
      key={profile}
      profile={profile}
      without={without}
      onWithout={(provider) => void navigate({ search: provider === undefined ? {} : { without: provider } })}
    />
  );
}
