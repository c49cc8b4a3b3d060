import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Button } from "react-aria-components/Button";
import { isSample, platformName } from "@/components/platform";
import { profilesQuery } from "@/data/profiles";
import { summaryQuery, useRefreshProgress } from "@/data/roster";
import { useTrySample } from "@/features/start/useTrySample";
import type { ProfileView } from "@/ipc";
import { ChevronDownIcon, ConnectionsIcon, LockIcon, PlusIcon, RollcallMark } from "@/kit/icons";
import { keysOf } from "@/kit/keyNames";
import { Menu, type MenuEntry } from "@/kit/Menu";
import { shell } from "@/words/shell";
import { NUMBERED, useSwitchTo } from "./switching";

/** Which platform is open, and the way to another. */
export function ProfileSwitcher({ profile }: { profile: ProfileView | null }) {
  const entries = useEntries();
  return (
    <div className="mb-3 shrink-0">
      <Menu
        label={shell.switcher.label}
        wide
        entries={entries}
        trigger={
          <Button className="flex w-full items-center gap-2 rounded-md border border-line bg-surface p-2 text-start max-large:justify-center data-hovered:border-line-strong">
            {profile ? <Open profile={profile} /> : <Closed />}
            <span className="sr-only">{shell.switcher.change}</span>
            <ChevronDownIcon className="shrink-0 text-ink-3 max-large:hidden" />
          </Button>
        }
      />
    </div>
  );
}

function useEntries(): MenuEntry[] {
  const navigate = useNavigate();
  const profiles = useQuery(profilesQuery()).data ?? [];
  const openSample = useTrySample();
  const switchTo = useSwitchTo();
  return [
    ...profiles.map(
      (profile, place): MenuEntry => ({
        id: profile.id,
        label: profile.name,
        icon: <Dot colour={profile.colour} />,
        under: <Standing profile={profile} />,
        ...(place < NUMBERED ? { keys: keysOf("platform", place + 1) } : {}),
        onAction: () => switchTo(profile),
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
            onAction: () => openSample(),
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
      <span className="min-w-0 flex-1 leading-tight max-large:sr-only">
        <span className="flex items-center gap-1">
          <b className="min-w-0 truncate font-semibold">{platformName(profile)}</b>
          {profile.readOnly ? (
            <>
              <LockIcon width="12" height="12" className="shrink-0 text-ink-2" />
              <span className="sr-only">{shell.switcher.readOnly}</span>
            </>
          ) : null}
        </span>
        <small className="block truncate text-xs text-ink-3">{fresh}</small>
      </span>
    </>
  );
}

function Closed() {
  return (
    <>
      <RollcallMark className="shrink-0 text-accent" />
      <span className="min-w-0 flex-1 truncate text-ink-2 max-large:sr-only">{shell.switcher.none}</span>
    </>
  );
}

/** What to know of a platform before one goes there. */
function Standing({ profile }: { profile: ProfileView }) {
  return (
    <span className="flex items-center gap-1.5">
      {profile.live ? (
        <>
          <span className="font-medium text-warn">{shell.switcher.live}</span>
          <span aria-hidden="true">·</span>
        </>
      ) : null}
      {profile.readOnly ? (
        <>
          <LockIcon width="12" height="12" className="shrink-0" />
          {shell.switcher.readOnly}
          <span aria-hidden="true">·</span>
        </>
      ) : null}
      <span className="truncate">
        {profile.lastRefresh ? shell.switcher.refreshed(profile.lastRefresh) : shell.switcher.neverFetched}
      </span>
    </span>
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
