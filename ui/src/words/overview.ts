import { ago, count, day, plural, stretch, weekday } from "./format";
import { said } from "./said";

const people = (n: number) => plural(n, "person", "people");

/** The first screen of a platform: how many people, and of which kind. */
export const overview = said("overview", {
  title: "Overview",
  people: "People",
  asOf: (iso: string) => `list read ${ago(iso)}`,
  notRead:
    "Rollcall reads people, roles and organizations from the platform and keeps them on this computer. Then this page shows who they are.",
  failed: "The numbers can’t be shown",
  figures: "People in numbers",
  mark: (label: string, n: number) => `${label}: ${people(n)}`,
  noName: "No name",
  created: {
    title: "New people by month",
    column: "Month",
    summary: (from: string, until: string, most: string, n: number) =>
      `From ${from} to ${until}. Most in ${most}: ${count(n)}.`,
    quiet: (from: string, until: string) => `Nobody was created from ${from} to ${until}.`,
    earlier: (n: number) => `${people(n)} created before that`,
    later: (n: number) => `${people(n)} created after this month, by the platform’s dates`,
    unknown: (n: number) => `${people(n)} without a creation date`,
  },
  role: {
    title: "People by role",
    column: "Role",
    note: "Who holds several roles counts for each.",
    more: (n: number) => `${plural(n, "more role", "more roles")}…`,
  },
  provider: {
    title: "People by identity provider",
    column: "Identity provider",
    note: "How people sign in.",
    more: (n: number) => `${plural(n, "more provider", "more providers")}…`,
  },
  organization: {
    title: "People by organization",
    column: "Organization",
    note: "With everyone in the organizations below it.",
    more: (n: number) => `${plural(n, "more organization", "more organizations")}…`,
  },
  domain: {
    title: "People by mail domain",
    column: "Mail domain",
    note: "What stands after the @ of the address.",
    more: (n: number) => `${plural(n, "more domain", "more domains")}…`,
  },
  nobody: "Nobody to show here.",
  chart: {
    more: (title: string) => `More for ${title}`,
    asTable: "Show as table",
    asChart: "Show as chart",
    copy: "Copy picture",
    save: "Save PNG…",
    copied: "The picture is on the clipboard.",
    saved: (name: string) => `Saved as ${name}.`,
    copyFailed: "The picture was not copied. Nothing else changed; Save PNG… works without the clipboard.",
    saveFailed: "The picture was not saved",
    undrawn: "The chart can’t be drawn here, so its numbers stand in a table.",
  },
  since: {
    title: "Since the last refresh",
    when: (from: string, to: string) => `Since ${weekday(from)} (${stretch(from, to)})`,
    nobody: "Nobody joined, left or changed.",
    one: "There is one list so far. After the next refresh this says who joined, left and changed.",
  },
  runs: { title: "Unfinished runs", none: "Every run is finished." },
  reviews: {
    title: "Access reviews to go on with",
    going: (done: number, all: number) => `${count(done)} of ${count(all)} decided`,
    due: (on: string) => `Due again since ${day(on)}`,
  },
});
