import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { keys } from "./queries";
import { reviewChanges } from "./reviews";
import { summaryQuery } from "./roster";
import { runsOf } from "./runs";

/**
 * Looks again, whenever the window comes to the front, at what `rollcallctl` can have done meanwhile: connections, runs, reviews,
 * and whether there is another list or organizations were learned. No event of ours tells of it. Since when somebody waits who
 * was invited again there is told with the next list. Once, at the root.
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
  void client.invalidateQueries({ queryKey: runsOf(profile) });
  // An act of a review that is on its way shows its rows at once, and asks for them when it is done.
  if (client.isMutating({ mutationKey: reviewChanges(profile) }) === 0) {
    void client.invalidateQueries({ queryKey: keys.reviews(profile) });
  }
  const query = summaryQuery(profile);
  const before = client.getQueryData(query.queryKey);
  // One that was not read yet asks for the keychain, perhaps, when nobody expects it.
  if (!before) return;
  // What is shown stays if it can't be read now.
  const now = await client.fetchQuery({ ...query, staleTime: 0 }).catch(() => before);
  if (now.generation !== before.generation || now.organizations !== before.organizations) {
    await client.invalidateQueries({ queryKey: keys.roster(profile) });
  }
}
