import type { CredentialState, ProfileView } from "@/ipc";
import { ago, count, list, plural } from "./format";
import { said } from "./said";

const signsIn: Record<ProfileView["signIn"]["kind"], string> = {
  token: "Signs in with a pasted token",
  "client-credentials": "Signs in with a client id and secret",
  browser: "Signs in with the browser",
};

const credentials: Record<CredentialState, string> = {
  kept: "credentials in the keychain",
  session: "credentials for this session only",
  missing: "credentials missing",
  unknown: "the keychain does not say",
};

/** The list of connections, and what can be done with each. */
export const connectionList = said("connectionList", {
  live: "live",
  sandbox: "sandbox",
  readOnly: "looking only",
  readOnlyWhy: "Nobody can be invited through this connection from this computer.",
  refreshed: (iso: string | null, now: number) => (iso ? `People read ${ago(iso, now)}` : "People not read yet"),
  signsIn,
  credentials,
  find: "Find a connection",
  noneFound: "No connection is called that.",
  clear: "Clear",
  switchKeys: (keys: string) => `${keys} switches to it from anywhere`,
  needs: {
    title: (n: number) =>
      n === 1 ? "One connection needs something from you." : `${count(n)} connections need something from you.`,
    go: (name: string) => `Go to ${name}`,
  },
  problem: {
    tokenMissing: "There is no token.",
    secretMissing: "The client secret is missing.",
    nobodySignedIn: "Nobody is signed in.",
    keyMissing: "The subscription key is missing.",
    proxyPassword: "The proxy’s password is missing.",
    tokenEnded: (iso: string, now: number) => `The token ended ${ago(iso, now)}.`,
    refused: "The platform refused the sign-in.",
    keychain: "The keychain does not answer, so nobody knows whether the credentials are there.",
  },
  repair: {
    open: "Open connection",
    again: "Ask again",
    paste: "Paste a token",
    pasteNew: "Paste a new token",
    browser: "Sign in",
  },
  act: {
    duplicate: "Duplicate",
    export: "Export…",
    lock: "Lock: looking only",
    unlock: "Unlock…",
    organizations: "Organizations from a file…",
    up: "Move up",
    down: "Move down",
    remove: "Remove…",
  },
  exported: (file: string, names: readonly string[]) =>
    names.length === 0
      ? `Saved as ${file}, without its credentials.`
      : `Saved as ${file}, without its credentials and without the headers ${list(names)}, which look like some. Whoever takes it is asked for them.`,
  moved: (name: string, place: number, of: number) => `${name} is number ${count(place)} of ${count(of)} now.`,
  lockedSaid: (name: string) => `${name} is for looking only now.`,
  unlockDialog: {
    title: (name: string) => `Unlock ${name}?`,
    live: "People can be invited through it from this computer again. It is a live platform: real people get real mails.",
    sandbox: "People can be invited through it from this computer again.",
    confirm: "Unlock",
    cancel: "Keep it locked",
  },
  locked: {
    text: (name: string) => `${name} is for looking only: nobody can be invited through it from this computer.`,
    unlock: "Unlock…",
  },
  organizations: {
    open: "Organizations from a file…",
    title: "Organizations from the file",
    known: (n: number) => `${plural(n, "organization is", "organizations are")} known from files now.`,
    added: (n: number) => (n === 0 ? "None of them is new." : `${count(n)} of them ${n === 1 ? "is" : "are"} new.`),
    leftOut: (n: number) => `${plural(n, "row", "rows")} could not be used:`,
    leftOutMany: "Rows that could not be used, the first ten:",
    wins: "What the platform itself lists goes before it.",
    done: "Done",
    failed: "The file could not be used",
    dropped: {
      title: "Take organizations from a table?",
      text: (file: string) =>
        `“${file}” is a table. If it lists organizations with an id and a name, Rollcall learns them for a connection. People to invite are dropped on any other screen.`,
      none: "There is no connection yet that organizations could belong to. Save one first.",
      whose: "Connection",
      take: "Take organizations",
      cancel: "Cancel",
    },
  },
});
