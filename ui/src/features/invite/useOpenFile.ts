import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useKeepDraft, withDefaultRole } from "@/data/drafts";
import { type FileOffer, ipc } from "@/ipc";

/** Reads an offered file into a draft, gives rows without a role the one asked for, and goes there. */
export function useOpenFile(profile: string | null, role?: string) {
  const keep = useKeepDraft();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async (offer: FileOffer) => {
      if (profile === null) throw new Error("no platform is open");
      return { profile, draft: await withDefaultRole(await ipc.openFile(profile, offer.token), role) };
    },
    onSuccess: ({ profile, draft }) => {
      keep(draft);
      return navigate({ to: "/p/$profile/invite/$draft", params: { profile, draft: draft.id } });
    },
  });
}
