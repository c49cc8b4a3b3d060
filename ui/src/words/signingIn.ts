import { ago, dateTime, plural, time } from "./format";
import { said } from "./said";

const MINUTE = 60_000;

/** Minutes that a token still holds, in words; the last one is not counted down. */
const inMinutes = (ms: number) => (ms < MINUTE ? "less than a minute" : `${Math.floor(ms / MINUTE)} min`);

/** `at 23:12` where that can be no other day's, else with the day. */
const at = (iso: string, now: number) =>
  Math.abs(new Date(iso).getTime() - now) < 12 * 60 * MINUTE ? `at ${time(iso)}` : `on ${dateTime(iso)}`;

/** Tokens and signing in, wherever they come up. */
export const signingIn = said("signingIn", {
  state: {
    renews: "Signs in by itself",
    pasted: "Signs in with the pasted token",
    inBrowser: "Signed in with the browser",
    missing: "Sign-in missing",
    refused: "The sign-in was refused",
    ends: (ms: number) => `Token ends in ${inMinutes(ms)}`,
    ended: (iso: string, now: number) => `Token ended ${ago(iso, now)}`,
  },
  act: {
    paste: "Paste a token",
    pasteNew: "Paste a new token",
    browser: "Sign in",
    browserAgain: "Sign in again",
    edit: "Open connection",
  },
  paste: {
    title: (name: string) => `Paste a new token for ${name}`,
    text: "It takes the place of the one before and goes where that was kept. Rollcall never shows it again.",
    session: "It is kept for this session only.",
    field: "Bearer token",
    help: "The long text after “Bearer” in the Authorization header, with or without that word.",
    empty: "There is no token in this field yet.",
    take: "Use this token",
    takeAndGoOn: "Use this token and go on",
    cancel: "Cancel",
    takenTitle: (name: string) => `Token of ${name}`,
    taken: "The new token is in use.",
    endsIn: (iso: string, now: number) => {
      const left = new Date(iso).getTime() - now;
      if (left <= 0) return `It ended ${at(iso, now)} already.`;
      const hours = left / (60 * MINUTE);
      const long = hours < 2 ? inMinutes(left) : hours < 48 ? plural(Math.round(hours), "hour", "hours") : null;
      return long ? `It ends in ${long}, ${at(iso, now)}.` : `It ends ${at(iso, now)}.`;
    },
    endsNobodyKnows: "It does not say when it ends.",
    done: "Done",
  },
  browser: {
    title: (name: string) => `Sign in to ${name}`,
    waiting: "The sign-in is open in your browser. Rollcall goes on by itself as soon as you are done there.",
    byHand: "If nothing opened there, copy this address into your browser:",
    copy: "Copy address",
    opening: "Opening the browser.",
    cancel: "Cancel",
    again: "Try again",
  },
});
