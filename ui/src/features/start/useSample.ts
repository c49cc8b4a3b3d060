import { useNavigate } from "@tanstack/react-router";
import { useOpenSample } from "@/data/profiles";

/** The way to the sample platform, from a button that stays where it is and shows beside it why there was none. */
export function useSample() {
  const navigate = useNavigate();
  const { mutate, isPending, error } = useOpenSample();
  const open = () =>
    mutate(undefined, {
      onSuccess: (profile) => navigate({ to: "/p/$profile/overview", params: { profile: profile.id } }),
    });
  return { open, isPending, error };
}
