import { useEffect, useRef } from "react";
import type { RosterSummary } from "@/ipc";

/** Reads the list of a platform that was never read, once, without being asked. */
export function useAutoRefresh(profile: string, summary: RosterSummary | undefined, refresh: () => void): void {
  const asked = useRef<string | null>(null);
  useEffect(() => {
    if (!summary || asked.current === profile) return;
    if (summary.fetchedAt || summary.refreshing || summary.lastFailure) return;
    asked.current = profile;
    refresh();
  }, [profile, summary, refresh]);
}
