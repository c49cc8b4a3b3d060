import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { ipc, type ProfileView } from "@/ipc";
import { keys } from "./queries";

/** What is kept of a platform, and how large it is. */
export type Kept = Awaited<ReturnType<typeof ipc.storage>>;

/** What is kept of a platform on this computer. Nearly everything changes it, so it is asked for anew. */
export const storageQuery = (profile: string) =>
  queryOptions({
    queryKey: ["storage", profile] as const,
    queryFn: () => ipc.storage(profile),
    staleTime: 0,
  });

/** Removes everything of a platform from this computer, and from what the page knows. */
export function useForgetPlatform(profile: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (alsoReviews: boolean) => ipc.forgetPlatform(profile, alsoReviews),
    onSuccess: () => {
      client.setQueryData<ProfileView[]>(keys.profiles, (all) => all?.filter((other) => other.id !== profile));
      // Whatever was asked of the platform names it in the second place.
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[1] === profile });
      // The first screen decides by this where to go.
      return client.invalidateQueries({ queryKey: keys.profiles });
    },
  });
}
