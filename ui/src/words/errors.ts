import type { ErrorCode } from "@/ipc";
import { said } from "./said";

/** What went wrong, in a few words. The sentence under it comes with the error. */
const title: Record<ErrorCode, string> = {
  "keychain-missing": "This computer has no keychain service",
  "keychain-locked": "The keychain is locked",
  "keychain-denied": "The keychain refused",
  "keychain-slow": "The keychain did not answer",
  "credentials-missing": "Credentials are missing",
  "platform-unreachable": "The platform could not be reached",
  "key-refused": "The subscription key was refused",
  "sign-in-refused": "The sign-in was refused",
  "token-ends": "The token ends too soon",
  "name-needed": "The platform’s name is needed",
  "read-only": "This connection is for looking only",
  forbidden: "This sign-in may not do that",
  "rate-limited": "The platform asks to wait",
  "platform-failed": "The platform’s answer can’t be used",
  "profile-unknown": "That connection is not there",
  "profile-invalid": "Something in this connection can’t be right",
  storage: "The data folder could not be used",
  "storage-newer": "The data was written by a newer Rollcall",
  "storage-key": "The data on this computer can’t be opened yet",
  "storage-lost": "What was kept of this platform can’t be read any more",
  "file-refused": "This file can’t be read as a spreadsheet",
  "file-gone": "The file is no longer held",
  "nothing-to-send": "Nobody would be invited",
  "list-not-fresh": "The list of people is not fresh",
  "list-held": "The new list of people looks wrong",
  "list-changed": "The list changed meanwhile",
  "sender-held": "Something else is sending to this platform",
  "run-unknown": "That run is not there",
  "run-refused": "The run can’t go on as things are",
  "review-refused": "The review stays as it is",
  cancelled: "Stopped",
  "bad-request": "That could not be understood",
  internal: "Something inside Rollcall went wrong",
};

/** The general words around an error. */
export const errors = said("errors", {
  title,
  /** Where an error came without a sentence of its own. */
  fallback: "Nothing was sent or changed by this.",
  /** Where signing in helps, which a person has to do. */
  signIn: {
    paste: "Paste a new token",
    browser: "Sign in with the browser",
  },
  action: {
    retry: "Try again",
    connection: "Open connection",
    connections: "Connections",
    users: "Look at the list",
    anew: "Keep it aside and begin anew",
    reload: "Reload the window",
  },
});
