import type { FindingSeverity } from "@/ipc";
import { count, date, dateTime, day, list, plural } from "./format";
import { said } from "./said";

const people = (n: number) => plural(n, "person", "people");

const severity: Record<FindingSeverity, string> = { high: "High", medium: "Medium", low: "Low" };

/** What the list of people shows that somebody should look at. The findings' own sentences come with them. */
export const findings = said("findings", {
  title: "Findings",
  note: "What the list of people shows that somebody should look at. Everything comes from the list on this computer; nothing is asked of the platform.",
  judged: (n: number, asOf: string) => `${people(n)} looked at, list of ${dateTime(asOf)}`,
  judging: "Looking through the list",
  partialTitle: "This list may miss people.",
  partial: "Whoever is missing in it was not looked at. Refresh the list to be sure.",
  open: "Open findings",
  severity,
  show: (n: number) => `Show the ${people(n)}`,
  showOf: (n: number, title: string) => `Show the ${people(n)}: ${title}`,
  toProviders: "Look at the identity providers",
  meaning: "What it means",
  toDo: "What to do",
  where: "Where",
  parts: (parts: { label: string; people: number }[], more: number) =>
    list([
      ...parts.map((part) => (part.people > 0 ? `${part.label} (${count(part.people)})` : part.label)),
      ...(more > 0 ? [`${count(more)} more`] : []),
    ]),
  moreParts: (n: number) => `and ${count(n)} more`,
  basis: "Based on",
  mute: {
    open: "Mute…",
    openOf: (title: string) => `Mute… ${title}`,
    title: (title: string) => `Mute “${title}”?`,
    text: "It stands apart until the end of the day you choose, and is told again by itself after that, or as soon as it is about somebody new.",
    reason: "Why it can be ignored",
    reasonHelp: "Up to 500 characters. Whoever looks at the findings later reads it.",
    noReason: "Say in a few words why this can be ignored.",
    until: "Last day",
    untilHelp: "A day such as 2027-03-31, at most two years ahead.",
    badDay: "A day from today on and at most two years ahead, such as 2027-03-31.",
    by: "Your name",
    byHelp: "Left empty, the account of this computer is noted.",
    cancel: "Keep showing it",
    confirm: "Mute it",
    failed: "It was not muted",
  },
  muted: {
    title: "Muted",
    by: (by: string, at: string, until: string) => `Muted by ${by} on ${date(at)}, until the end of ${day(until)}.`,
    reason: (reason: string) => `Reason: ${reason}`,
    newSince: (n: number) => `${count(n)} more since then, so it is told again.`,
    unmute: "Unmute",
    unmuteOf: (title: string) => `Unmute ${title}`,
    failed: "It is still muted",
    done: (title: string) => `Muted: ${title}.`,
    undone: (title: string) => `Told again: ${title}.`,
  },
  clear: (titles: string[]) => `Nothing found: ${titles.join("; ")}.`,
  allClear: {
    title: "Nothing was found",
    thresholds: "See when something becomes a finding",
    text: (n: number) => `All rules were tried on ${people(n)}, and none found anything.`,
  },
  allMuted: {
    title: "Nothing is left open",
    text: "What was found is muted. It stands below, with who muted it and until when.",
  },
  notRead: {
    title: "The list of people was not read yet",
    text: "Findings come from the list of people. It is read from the platform and kept on this computer.",
  },
  grid: (title: string) => `People: ${title}`,
  showMeaning: "Show what it means",
  hideMeaning: "Hide what it means",
  nobodyLeft: "Nobody is left in this finding. The list may have been refreshed since.",
  close: "Close",
});
