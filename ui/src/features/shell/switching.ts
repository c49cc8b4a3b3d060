import { useNavigate, useRouter } from "@tanstack/react-router";
import type { ProfileView } from "@/ipc";
import { hasPlace, PLATFORM_PLACES, type PlatformPlace } from "./places";

type Screen = PlatformPlace["id"];

/** How many platforms have a number of their own. */
export const NUMBERED = 9;

/** The screen of `profile` that shows what the one at `pathname` shows; its overview where there is no such screen. */
export function sameScreen(pathname: string, profile: ProfileView): Screen {
  const here = /^\/p\/[^/]+\/([^/]+)/.exec(pathname)?.[1];
  const screen = PLATFORM_PLACES.find(({ id }) => id === here)?.id ?? "overview";
  return hasPlace(profile, screen) ? screen : "overview";
}

/** Goes to another platform's same screen. What is open already stays as it is. */
export function useSwitchTo(): (profile: ProfileView) => void {
  const navigate = useNavigate();
  const router = useRouter();
  return (profile) => {
    // Asked when it is pressed: whoever only offers the way need not follow every step of the address.
    const { pathname } = router.state.location;
    if (pathname.startsWith(`/p/${encodeURIComponent(profile.id)}/`)) return;
    void navigate({ to: `/p/$profile/${sameScreen(pathname, profile)}`, params: { profile: profile.id } });
  };
}
