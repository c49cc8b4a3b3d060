import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { type ApiCall, type FieldPlace, ipc } from "@/ipc";
import { profilesQuery } from "./profiles";
import { keys } from "./queries";

/** The first record of a list of a platform, beside Rollcall's fields. */
export const recordQuery = (profile: string, call: ApiCall) =>
  queryOptions({
    queryKey: keys.record(profile, call),
    queryFn: () => ipc.recordMatch(profile, call),
    // A record is looked at and not kept: what the platform says next time may be another.
    gcTime: 0,
  });

/** Keeps a person's word on where fields stand, and gives the connection as it is now. */
export function useMatchFields(profile: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ call, places }: { call: ApiCall; places: FieldPlace[] }) => {
      client.setQueryData(keys.record(profile, call), await ipc.matchFields(profile, call, places));
      const profiles = await client.fetchQuery({ ...profilesQuery(), staleTime: 0 });
      return profiles.find((one) => one.id === profile) ?? null;
    },
  });
}
