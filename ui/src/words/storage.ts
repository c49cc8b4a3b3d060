import type { StorageWhat } from "@/ipc";
import { date, plural, size } from "./format";
import { said } from "./said";

const part: Record<StorageWhat, string> = {
  list: "List of people",
  history: "Earlier lists and what changed",
  runs: "Runs",
  drafts: "Drafts and their copies of files",
  views: "Saved views",
  reviews: "Access reviews",
  other: "Other",
};

/** Reading in the background, what is kept of each platform, and forgetting it. */
export const storage = said("storage", {
  background: {
    title: "Reading in the background",
    note: "While Rollcall is open, the lists of your platforms can be read anew by themselves. Nothing is sent.",
    label: "Read the lists",
    off: "Only when asked",
  },
  title: "What is kept of each platform",
  note: "On this computer alone. What changed is kept for 30 days list by list, then weekly for 13 months.",
  noPlatform: "No platform is connected, so nothing is kept.",
  total: (kib: number) => `${size(kib)} in all`,
  size,
  part,
  lists: (n: number, oldest: string | null) =>
    oldest === null ? plural(n, "list", "lists") : `${plural(n, "list", "lists")} since ${date(oldest)}`,
  noLists: "No list was read yet",
  forget: "Forget this platform’s data…",
  forgetOf: (name: string) => `Forget this platform’s data: ${name}`,
  dialog: {
    title: (name: string) => `Forget everything about ${name}?`,
    goes: "What goes, from this computer:",
    list: "the list of people, with its roles, identity providers and organizations",
    history: (n: number) =>
      `${plural(n, "kept list", "kept lists")} and everything that says who joined, left and changed`,
    runs: "its runs and what happened to every row of them",
    drafts: "drafts, Rollcall’s copies of their files, and what is remembered of earlier files",
    views: "saved views",
    connection: "the connection itself, with its key and sign-in in the keychain",
    stays: "On the platform nothing changes: nobody loses an account or an invitation. This can’t be taken back.",
    reviews: "Also the access reviews",
    reviewsNote:
      "Reviews may be evidence that has to be kept. Unticked, they stay, and so does the connection, without its credentials.",
    name: (name: string) => `To confirm, type ${name}`,
    typeFirst: "Type the platform’s name first.",
    cancel: "Keep everything",
    confirm: (name: string) => `Forget ${name}`,
    refused: "Nothing was forgotten",
    toRuns: "Look at the runs",
  },
});
