import { count, plural } from "./format";
import { said } from "./said";

const people = (n: number) => plural(n, "person", "people");

/** How people sign in to the platform. */
export const providers = said("providers", {
  title: "Identity providers",
  list: "Identity providers",
  note: "How people sign in. The prefix tells from a person’s external id which one they use.",
  on: "Enabled",
  off: "Switched off",
  unlisted: "Not listed by the platform",
  prefix: (prefix: string) => `prefix ${prefix}`,
  people,
  show: (n: number, name: string) => `Show the ${people(n)} who sign in with ${name}`,
  nobody: "Nobody signs in with it.",
  blocked: (n: number) => `${count(n)} of them blocked`,
  copyOf: (name: string) => `Copy id of ${name}`,
  none: (n: number) => `${people(n)} without any identity provider`,
  byOrganization: "By organization",
  byDomain: "By mail domain",
  noOrganization: "no organization",
  noDomain: "no mail domain",
  share: (n: number, of: number) => `${count(n)} of ${count(of)}`,
  showShare: (share: string, label: string, name: string) =>
    `Show ${share} people of ${label} who sign in with ${name}`,
  all: (n: number) => `Show all ${count(n)}`,
  mostOf: (shown: number, all: number) => `Show ${count(shown)} of ${count(all)}`,
  fewer: "Show fewer",
  findings: {
    title: "Findings on identity providers",
    people: (n: number) => `· ${people(n)}`,
  },
  whatIf: {
    open: "What if this one is switched off?",
    openOff: "Who is shut out by this?",
    of: (asked: string, name: string) => `${asked} ${name}`,
    title: (name: string) => `What if ${name} is switched off?`,
    titleOff: (name: string) => `Who is shut out while ${name} is switched off?`,
    waiting: "What if it is switched off?",
    safe: "Nothing is switched off by this. It only says what the list on this computer knows.",
    stranded: "could no longer sign in",
    strandedOff: "can’t sign in",
    otherWay: "have another way in",
    blocked: "are blocked anyway",
    grid: "People who could no longer sign in",
    nobody: "Nobody would be shut out",
    nobodyText: "Whoever uses it has another way in, or is blocked.",
    close: "Close",
  },
  emptyTitle: "No identity providers are listed yet",
  empty: "They come with the list of people. An invitation may name one.",
});
