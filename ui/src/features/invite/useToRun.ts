import { useNavigate } from "@tanstack/react-router";

/** The way to a run. */
export function useToRun(profile: string): (run: string) => void {
  const navigate = useNavigate();
  return (run) => void navigate({ to: "/p/$profile/runs/$run", params: { profile, run } });
}
