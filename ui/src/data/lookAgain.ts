import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { keys } from "./queries";
import { summaryQuery } from "./roster";
import { runsQuery } from "./runs";

/**
 * Looks again, whenever the window comes to the front, at what `rollcallctl` can have done meanwhile: connections, runs, reviews,
 * and whether there is another list. No event of ours tells of it. Once, at the root.
 */
export function useLookAgain(profile: string | undefined): void {
  const client = useQueryClient();
  useEffect(() => {
    const look = () => {
      void client.invalidateQueries({ queryKey: keys.profiles });
      if (profile !== undefined) void lookAt(client, profile);
    };
    window.addEventListener("focus", look);
    return () => window.removeEventListener("focus", look);
  }, [client, profile]);
}

async function lookAt(client: QueryClient, profile: string): Promise<void> {
  void client.invalidateQueries({ queryKey: runsQuery(profile).queryKey });
  void client.invalidateQueries({ queryKey: keys.reviews(profile) });
  const query = summaryQuery(profile);
  const before = client.getQueryData(query.queryKey);
  // One that was not read yet asks for the keychain, perhaps, when nobody expects it.
  if (!before) return;
  // What keeps it from being read is told where it is asked for the next time.
  const now = await client.fetchQuery({ ...query, staleTime: 0 }).catch(() => before);
  if (now.fetchedAt !== before.fetchedAt) {
    await client.invalidateQueries({ queryKey: keys.roster(profile) });
  }
}
