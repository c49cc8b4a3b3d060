import { type QueryKey, useQueries, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useMemo } from "react";
import { addressOfQuery } from "@/data/addresses";
import { profilesQuery } from "@/data/profiles";
import { reviewsQuery } from "@/data/reviews";
import { organizationsQuery, rolesQuery } from "@/data/roster";
import { runsQuery } from "@/data/runs";
import { viewsQuery } from "@/data/views";
import { Dot } from "@/features/shell/ProfileSwitcher";
import { addressOf } from "@/features/users/views/standing";
import type { ProfileView, UserQuery } from "@/ipc";
import { date } from "@/words/format";
import { palette as words } from "@/words/palette";
import type { Choice } from "./choice";

type Group = "views" | "roles" | "organizations" | "runs" | "reviews";

/** The answers of a query for each platform; one that can't be had leaves its platform out. */
function useOfEach<T>(
  profiles: ProfileView[],
  query: (profile: string) => { queryKey: QueryKey },
  wanted: boolean,
): (T | undefined)[] {
  const queries = profiles.map(({ id }) => ({ ...query(id), enabled: wanted }));
  return useQueries({ queries, combine: answers }) as (T | undefined)[];
}

/** The same list again as long as no answer is another one. */
const answers = (all: { data: unknown }[]): unknown[] => all.map(({ data }) => data);

type Answer<Query extends (profile: string) => { queryFn?: unknown }> = Awaited<
  ReturnType<Extract<ReturnType<Query>["queryFn"], (...args: never[]) => unknown>>
>;

/**
 * Saved views, roles, organizations, runs and reviews of all platforms, the open one's first. There may be thousands: they are put
 * together when they are first asked for, and once. Until they are `wanted` they are those that were answered before.
 */
export function useThings(open: ProfileView | null, wanted: boolean): () => Choice[] {
  const all = useQuery(profilesQuery()).data;
  const first = open?.id;
  const profiles = useMemo(
    () => (all ?? []).toSorted((a, b) => Number(b.id === first) - Number(a.id === first)),
    [all, first],
  );
  const views = useOfEach<Answer<typeof viewsQuery>>(profiles, viewsQuery, wanted);
  const roles = useOfEach<Answer<typeof rolesQuery>>(profiles, rolesQuery, wanted);
  const organizations = useOfEach<Answer<typeof organizationsQuery>>(profiles, organizationsQuery, wanted);
  const runs = useOfEach<Answer<typeof runsQuery>>(profiles, runsQuery, wanted);
  const reviews = useOfEach<Answer<typeof reviewsQuery>>(profiles, reviewsQuery, wanted);
  const navigate = useNavigate();
  return useMemo(
    () =>
      once(() =>
        profiles.flatMap((profile, place) =>
          thingsOf(profile, navigate, {
            views: views[place]?.views ?? [],
            roles: roles[place] ?? [],
            organizations: organizations[place] ?? [],
            runs: runs[place] ?? [],
            reviews: reviews[place] ?? [],
          }),
        ),
      ),
    [profiles, navigate, views, roles, organizations, runs, reviews],
  );
}

type Things = {
  views: Answer<typeof viewsQuery>["views"];
  roles: Answer<typeof rolesQuery>;
  organizations: Answer<typeof organizationsQuery>;
  runs: Answer<typeof runsQuery>;
  reviews: Answer<typeof reviewsQuery>;
};

function thingsOf(profile: ProfileView, navigate: ReturnType<typeof useNavigate>, things: Things): Choice[] {
  const params = { profile: profile.id };
  const users = (query: UserQuery) => () =>
    void navigate({ to: "/p/$profile/users", params, search: addressOfQuery(query) });
  const icon = <Dot colour={profile.colour} />;
  const thing = (group: Group, id: string, label: string, go: () => void, note?: string): Choice => ({
    id: `${group} ${profile.id} ${id}`,
    group,
    label,
    platform: profile,
    icon,
    ...(note ? { note } : {}),
    go,
  });
  return [
    ...things.views.map((view) =>
      thing("views", view.id, view.name, () => {
        void navigate({ to: "/p/$profile/users", params, search: addressOf(view) });
      }),
    ),
    ...things.roles.map((role) =>
      thing("roles", role.id, role.name, users({ roleIds: [role.id] }), words.people(role.people)),
    ),
    ...things.runs.map((run) =>
      thing(
        "runs",
        run.id,
        run.title,
        () => void navigate({ to: "/p/$profile/runs/$run", params: { ...params, run: run.id } }),
        date(run.startedAt),
      ),
    ),
    ...things.reviews.map((review) =>
      thing(
        "reviews",
        review.id,
        review.words,
        () => void navigate({ to: "/p/$profile/reviews/$review", params: { ...params, review: review.id } }),
        date(review.startedAt),
      ),
    ),
    ...things.organizations.map((one) =>
      thing("organizations", one.id, one.label, users({ organizationIds: [one.id] }), words.people(one.people)),
    ),
  ];
}

function once(make: () => Choice[]): () => Choice[] {
  let made: Choice[] | null = null;
  return () => {
    made ??= make();
    return made;
  };
}
