import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { platformName } from "@/components/platform";
import { profilesQuery } from "@/data/profiles";
import { Dot } from "@/features/shell/ProfileSwitcher";
import { OTHER_PLACES, placesOf } from "@/features/shell/places";
import { NUMBERED, useSwitchTo } from "@/features/shell/switching";
import type { ProfileView } from "@/ipc";
import { type CommandArea, commandsOf } from "@/kit/commands";
import { CommandIcon } from "@/kit/icons";
import { keysOf } from "@/kit/keyNames";
import { shell } from "@/words/shell";
import type { Choice } from "./choice";

/** Everything to do, and every screen and platform to go to. */
export function useChoices(profile: ProfileView | null): Choice[] {
  const screens = useScreens(profile);
  const platforms = usePlatforms();
  return [...doing("here"), ...screens, ...platforms, ...doing("anywhere")];
}

/** What can be done now. The shell is drawn anew when a command comes, goes, or can be done no more, and this with it. */
const doing = (area: CommandArea): Choice[] =>
  commandsOf(area).map((command): Choice => {
    const keys = command.bound ?? command.shown;
    return {
      id: `command ${command.id}`,
      group: area,
      label: command.label,
      icon: command.icon ?? <CommandIcon />,
      ...(command.offBecause ? { off: command.offBecause } : {}),
      ...(keys ? { keys: keysOf(keys, command.digit) } : {}),
      go: () => void command.act(command.digit ?? 0),
    };
  });

function useScreens(profile: ProfileView | null): Choice[] {
  const navigate = useNavigate();
  const here = profile === null ? [] : placesOf(profile);
  return [
    ...here.map(({ to, label, Icon, number }): Choice => {
      const go = () => void navigate({ to, params: { profile: profile?.id ?? "" } });
      return {
        id: `screen ${profile?.id} ${to}`,
        group: "screens",
        label,
        icon: <Icon />,
        keys: keysOf("screen", number),
        go,
      };
    }),
    ...OTHER_PLACES.map(({ to, label, Icon, keys }): Choice => {
      const go = () => void navigate({ to });
      return {
        id: `screen ${to}`,
        group: "screens",
        label,
        icon: <Icon />,
        ...(keys ? { keys: keysOf(keys) } : {}),
        go,
      };
    }),
  ];
}

function usePlatforms(): Choice[] {
  const switchTo = useSwitchTo();
  const profiles = useQuery(profilesQuery()).data ?? [];
  return profiles.map(
    (one, place): Choice => ({
      id: `platform ${one.id}`,
      group: "platforms",
      label: platformName(one),
      icon: <Dot colour={one.colour} />,
      platform: one,
      ...(one.readOnly ? { note: shell.switcher.readOnly } : {}),
      ...(place < NUMBERED ? { keys: keysOf("platform", place + 1) } : {}),
      go: () => switchTo(one),
    }),
  );
}
