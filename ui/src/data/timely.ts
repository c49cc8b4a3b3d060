import { useQueryClient } from "@tanstack/react-query";
import { useBeat } from "@/kit/useBeat";

const [MINUTE, HOUR] = [60_000, 3_600_000];

/** What of a platform's list reads otherwise as time goes by: who waits or has lapsed, and for how many days. */
const TIMELY: readonly unknown[] = ["users", "facets", "user", "since", "findings"];

/**
 * Asks anew, as time goes by, for what depends on it and is looked at: each hour, and each minute where the people of a
 * queue are shown, whom time itself takes out of it. What is shown stays until the newer answer is there. Once, at the
 * root.
 */
export function useKeptTimely(queue: boolean): void {
  const client = useQueryClient();
  useBeat(
    queue ? MINUTE : HOUR,
    () =>
      void client.invalidateQueries({
        predicate: ({ queryKey: [what, , part] }) => what === "roster" && TIMELY.includes(part),
      }),
  );
}
