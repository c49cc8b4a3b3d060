import { ago, count, left, plural } from "../format";

/** The window around every screen, and the first screen. */
export const shell = {
  app: "Rollcall",
  title: (screen: string) => `${screen} – Rollcall`,
  skip: "Skip to the content",
  rail: "Main",
  nav: {
    users: "Users",
    roles: "Roles",
    providers: "Identity providers",
    invite: "Invite",
    runs: "Runs",
    connections: "Connections",
    settings: "Settings",
  },
  runsOpen: (n: number) => `${count(n)} open`,
  switcher: {
    label: "Platforms",
    change: "Change platform",
    none: "No platform open",
    live: "live",
    sample: "Try the sample platform",
    connect: "Connect a platform",
    manage: "Connections",
    neverFetched: "not fetched yet",
    refreshed: (iso: string) => `refreshed ${ago(iso)}`,
    refreshing: "refreshing",
  },
  foot: {
    signedIn: (until: string) => `Signed in · token ${left(until)}`,
    tokenEnded: "Signs in again with the next call",
    notSignedIn: "Not signed in yet",
    pasted: "Signs in with the pasted token",
    secretMissing: "Sign-in missing",
    keyMissing: "Subscription key missing",
    kept: "credentials in the keychain",
    session: "credentials for this session only",
    unknown: "the keychain does not answer",
    sample: "Inside Rollcall · nothing leaves this computer",
    refreshing: (read: number, total: number | null) =>
      total === null ? `Reading people: ${count(read)}` : `Reading people: ${count(read)} of ${count(total)}`,
    running: (n: number) => `${plural(n, "run", "runs")} active`,
  },
  start: {
    title: "Invite people from a spreadsheet, and know how every one of them stands",
    what: "Rollcall reads the people, roles and sign-in methods of your platform, checks your list against them, and sends invitations that are never lost and never sent twice.",
    sample: "Try the sample platform",
    sampleWhat:
      "A made-up platform inside Rollcall, with a few thousand people. Nothing leaves this computer and nobody gets mail.",
    connect: "Connect a platform",
    connectWhat: "Your own, with its address, a subscription key and a sign-in. Credentials are never kept in a file.",
    starting: "Starting the sample platform",
  },
  notFound: {
    title: "There is nothing at this address",
    profile: "That connection is not there",
    profileWhat: "It may have been removed. Your other connections are as they were.",
    what: "The screen may have moved. Nothing was changed.",
    action: "Go to the start",
    connections: "Open Connections",
  },
  crashed: {
    title: "This screen stopped working",
    what: "Nothing was sent or changed by this. Runs go on by themselves.",
    again: "Show it again",
  },
};
