import type { QueryClient } from "@tanstack/react-query";
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  notFound,
  type RouterHistory,
  redirect,
} from "@tanstack/react-router";
import {
  changesSearch,
  connectionSearch,
  findingsSearch,
  inviteSearch,
  providersSearch,
  reviewSearch,
  reviewStartSearch,
  usersSearch,
} from "@/data/addresses";
import { profilesQuery } from "@/data/profiles";
import { Crashed } from "@/features/shell/Crashed";
import { NotFound, ProfileNotFound } from "@/features/shell/NotFound";
import { lastProfile, rememberProfile } from "@/features/shell/remember";
import { Shell } from "@/features/shell/Shell";
import { askUsersAhead } from "@/features/users/askUsersAhead";
import { nextTask } from "@/kit/turns";
import { everyWord } from "@/words/language";
import { OverviewRoute } from "./overview";
import { StartRoute } from "./start";

/** A screen that is loaded once somebody goes there, after its words. */
const screen: typeof lazyRouteComponent = (load, name) =>
  lazyRouteComponent(async () => {
    await everyWord();
    const loaded = await load();
    // Its scripts ran just now: drawn in a turn of its own, it holds nobody up for as long as both take.
    await nextTask();
    return loaded;
  }, name);

type RouterContext = { client: QueryClient };

const root = createRootRouteWithContext<RouterContext>()({
  component: Shell,
  notFoundComponent: NotFound,
  errorComponent: Crashed,
});

/** The first screen; whoever has a platform goes straight to it. */
const start = createRoute({
  getParentRoute: () => root,
  path: "/",
  component: StartRoute,
  loader: async ({ context }) => {
    const profiles = await context.client.ensureQueryData(profilesQuery());
    const last = profiles.find((profile) => profile.id === lastProfile()) ?? profiles[0];
    if (last) throw redirect({ to: "/p/$profile/overview", params: { profile: last.id }, replace: true });
  },
});

const platform = createRoute({
  getParentRoute: () => root,
  path: "/p/$profile",
  notFoundComponent: ProfileNotFound,
  loader: async ({ context, params }) => {
    const profiles = await context.client.ensureQueryData(profilesQuery());
    if (!profiles.some((profile) => profile.id === params.profile)) throw notFound();
    rememberProfile(params.profile);
  },
});

const platformIndex = createRoute({
  getParentRoute: () => platform,
  path: "/",
  beforeLoad: ({ params }) => {
    throw redirect({ to: "/p/$profile/overview", params, replace: true });
  },
});
const overview = createRoute({
  getParentRoute: () => platform,
  path: "/overview",
  component: OverviewRoute,
});
const users = createRoute({
  getParentRoute: () => platform,
  path: "/users",
  validateSearch: usersSearch,
  // It waits for nothing. The router runs it for each platform that one comes to, and not for what is filtered there.
  loader: ({ context, params, location }) => {
    void askUsersAhead(context.client, params.profile, usersSearch(location.search));
  },
  component: screen(() => import("./users"), "UsersRoute"),
});
const changes = createRoute({
  getParentRoute: () => platform,
  path: "/changes",
  validateSearch: changesSearch,
  component: screen(() => import("./changes"), "ChangesRoute"),
});
const findings = createRoute({
  getParentRoute: () => platform,
  path: "/findings",
  validateSearch: findingsSearch,
  component: screen(() => import("./findings"), "FindingsRoute"),
});
const roles = createRoute({
  getParentRoute: () => platform,
  path: "/roles",
  component: screen(() => import("./roles"), "RolesRoute"),
});
const providers = createRoute({
  getParentRoute: () => platform,
  path: "/providers",
  validateSearch: providersSearch,
  component: screen(() => import("./providers"), "ProvidersRoute"),
});
const invite = createRoute({
  getParentRoute: () => platform,
  path: "/invite",
  validateSearch: inviteSearch,
  component: screen(() => import("./invite"), "InviteRoute"),
});
const inviteDraft = createRoute({
  getParentRoute: () => platform,
  path: "/invite/$draft",
  component: screen(() => import("./invite"), "InviteDraftRoute"),
});
const reviews = createRoute({
  getParentRoute: () => platform,
  path: "/reviews",
  component: screen(() => import("./reviews"), "ReviewsRoute"),
});
const reviewStart = createRoute({
  getParentRoute: () => platform,
  path: "/reviews/start",
  validateSearch: reviewStartSearch,
  component: screen(() => import("./reviews"), "ReviewStartRoute"),
});
const review = createRoute({
  getParentRoute: () => platform,
  path: "/reviews/$review",
  validateSearch: reviewSearch,
  component: screen(() => import("./reviews"), "ReviewRoute"),
});
const runs = createRoute({
  getParentRoute: () => platform,
  path: "/runs",
  component: screen(() => import("./runs"), "RunsRoute"),
});
const run = createRoute({
  getParentRoute: () => platform,
  path: "/runs/$run",
  component: screen(() => import("./runs"), "RunRoute"),
});

const connections = createRoute({
  getParentRoute: () => root,
  path: "/connections",
  component: screen(() => import("./connections"), "ConnectionsRoute"),
});
const connectionNew = createRoute({
  getParentRoute: () => root,
  path: "/connections/new",
  component: screen(() => import("./connections"), "NewConnectionRoute"),
});
const connection = createRoute({
  getParentRoute: () => root,
  path: "/connections/$id",
  validateSearch: connectionSearch,
  component: screen(() => import("./connections"), "ConnectionRoute"),
});
const settings = createRoute({
  getParentRoute: () => root,
  path: "/settings",
  component: screen(() => import("./settings"), "SettingsRoute"),
});
const guide = createRoute({
  getParentRoute: () => root,
  path: "/guide",
  component: screen(() => import("./guide"), "GuideRoute"),
});
const guidePage = createRoute({
  getParentRoute: () => root,
  path: "/guide/$page",
  component: screen(() => import("./guide"), "GuideRoute"),
});

const tree = root.addChildren([
  start,
  platform.addChildren([
    platformIndex,
    overview,
    users,
    changes,
    findings,
    roles,
    providers,
    reviews,
    reviewStart,
    review,
    invite,
    inviteDraft,
    runs,
    run,
  ]),
  connections,
  connectionNew,
  connection,
  settings,
  guide,
  guidePage,
]);

/** The way through the app. `history` is for tests; the app uses the browser's. */
export function newRouter(client: QueryClient, history?: RouterHistory) {
  return createRouter({
    routeTree: tree,
    context: { client },
    history,
    defaultPreload: false,
    // A screen that fails leaves the list on the left and the foot where they are.
    defaultErrorComponent: Crashed,
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof newRouter>;
  }
}
