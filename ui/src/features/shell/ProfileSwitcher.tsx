import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Button } from "react-aria-components/Button";
import { isSample, platformName } from "@/components/platform";
import { profilesQuery, useOpenSample } from "@/data/profiles";
import { summaryQuery, useRefreshProgress } from "@/data/roster";
import type { ProfileView } from "@/ipc";
import { ChevronDownIcon, ConnectionsIcon, PlusIcon, RollcallMark } from "@/kit/icons";
import { Menu, type MenuEntry } from "@/kit/Menu";
import { shell } from "@/words/en/shell";

/** Which platform is open, and the way to another. */
export function ProfileSwitcher({ profile }: { profile: ProfileView | null }) {
  const entries = useEntries();
  return (
    <div className="mb-3 shrink-0">
      <Menu
        label={shell.switcher.label}
        matchTrigger
        entries={entries}
        trigger={
          <Button className="flex w-full items-center gap-2 rounded-md border border-line bg-surface p-2 text-left data-hovered:border-line-strong">
            {profile ? <Open profile={profile} /> : <Closed />}
            <span className="sr-only">{shell.switcher.change}</span>
            <ChevronDownIcon className="shrink-0 text-ink-3" />
          </Button>
        }
      />
    </div>
  );
}

function useEntries(): MenuEntry[] {
  const navigate = useNavigate();
  const profiles = useQuery(profilesQuery()).data ?? [];
  const sample = useOpenSample();
  const to = (profile: string) => void navigate({ to: "/p/$profile/overview", params: { profile } });
  return [
    ...profiles.map(
      (profile): MenuEntry => ({
        id: profile.id,
        label: profile.name,
        icon: <Dot colour={profile.colour} />,
        ...(profile.live ? { note: shell.switcher.live } : {}),
        onAction: () => to(profile.id),
      }),
    ),
    ...(profiles.length > 0 ? (["-"] as const) : []),
    // Once opened it is a platform like the others, in the list above.
    ...(profiles.some(isSample)
      ? []
      : [
          {
            id: "sample",
            label: shell.switcher.sample,
            icon: <RollcallMark />,
            onAction: () => sample.mutate(undefined, { onSuccess: (profile) => to(profile.id) }),
          },
        ]),
    {
      id: "connect",
      label: shell.switcher.connect,
      icon: <PlusIcon />,
      onAction: () => void navigate({ to: "/connections/new" }),
    },
    {
      id: "manage",
      label: shell.switcher.manage,
      icon: <ConnectionsIcon />,
      onAction: () => void navigate({ to: "/connections" }),
    },
  ];
}

function Open({ profile }: { profile: ProfileView }) {
  const summary = useQuery(summaryQuery(profile.id)).data;
  const refreshing = useRefreshProgress(profile.id);
  const fresh = refreshing
    ? shell.switcher.refreshing
    : summary?.fetchedAt
      ? shell.switcher.refreshed(summary.fetchedAt)
      : shell.switcher.neverFetched;
  return (
    <>
      <Dot />
      <span className="min-w-0 flex-1 leading-tight">
        <b className="block truncate font-semibold">{platformName(profile)}</b>
        <small className="block truncate text-xs text-ink-3">{fresh}</small>
      </span>
    </>
  );
}

function Closed() {
  return (
    <>
      <RollcallMark className="shrink-0 text-accent" />
      <span className="min-w-0 flex-1 truncate text-ink-2">{shell.switcher.none}</span>
    </>
  );
}

/** A platform's colour. Without one given, the open platform's. */
export function Dot({ colour }: { colour?: string }) {
  return (
    <span
      aria-hidden="true"
      className="size-2.5 shrink-0 rounded-full bg-profile"
      style={colour ? { background: colour } : undefined}
    />
  );
}
