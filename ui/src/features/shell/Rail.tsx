import { useQuery } from "@tanstack/react-query";
import { Link, type LinkProps } from "@tanstack/react-router";
import { Fragment, type ReactNode } from "react";
import { changesQuery, SINCE_LAST_WEEK } from "@/data/changes";
import { reviewsQuery } from "@/data/reviews";
import { summaryQuery } from "@/data/roster";
import { runsQuery } from "@/data/runs";
import { FindAnyone } from "@/features/palette/FindAnyone";
import type { ProfileView } from "@/ipc";
import { keysOf } from "@/kit/keyNames";
import { LARGE, useWindowWidth } from "@/kit/useWindowWidth";
import { count } from "@/words/format";
import { shell } from "@/words/shell";
import { ProfileSwitcher } from "./ProfileSwitcher";
import { DOING, OTHER_PLACES, PLATFORM_PLACES, type PlatformPlace, placesOf } from "./places";

/** The list on the left. It never changes; only its counts do. */
export function Rail({ profile }: { profile: ProfileView | null }) {
  return (
    <nav
      aria-label={shell.rail}
      className="flex flex-col gap-0.5 overflow-y-auto border-e border-line bg-sunken px-2 py-3"
    >
      <ProfileSwitcher profile={profile} />
      <FindAnyone profile={profile} />
      {profile ? <PlatformLinks profile={profile} /> : <ClosedLinks />}
      <span className="flex-1" />
      {OTHER_PLACES.map(({ id, to, label, Icon, keys }) => (
        <RailLink key={id} to={to} icon={<Icon />} label={label} keys={keys && keysOf(keys)} tour={id} />
      ))}
    </nav>
  );
}

type Told = { count?: number | undefined; note?: string | undefined };

/** What is really there, by the place that shows it. */
function useTold(profile: string): Partial<Record<PlatformPlace["id"], Told>> {
  const summary = useQuery(summaryQuery(profile)).data;
  const runs = useQuery(runsQuery(profile)).data ?? [];
  const reviews = useQuery(reviewsQuery(profile)).data ?? [];
  const fetched = summary?.fetchedAt ? summary : null;
  const changes = useQuery({ ...changesQuery(profile, SINCE_LAST_WEEK), enabled: fetched !== null }).data;
  const open = runs.filter((run) => run.state !== "finished").length;
  const reviewing = reviews.filter((review) => review.finished === null).length;
  const due = reviews.filter((review) => review.isDue).length;
  // Findings have no count: the list is judged only when somebody asks.
  return {
    users: { count: fetched?.people },
    changes: { count: changes?.people || undefined },
    roles: { count: fetched?.roles },
    providers: { count: fetched?.identityProviders },
    reviews: { note: reviewsNote(reviewing, due) },
    runs: { note: open > 0 ? shell.runsOpen(open) : undefined },
  };
}

/** How many reviews go on and how many are to be done again. */
function reviewsNote(reviewing: number, due: number): string | undefined {
  const notes = [reviewing > 0 ? shell.reviewsOpen(reviewing) : null, due > 0 ? shell.reviewsDue(due) : null];
  return notes.filter(Boolean).join(", ") || undefined;
}

function PlatformLinks({ profile }: { profile: ProfileView }) {
  const told = useTold(profile.id);
  return placesOf(profile).map(({ id, to, label, Icon, number }) => (
    <Fragment key={id}>
      {id === DOING[0] ? <hr className="my-2 border-line" /> : null}
      <RailLink
        to={to}
        params={{ profile: profile.id }}
        icon={<Icon />}
        label={label}
        keys={keysOf("screen", number)}
        tour={id}
        {...told[id]}
      />
    </Fragment>
  ));
}

/** The same places before there is a platform: in sight, and off. */
function ClosedLinks() {
  return PLATFORM_PLACES.map(({ id, label, Icon }) => (
    <span
      key={id}
      role="link"
      aria-disabled="true"
      className="flex items-center gap-2 rounded-md px-2 py-1.5 font-medium text-ink-3 opacity-60 max-large:justify-center"
    >
      <Icon />
      <span className="max-large:sr-only">{label}</span>
    </span>
  ));
}

type RailLinkProps = Pick<LinkProps, "to" | "params"> &
  Told & {
    icon: ReactNode;
    label: string;
    /** The keys that lead there too. */
    keys?: string | undefined;
    /** What the tour knows it by. */
    tour: string;
  };

function RailLink({ icon, label, count: number, note, keys, tour, ...to }: RailLinkProps) {
  const said = note ?? (number === undefined ? null : count(number));
  // Beside large letters there is room for the signs alone.
  const large = useWindowWidth() < LARGE;
  return (
    <Link
      {...to}
      activeOptions={{ includeSearch: false }}
      title={large ? [label, keys].filter(Boolean).join("  ") : keys}
      data-tour={tour}
      className="flex shrink-0 items-center gap-2 rounded-md px-2 py-1.5 font-medium text-ink-2 max-large:justify-center hover:bg-muted-soft data-[status=active]:bg-accent-soft data-[status=active]:text-accent"
    >
      {icon}
      <span className="truncate max-large:sr-only">{label}</span>
      {said ? <span className="ms-auto text-xs tabular-nums max-large:sr-only">{said}</span> : null}
    </Link>
  );
}
