import type { DataKept } from "@/ipc";
import { ago, count, plural } from "./format";
import { said } from "./said";

const data: Record<Exclude<DataKept, "unknown">, string> = {
  "key-in-keychain": "Data encrypted, key in the keychain",
  "key-given": "Data encrypted, key from the environment",
  "key-missing": "Data encrypted, and its key is not at hand",
  "no-keychain": "Data not encrypted: no keychain. Only your account can read it",
  "no-key": "Data not encrypted: the keychain gave no key. Only your account can read it",
};

/** The window around every screen, and the first screen. */
export const shell = said("shell", {
  app: "Rollcall",
  title: (screen: string, platform: string | null) =>
    platform === null ? `${screen} – Rollcall` : `${screen} – ${platform} – Rollcall`,
  skip: "Skip to the content",
  rail: "Main",
  nav: {
    overview: "Overview",
    users: "Users",
    changes: "Changes",
    findings: "Findings",
    roles: "Roles",
    providers: "Identity providers",
    reviews: "Access reviews",
    invite: "Invite",
    runs: "Runs",
    connections: "Connections",
    settings: "Settings",
  },
  runsOpen: (n: number) => `${count(n)} open`,
  reviewsOpen: (n: number) => `${count(n)} open`,
  reviewsDue: (n: number) => `${count(n)} due`,
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
    readOnly: "looking only",
  },
  foot: {
    keyMissing: "Subscription key missing",
    nothingKept: "no credentials yet",
    kept: "credentials in the keychain",
    session: "credentials for this session only",
    unknown: "the keychain does not answer",
    sample: "Inside Rollcall · nothing leaves this computer",
    refreshing: (read: number, total: number | null) =>
      total === null ? `Reading people: ${count(read)}` : `Reading people: ${count(read)} of ${count(total)}`,
    data,
    running: (n: number) => `${plural(n, "run", "runs")} active`,
  },
  start: {
    screen: "Welcome",
    title: "Invite people from a spreadsheet, and know how every one of them stands",
    what: "Rollcall reads the people, roles and sign-in methods of your platform, checks your list against them, and sends invitations that are never lost and never sent twice.",
    sample: "Try the sample platform",
    sampleWhat:
      "A made-up platform inside Rollcall, with a few thousand people. Nothing leaves this computer and nobody gets mail.",
    connect: "Connect a platform",
    connectWhat: "Your own, with its address, a subscription key and a sign-in. Credentials are never kept in a file.",
    starting: "Starting the sample platform",
  },
  unfinished: {
    label: "Runs that were not finished",
    title: (n: number) => `${plural(n, "run was", "runs were")} not finished when Rollcall closed.`,
    text: "Nothing is lost, and nobody is invited twice by going on.",
    where: (title: string, platform: string) => `${title} to ${platform}`,
    resume: "Resume",
    resumeOf: (title: string, platform: string) => `Resume ${title} to ${platform}`,
    report: "Report…",
    reportOf: (title: string) => `Save the report of ${title}…`,
    leave: "Leave",
    leaveOf: (title: string) => `Leave ${title} for now`,
    more: (n: number) => `And ${count(n)} more: they come up as you answer these.`,
  },
  closing: {
    title: (n: number) => (n === 1 ? "A run is being sent" : `${count(n)} runs are being sent`),
    text: "Closing the window stops it. What is under way ends first, and what is not sent stays in the run for later.",
    keep: "Keep sending",
    stop: "Stop after this call and close",
    stopping: "Stopping. The window closes by itself when what is under way has ended.",
    nowText: "Closing now is safe too: who is in a call is looked up before anything is sent again.",
    now: "Close now",
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
});
