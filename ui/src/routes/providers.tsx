import { useParams } from "@tanstack/react-router";
import { Providers } from "@/features/providers/Providers";

export function ProvidersRoute() {
  const { profile } = useParams({ from: "/p/$profile/providers" });
  return <Providers profile={profile} />;
}
