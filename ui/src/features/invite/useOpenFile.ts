import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useKeepDraft } from "@/data/drafts";
import { type FileOffer, ipc } from "@/ipc";

/** Reads an offered file into a draft, gives rows without a role the one asked for, and goes there. */
export function useOpenFile(profile: string | null, role?: string) {
  const keep = useKeepDraft();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async (offer: FileOffer) => {
      if (profile === null) throw new Error("no platform is open");
      const draft = await ipc.openFile(profile, offer.token);
      if (!role) return { profile, draft };
      return { profile, draft: await ipc.chooseValues(draft.id, { ...draft.defaults, roleId: role }, draft.decisions) };
    },
    onSuccess: ({ profile, draft }) => {
      keep(draft);
      return navigate({ to: "/p/$profile/invite/$draft", params: { profile, draft: draft.id } });
    },
  });
}
