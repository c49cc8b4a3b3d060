import { useNavigate } from "@tanstack/react-router";
import type { WholeQuery } from "@/data/addresses";
import { useReinvite } from "@/data/users";
import type { Picked } from "@/ipc";

/** Makes a draft of the New people among some, and goes there. Sends nothing. */
export function useToDraft(profile: string, onFailed?: (error: unknown) => void) {
  const reinvite = useReinvite(profile);
  const navigate = useNavigate();
  const invite = (query: WholeQuery, picked: Picked | null) =>
    reinvite.mutate(
      { query, picked },
      {
        onSuccess: (draft) => navigate({ to: "/p/$profile/invite/$draft", params: { profile, draft: draft.id } }),
        onError: (error) => onFailed?.(error),
      },
    );
  return { invite, isPending: reinvite.isPending, error: reinvite.error };
}
