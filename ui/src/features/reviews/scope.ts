import type { ReviewScope, UserView, WeightDirection } from "@/ipc";

/** What is chosen of a scope so far: its kind, and the id of what it is about. */
export type ScopeChoice = { kind: ReviewScope["kind"]; id: string | null };

/** The kinds of scope, in the order in which they are offered. */
export const SCOPE_KINDS: readonly ReviewScope["kind"][] = [
  "privileged",
  "role-and-above",
  "organization-and-below",
  "identity-provider",
  "view",
  "everyone",
];

/** The scope that is chosen; nothing while it is not whole. */
export function scopeOf({ kind, id }: ScopeChoice, views: readonly UserView[]): ReviewScope | null {
  if (kind === "everyone" || kind === "privileged") return { kind };
  if (id === null) return null;
  if (kind !== "view") return { kind, value: id };
  const view = views.find((one) => one.id === id);
  return view ? { kind, value: { name: view.name, query: view.query } } : null;
}

/** Roles with what gives most power first, as weights are read on this platform; those without a weight come last. */
export function mostPowerFirst<Role extends { weight: number | null }>(
  roles: readonly Role[],
  direction: WeightDirection = "more-is-power",
): Role[] {
  const turn = direction === "more-is-power" ? 1 : -1;
  const power = ({ weight }: Role) => (weight === null ? Number.NEGATIVE_INFINITY : turn * weight);
  return roles.toSorted((a, b) => (power(a) === power(b) ? 0 : power(b) - power(a)));
}
