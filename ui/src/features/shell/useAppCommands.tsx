import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { profilesQuery } from "@/data/profiles";
import { isListHeld, useRefresh } from "@/data/roster";
import { statusQuery, useSaveSettings } from "@/data/status";
import { useTrySample } from "@/features/start/useTrySample";
import { useTour } from "@/features/tour/useTour";
import type { ProfileView, Settings } from "@/ipc";
import { type Command, useCommands } from "@/kit/commands";
import { ConnectionsIcon, InviteIcon, RefreshIcon, ReviewsIcon, RollcallMark, SettingsIcon } from "@/kit/icons";
import { tell } from "@/kit/toasts";
import { commands as words } from "@/words/commands";
import { support } from "@/words/support";
import { toasts } from "@/words/toasts";
import { placesOf } from "./places";
import { saveSupportFile } from "./support";
import { useSwitchTo } from "./switching";

/** What can be done from any screen. */
export function useAppCommands(profile: ProfileView | null): void {
  useCommands(
    [...useGoing(profile), ...useReading(profile), ...useBeginning(profile), ...useLooks(), ...useHelp()],
    "anywhere",
  );
}

/** By keys alone: the palette lists screens and platforms by itself. */
function useGoing(profile: ProfileView | null): Command[] {
  const navigate = useNavigate();
  const profiles = useQuery(profilesQuery()).data;
  const switchTo = useSwitchTo();
  return [
    {
      id: "go to screen",
      label: words.noPlatform,
      bound: "screen",
      quiet: true,
      act: (digit) => {
        const place = profile && placesOf(profile).find(({ number }) => number === digit);
        if (!place) return false;
        void navigate({ to: place.to, params: { profile: profile.id } });
      },
    },
    {
      id: "go to settings",
      label: words.noPlatform,
      bound: "settings",
      quiet: true,
      act: () => void navigate({ to: "/settings" }),
    },
    {
      id: "go to platform",
      label: words.noPlatform,
      bound: "platform",
      quiet: true,
      act: (digit) => {
        const other = profiles?.[digit - 1];
        if (!other) return false;
        switchTo(other);
      },
    },
  ];
}

function useReading(profile: ProfileView | null): Command[] {
  const navigate = useNavigate();
  const refresh = useRefresh(profile?.id ?? "");
  const read = ({ id, name }: ProfileView) => {
    const show = { label: toasts.show, go: () => void navigate({ to: "/p/$profile/users", params: { profile: id } }) };
    refresh.mutateAsync().then(
      (outcome) => outcome && tell({ text: words.refreshed(name, outcome.people), next: show }),
      // What to do about it stands on that screen.
      (error: unknown) =>
        tell({ text: isListHeld(error) ? words.listHeld(name) : words.notRefreshed(name), next: show }),
    );
  };
  return [
    {
      id: "refresh",
      label: profile ? words.refresh(profile.name) : words.refreshOpen,
      icon: <RefreshIcon />,
      bound: "refresh",
      offBecause: profile === null ? words.noPlatform : refresh.isPending ? words.refreshing : null,
      act: () => profile && read(profile),
    },
  ];
}

function useBeginning(profile: ProfileView | null): Command[] {
  const navigate = useNavigate();
  const openSample = useTrySample();
  const offBecause = profile === null ? words.noPlatform : null;
  const params = { profile: profile?.id ?? "" };
  const invite = (ask: "file" | "person") => () => void navigate({ to: "/p/$profile/invite", params, search: { ask } });
  return [
    {
      id: "invite file",
      label: words.inviteFile,
      icon: <InviteIcon />,
      bound: "inviteFile",
      offBecause,
      act: invite("file"),
    },
    {
      id: "invite person",
      label: words.invitePerson,
      icon: <InviteIcon />,
      bound: "invitePerson",
      offBecause,
      act: invite("person"),
    },
    {
      id: "new review",
      label: words.newReview,
      icon: <ReviewsIcon />,
      offBecause,
      act: () => void navigate({ to: "/p/$profile/reviews/start", params }),
    },
    {
      id: "connect",
      label: words.connect,
      icon: <ConnectionsIcon />,
      act: () => void navigate({ to: "/connections/new" }),
    },
    { id: "sample", label: words.sample, icon: <RollcallMark />, act: () => openSample() },
  ];
}

/** What helps, whatever the screen. */
function useHelp(): Command[] {
  const navigate = useNavigate();
  return [
    { id: "guide", label: support.guide, act: () => void navigate({ to: "/guide" }) },
    { id: "support", label: support.save, act: () => void saveSupportFile() },
  ];
}

/** The looks that the window does not have now. */
function useLooks(): Command[] {
  const settings = useQuery(statusQuery()).data?.settings;
  const save = useSaveSettings();
  const tour = useTour(settings);
  if (settings === undefined) return [];
  const look = (id: string, label: string, change: Partial<Settings>, is: boolean): Command[] =>
    is ? [] : [{ id: `look ${id}`, label, icon: <SettingsIcon />, act: () => save.mutate(change) }];
  const { theme = "system", contrast = "system", density = "comfortable", motion = "system" } = settings;
  return [
    { id: "tour", label: words.tour, icon: <RollcallMark />, act: tour.begin },
    ...look("light", words.light, { theme: "light" }, theme === "light"),
    ...look("dark", words.dark, { theme: "dark" }, theme === "dark"),
    ...look("system", words.system, { theme: "system" }, theme === "system"),
    ...look("high", words.highContrast, { contrast: "high" }, contrast === "high"),
    ...look("usual", words.usualContrast, { contrast: "system" }, contrast === "system"),
    ...look("compact", words.compact, { density: "compact" }, density === "compact"),
    ...look("comfortable", words.comfortable, { density: "comfortable" }, density === "comfortable"),
    ...look("still", words.reduceMotion, { motion: "reduced" }, motion === "reduced"),
    ...look("moving", words.allowMotion, { motion: "system" }, motion === "system"),
  ];
}
