import type { CheckView, DescriptionNeeds, DraftView, Field } from "@/ipc";

/** Where a draft can be looked at. The URL carries it, so Back and a reload keep the place. */
export const STEPS = ["columns", "review", "call", "send"] as const;

/** One of {@link STEPS}. `call` and `send` are dialogs over the review. */
export type Step = (typeof STEPS)[number];

/** What stands on the screen of a draft: exactly one of these. */
export type Screen = { step: "columns"; missing: Field[] } | { step: "review"; over: null | "call" | "send" };

/** Reads a step out of an address; anything unknown means "where it belongs". */
export function readStep(value: unknown): Step | undefined {
  return STEPS.find((step) => step === value);
}

/** What an invitation has a place for. */
export type Places = Pick<DescriptionNeeds, "role" | "roleOptional" | "identityProviders" | "organizations">;

/** Until a connection is known, it is taken for one of a marketplace. */
export const EVERYTHING: Places = { role: true, roleOptional: false, identityProviders: true, organizations: true };

/** Whether an invitation has a place for a field. */
export const hasPlace = (field: Field, places: Places): boolean =>
  (field !== "role" || places.role) &&
  (field !== "identityProvider" || places.identityProviders) &&
  (field !== "organizations" || places.organizations);

/**
 * Which fields stop an invitation: neither a column nor a default gives them. The way to sign in is
 * optional for most platforms; where it is not, the check says so row by row.
 */
export function missingFields(draft: DraftView, places: Places = EVERYTHING): Field[] {
  const mapped = (field: Field) => draft.mapping.some((guess) => guess.field === field && guess.column !== null);
  const missing: Field[] = [];
  if (!mapped("email")) missing.push("email");
  if (!places.roleOptional && !mapped("role") && !draft.defaults.roleId) missing.push("role");
  const noOrganization = !mapped("organizations") && !draft.defaults.organizationIds?.length;
  if (places.organizations && noOrganization) missing.push("organizations");
  return missing;
}

/** Whether the columns need no look: nothing is missing, and each is remembered or in no doubt. */
export function columnsAreSure(draft: DraftView, places: Places = EVERYTHING): boolean {
  if (missingFields(draft, places).length > 0) return false;
  return draft.rememberedAt !== null || draft.mapping.every((guess) => guess.column === null || guess.sure);
}

/** What to show of `draft` when the address asks for `asked`. Review is never shown without an address column. */
export function screenOf(draft: DraftView, asked: Step | undefined, places: Places = EVERYTHING): Screen {
  // What was sent is looked at, and no longer changed.
  if (draft.run !== null) return { step: "review", over: null };
  const missing = missingFields(draft, places);
  const columns: Screen = { step: "columns", missing };
  if (asked === "columns" || missing.includes("email")) return columns;
  if (asked === undefined && !columnsAreSure(draft, places)) return columns;
  return { step: "review", over: asked === "call" || asked === "send" ? asked : null };
}

/** Why the button that sends is off, or that it is on. */
export type MaySend = { kind: "yes"; people: number } | { kind: "checking" } | { kind: "nobody" };

/** The one rule on when an invitation may be sent from here. */
export function maySend(check: CheckView | undefined, checking: boolean): MaySend {
  if (check === undefined || checking) return { kind: "checking" };
  return check.invites > 0 ? { kind: "yes", people: check.invites } : { kind: "nobody" };
}
