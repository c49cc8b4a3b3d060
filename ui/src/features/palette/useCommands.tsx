import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { platformName } from "@/components/platform";
import { profilesQuery } from "@/data/profiles";
import { viewsQuery } from "@/data/views";
import { Dot } from "@/features/shell/ProfileSwitcher";
import { NUMBERED, useSwitchTo } from "@/features/shell/switching";
import { addressOf } from "@/features/users/views/standing";
import type { ProfileView } from "@/ipc";
import {
  ClockIcon,
  ConnectionsIcon,
  FindingsIcon,
  InviteIcon,
  OverviewIcon,
  ProvidersIcon,
  ReviewsIcon,
  RolesIcon,
  RunsIcon,
  SettingsIcon,
  UsersIcon,
} from "@/kit/icons";
import { withCtrlShift } from "@/kit/keyNames";
import { shell } from "@/words/shell";
import type { Choice } from "./choice";

const PLATFORM_SCREENS = [
  { to: "/p/$profile/overview", label: shell.nav.overview, icon: <OverviewIcon /> },
  { to: "/p/$profile/users", label: shell.nav.users, icon: <UsersIcon /> },
  { to: "/p/$profile/changes", label: shell.nav.changes, icon: <ClockIcon /> },
  { to: "/p/$profile/findings", label: shell.nav.findings, icon: <FindingsIcon /> },
  { to: "/p/$profile/invite", label: shell.nav.invite, icon: <InviteIcon /> },
  { to: "/p/$profile/runs", label: shell.nav.runs, icon: <RunsIcon /> },
  { to: "/p/$profile/reviews", label: shell.nav.reviews, icon: <ReviewsIcon /> },
  { to: "/p/$profile/roles", label: shell.nav.roles, icon: <RolesIcon /> },
  { to: "/p/$profile/providers", label: shell.nav.providers, icon: <ProvidersIcon /> },
] as const;

const OTHER_SCREENS = [
  { to: "/connections", label: shell.nav.connections, icon: <ConnectionsIcon /> },
  { to: "/settings", label: shell.nav.settings, icon: <SettingsIcon /> },
] as const;

/** Every place to go to: screens, platforms, and the open platform's saved views. */
export function useCommands(profile: ProfileView | null): Choice[] {
  const navigate = useNavigate();
  const switchTo = useSwitchTo();
  const profiles = useQuery(profilesQuery()).data ?? [];
  const views = useQuery({ ...viewsQuery(profile?.id ?? ""), enabled: profile !== null }).data?.views ?? [];
  const here = profile === null ? [] : PLATFORM_SCREENS.map((screen) => ({ ...screen, profile: profile.id }));
  return [
    ...here.map(({ to, label, icon, profile }): Choice => {
      const go = () => void navigate({ to, params: { profile } });
      return { id: `screen ${profile} ${to}`, group: "screens", label, icon, go };
    }),
    ...OTHER_SCREENS.map(({ to, label, icon }): Choice => {
      return { id: `screen ${to}`, group: "screens", label, icon, go: () => void navigate({ to }) };
    }),
    ...profiles.map((one, place): Choice => {
      return {
        id: `platform ${one.id}`,
        group: "platforms",
        label: platformName(one),
        icon: <Dot colour={one.colour} />,
        platform: one,
        ...(one.readOnly ? { note: shell.switcher.readOnly } : {}),
        ...(place < NUMBERED ? { keys: withCtrlShift(`${place + 1}`) } : {}),
        go: () => switchTo(one),
      };
    }),
    ...views.map((view): Choice => {
      const go = () =>
        void navigate({ to: "/p/$profile/users", params: { profile: profile?.id ?? "" }, search: addressOf(view) });
      return { id: `view ${view.id}`, group: "views", label: view.name, icon: <UsersIcon />, go };
    }),
  ];
}
