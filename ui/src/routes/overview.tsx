import { useParams } from "@tanstack/react-router";
import { Overview } from "@/features/overview/Overview";

/** The first screen of a platform. */
export function OverviewRoute() {
  const { profile } = useParams({ from: "/p/$profile/overview" });
  return <Overview key={profile} profile={profile} />;
}
