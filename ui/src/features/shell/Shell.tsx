import { useQuery } from "@tanstack/react-query";
import { Outlet, useRouterState } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useLandmark } from "react-aria/useLandmark";
import { OpenPlatform } from "@/components/openPlatform";
import { platformName } from "@/components/platform";
import { sentenceOf } from "@/components/sentenceOf";
import type { UsersSearch } from "@/data/addresses";
import { useAppEvents } from "@/data/events";
import { useLookAgain } from "@/data/lookAgain";
import { useRunsMoving } from "@/data/runs";
import { statusQuery } from "@/data/status";
import { useKeptTimely } from "@/data/timely";
import { SigningInProvider } from "@/features/connections/signIn/SigningInProvider";
import { DropZone } from "@/features/invite/DropZone";
import { useHanded } from "@/features/invite/handed";
import { useMenuBar } from "@/features/menu/useMenuBar";
import { useSystemWords } from "@/features/menu/useSystemWords";
import { KeyMap } from "@/features/palette/KeyMap";
import { TourCard } from "@/features/tour/TourCard";
import { sayWhenOff } from "@/kit/commands";
import { DensityContext } from "@/kit/gridDensity";
import { Toasts } from "@/kit/Toasts";
import { tell } from "@/kit/toasts";
import { commands } from "@/words/commands";
import { shell } from "@/words/shell";
import { CloseAsked } from "./CloseAsked";
import { useLanguage } from "./chosenLanguage";
import { Foot } from "./Foot";
import { useLook } from "./look";
import { Rail } from "./Rail";
import { tellLastEnd } from "./support";
import { UnfinishedRuns } from "./UnfinishedRuns";
import { useAppCommands } from "./useAppCommands";
import { useDropTarget } from "./useDropTarget";
import { useFocusKept } from "./useFocusKept";
import { useInSight } from "./useInSight";
import { useNoBrowserMenu } from "./useNoBrowserMenu";
import { useOpenProfile } from "./useOpenProfile";
import { useRunAsked } from "./useRunAsked";

// The key of something that can't be done now says why, as its button does.
sayWhenOff(({ label, offBecause }) => tell({ text: commands.off(label, offBecause ?? "") }));

/** The window around every screen. */
export function Shell() {
  useAppEvents();
  useKeptTimely(useRouterState({ select: ({ location }) => (location.search as UsersSearch).queue !== undefined }));
  const status = useQuery(statusQuery());
  useLook(status.data?.settings);
  useLanguage(status.data?.settings.language);
  const profile = useOpenProfile();
  useLookAgain(profile?.id);
  useAppCommands(profile);
  useNoBrowserMenu();
  useInSight();
  const target = useDropTarget(profile?.id ?? null);
  useRunsMoving(profile?.id ?? "");
  useProfileColour(profile?.colour);
  const main = useFocusThatFollows();
  useFocusKept(main);
  useRunAsked();
  useEffect(() => void tellLastEnd(), []);
  useHanded(profile?.id ?? null);
  const ready = useRouterState({ select: (state) => state.resolvedLocation !== undefined });
  const size = useMenuBar({ profile, ready });
  useSystemWords();
  const { landmarkProps } = useLandmark({ role: "main" }, main);
  return (
    <OpenPlatform value={profile ? platformName(profile) : null}>
      <DensityContext value={status.data?.settings.density ?? "comfortable"}>
        <SigningInProvider open={profile}>
          <div className="grid h-full grid-cols-[216px_minmax(0,1fr)] large:[&:not(:lang(en))]:grid-cols-[244px_minmax(0,1fr)] max-large:grid-cols-[56px_minmax(0,1fr)] grid-rows-[minmax(0,1fr)_28px] border-t-3 border-profile">
            <button
              type="button"
              className="sr-only focus:not-sr-only focus:absolute focus:top-2 focus:start-2 focus:z-30 focus:rounded-md focus:bg-raised focus:px-3 focus:py-1.5"
              onClick={() => main.current?.focus()}
            >
              {shell.skip}
            </button>
            <Rail profile={profile} />
            <main
              {...landmarkProps}
              ref={main}
              tabIndex={-1}
              className="flex min-w-0 flex-col overflow-hidden outline-none"
            >
              <UnfinishedRuns />
              <div className="min-h-0 flex-1">
                <Outlet />
              </div>
            </main>
            <Foot profile={profile} status={status.data ?? null} size={size} />
            <DropZone profile={profile?.id ?? null} target={target} />
            <CloseAsked />
            <TourCard profile={profile} settings={status.data?.settings} />
            <KeyMap />
            <Toasts sentenceOf={sentenceOf} />
          </div>
        </SigningInProvider>
      </DensityContext>
    </OpenPlatform>
  );
}

/** The open platform's colour, through the style object: the page's policy allows no inline styles. */
function useProfileColour(colour: string | undefined) {
  useEffect(() => {
    const root = document.documentElement.style;
    if (colour) root.setProperty("--profile", colour);
    else root.removeProperty("--profile");
  }, [colour]);
}

/**
 * A screen that goes takes the focused element with it; the next one's heading gets the focus, so that
 * the keyboard goes on from there and screen readers say where one is.
 */
function useFocusThatFollows() {
  const main = useRef<HTMLElement>(null);
  // The address changes before its screen is there; this one changes with the screen.
  const pathname = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const before = useRef(pathname);
  useEffect(() => {
    const first = before.current === undefined;
    if (before.current === pathname) return;
    before.current = pathname;
    if (first) return;
    const frame = requestAnimationFrame(() => {
      const active = document.activeElement;
      if (active && active !== document.body && active !== main.current) return;
      (main.current?.querySelector<HTMLElement>("h1") ?? main.current)?.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, [pathname]);
  return main;
}
