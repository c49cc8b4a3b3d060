import { useQuery } from "@tanstack/react-query";
import { Link, type LinkProps } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { changesQuery, SINCE_LAST_WEEK } from "@/data/changes";
import { reviewsQuery } from "@/data/reviews";
import { summaryQuery } from "@/data/roster";
import { runsQuery } from "@/data/runs";
import { FindAnyone } from "@/features/palette/FindAnyone";
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
import { count } from "@/words/format";
import { shell } from "@/words/shell";
import { ProfileSwitcher } from "./ProfileSwitcher";

/** The list on the left. It never changes; only its counts do. */
export function Rail({ profile }: { profile: ProfileView | null }) {
  return (
    <nav
      aria-label={shell.rail}
      className="flex flex-col gap-0.5 overflow-y-auto border-e border-line bg-sunken px-2 py-3"
    >
      <ProfileSwitcher profile={profile} />
      <FindAnyone profile={profile} />
      {profile ? <PlatformLinks profile={profile.id} /> : <ClosedLinks />}
      <span className="flex-1" />
      <RailLink to="/connections" icon={<ConnectionsIcon />} label={shell.nav.connections} />
      <RailLink to="/settings" icon={<SettingsIcon />} label={shell.nav.settings} />
    </nav>
  );
}

function PlatformLinks({ profile }: { profile: string }) {
  const summary = useQuery(summaryQuery(profile)).data;
  const runs = useQuery(runsQuery(profile)).data ?? [];
  const reviews = useQuery(reviewsQuery(profile)).data ?? [];
  const fetched = summary?.fetchedAt ? summary : null;
  const changes = useQuery({ ...changesQuery(profile, SINCE_LAST_WEEK), enabled: fetched !== null }).data;
  const open = runs.filter((run) => run.state !== "finished").length;
  const reviewing = reviews.filter((review) => review.finished === null).length;
  const due = reviews.filter((review) => review.isDue).length;
  const params = { profile };
  return (
    <>
      <RailLink to="/p/$profile/overview" params={params} icon={<OverviewIcon />} label={shell.nav.overview} />
      <RailLink
        to="/p/$profile/users"
        params={params}
        icon={<UsersIcon />}
        label={shell.nav.users}
        count={fetched?.people}
      />
      <RailLink
        to="/p/$profile/changes"
        params={params}
        icon={<ClockIcon />}
        label={shell.nav.changes}
        count={changes?.people || undefined}
      />
      {/* Without a count: the list is judged only when somebody asks. */}
      <RailLink to="/p/$profile/findings" params={params} icon={<FindingsIcon />} label={shell.nav.findings} />
      <RailLink
        to="/p/$profile/roles"
        params={params}
        icon={<RolesIcon />}
        label={shell.nav.roles}
        count={fetched?.roles}
      />
      <RailLink
        to="/p/$profile/providers"
        params={params}
        icon={<ProvidersIcon />}
        label={shell.nav.providers}
        count={fetched?.identityProviders}
      />
      <RailLink
        to="/p/$profile/reviews"
        params={params}
        icon={<ReviewsIcon />}
        label={shell.nav.reviews}
        note={reviewing > 0 ? shell.reviewsOpen(reviewing) : due > 0 ? shell.reviewsDue(due) : undefined}
      />
      <hr className="my-2 border-line" />
      <RailLink to="/p/$profile/invite" params={params} icon={<InviteIcon />} label={shell.nav.invite} />
      <RailLink
        to="/p/$profile/runs"
        params={params}
        icon={<RunsIcon />}
        label={shell.nav.runs}
        note={open > 0 ? shell.runsOpen(open) : undefined}
      />
    </>
  );
}

/** The same places before there is a platform: in sight, and off. */
function ClosedLinks() {
  const places: [string, ReactNode][] = [
    [shell.nav.overview, <OverviewIcon key="i" />],
    [shell.nav.users, <UsersIcon key="i" />],
    [shell.nav.changes, <ClockIcon key="i" />],
    [shell.nav.findings, <FindingsIcon key="i" />],
    [shell.nav.roles, <RolesIcon key="i" />],
    [shell.nav.providers, <ProvidersIcon key="i" />],
    [shell.nav.reviews, <ReviewsIcon key="i" />],
    [shell.nav.invite, <InviteIcon key="i" />],
    [shell.nav.runs, <RunsIcon key="i" />],
  ];
  return (
    <>
      {places.map(([label, icon]) => (
        <span
          key={label}
          role="link"
          aria-disabled="true"
          className="flex items-center gap-2 rounded-md px-2 py-1.5 font-medium text-ink-3 opacity-60"
        >
          {icon}
          {label}
        </span>
      ))}
    </>
  );
}

type RailLinkProps = Pick<LinkProps, "to" | "params"> & {
  icon: ReactNode;
  label: string;
  count?: number | undefined;
  note?: string | undefined;
};

function RailLink({ icon, label, count: number, note, ...to }: RailLinkProps) {
  const said = note ?? (number === undefined ? null : count(number));
  return (
    <Link
      {...to}
      activeOptions={{ includeSearch: false }}
      className="flex shrink-0 items-center gap-2 rounded-md px-2 py-1.5 font-medium text-ink-2 hover:bg-muted-soft data-[status=active]:bg-accent-soft data-[status=active]:text-accent"
    >
      {icon}
      <span className="truncate">{label}</span>
      {said ? <span className="ms-auto text-xs tabular-nums">{said}</span> : null}
    </Link>
  );
}
