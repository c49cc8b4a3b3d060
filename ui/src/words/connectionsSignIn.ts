import { dateTime, list } from "./format";
import { said } from "./said";

/** Signing in with the browser, and finding out where. */
export const connectionsSignIn = said("connectionsSignIn", {
  browser: "The browser, as yourself",
  browserNote: "Your organization’s sign-in page opens in your browser. Rollcall never sees your password.",
  authorizeUrl: "Address where people sign in",
  authorizeUrlHint: "https://login.example.com/authorize",
  authorizeUrlHelp: "It comes with the client id. The sign-in server calls it the authorization endpoint.",
  tokenUrlKnown: "May be left empty: this kind of platform has it under the base URL.",
  optionalSecret: "Client secret (if the client has one)",
  optionalSecretHelp: "Most programs that open a browser have none.",
  optionalSecretHint: "empty: none, or the one there is",
  scopeHelp: "Only if your sign-in server asks for one. “offline_access” often lets Rollcall stay signed in.",
  find: {
    open: "Find from the issuer’s address…",
    label: "The issuer’s address",
    hint: "https://login.example.com",
    help: "The sign-in server’s own address. Rollcall asks it where clients and people sign in, and sends no secret.",
    find: "Find",
    none: "Type the issuer’s address first.",
    found: (issuer: string) => `Found at ${issuer}.`,
    noPeople: "It names no address where people sign in, so the browser can’t be used with it.",
    scopes: (scopes: string[]) =>
      scopes.length > 8 ? `It names ${scopes.length} scopes.` : `It names the scopes ${list(scopes)}.`,
    failed: "Nothing was found there",
  },
  signIn: "Sign in with the browser",
  saveAndSignIn: "Save and sign in",
  state: {
    none: "Nobody is signed in yet. Saving opens the browser.",
    until: (iso: string) => `Signed in until ${dateTime(iso)}.`,
    some: "Signed in.",
    renews: "Signed in. Rollcall renews it by itself.",
    ended: "The sign-in has ended.",
  },
});
