import { useQuery } from "@tanstack/react-query";
import { useNavigate, useRouter } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { profilesQuery } from "@/data/profiles";
import type { ProfileView } from "@/ipc";
import { isAsked } from "@/kit/typing";
import { PLATFORM_SCREENS, type PlatformScreen } from "./screens";

/** How many platforms have a number of their own. */
export const NUMBERED = 9;

/** The screen of `profile` that shows what the one at `pathname` shows; its overview where there is no such screen. */
export function sameScreen(pathname: string, profile: ProfileView): PlatformScreen {
  const here = /^\/p\/[^/]+\/([^/]+)/.exec(pathname)?.[1];
  const screen = PLATFORM_SCREENS.find((one) => one === here) ?? "overview";
  return screen === "providers" && !profile.needs.identityProviders ? "overview" : screen;
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

/** Ctrl, Shift and a number opens the platform of that number, also where people type: no field has a use for it. */
export function useSwitchKeys(): void {
  const profiles = useQuery(profilesQuery()).data;
  const to = useSwitchTo();
  const latest = useRef({ profiles, to });
  latest.current = { profiles, to };
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      // The key and not what it types: with Shift that is another sign on every keyboard.
      const number = /^Digit([1-9])$/.exec(event.code)?.[1];
      if (!number || !(event.ctrlKey || event.metaKey) || !event.shiftKey || event.altKey || isAsked()) return;
      const profile = latest.current.profiles?.[Number(number) - 1];
      if (!profile) return;
      event.preventDefault();
      latest.current.to(profile);
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
}
