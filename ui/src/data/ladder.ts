import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { ipc, type WeightDirection } from "@/ipc";
import { ofEveryDraft } from "./drafts";
import { findingsOutdated } from "./findings";
import { keys } from "./queries";
import { rolesQuery } from "./roster";

/** The roles by weight, and who stands where. */
export const ladderQuery = (profile: string) =>
  queryOptions({ queryKey: [...keys.roster(profile), "ladder"] as const, queryFn: () => ipc.roleLadder(profile) });

/** Says which weights mean more power; null for what the names of the roles speak for. */
export function useSetDirection(profile: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (direction: WeightDirection | null) => ipc.setWeightDirection(profile, direction),
    onSuccess: (ladder) => {
      client.setQueryData(ladderQuery(profile).queryKey, ladder);
      // Which roles are proposed as powerful rests on it, and what is found and offered rests on those.
      return Promise.all([
        client.invalidateQueries({ queryKey: rolesQuery(profile).queryKey }),
        client.invalidateQueries(ofEveryDraft("check")),
        findingsOutdated(client, profile),
      ]);
    },
  });
}
