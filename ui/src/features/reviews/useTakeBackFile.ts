import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useTakeBack } from "@/data/reviews";
import { type FileOffer, ipc } from "@/ipc";

/** Takes a part back from an offered file, or from one that is asked for, and goes to its review, which tells what came. */
export function useTakeBackFile(profile: string) {
  const take = useTakeBack(profile);
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async (offered: FileOffer | null) => {
      const offer = offered ?? (await ipc.pickFile());
      return offer && take.mutateAsync(offer.token);
    },
    onSuccess: (taken) => {
      if (taken) void navigate({ to: "/p/$profile/reviews/$review", params: { profile, review: taken.review } });
    },
  });
}
