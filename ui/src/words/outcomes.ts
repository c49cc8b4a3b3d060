import type { RowClass } from "@/ipc";
import { said } from "./said";

/** Classes that say all there is to say of a row. */
type Plain = Exclude<RowClass, "problem" | "duplicate" | "folded" | "ready" | "already-invited">;

const plain: Record<Plain, string> = {
  "blocked-user": "Blocked on the platform",
  "already-active": "Already active",
  conflict: "Rows contradict",
  skipped: "Left out",
};

/** What has to be put right, by the code of the problem, in the few words that a badge has room for. */
const problem: Record<string, string> = {
  "missing-email": "No address",
  "invalid-email": "Not an address",
  "several-emails": "Several addresses",
  "invisible-character": "Invisible character",
  "missing-role": "No role",
  "unknown-role": "Unknown role",
  "ambiguous-role": "Which role?",
  "several-roles": "Two roles: choose",
  "missing-identity-provider": "No sign-in",
  "unknown-identity-provider": "Unknown sign-in",
  "ambiguous-identity-provider": "Which sign-in?",
  "identity-provider-disabled": "Sign-in switched off",
  "missing-organization": "No organization",
  "unknown-organization": "Unknown organization",
  "ambiguous-organization": "Which organization?",
  "number-in-text-column": "A number, not text",
  "cell-error": "Formula error",
  "hidden-row": "Hidden row",
  "value-not-sent": "Not sent",
};

/** What will happen to a row of a file. */
export const outcomes = said("outcomes", {
  plain,
  problem,
  attention: "Needs attention",
  invited: "Will be invited",
  invitedAgain: "Will be invited again",
  sameAs: (row: number) => `Same as row ${row}`,
  partOf: (row: number) => `Part of row ${row}`,
});
