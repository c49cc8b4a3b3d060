import type { ReviewScope, UserView } from "@/ipc";

/** What is chosen of a scope so far: its kind, and the id of what it is about. */
export type ScopeChoice = { kind: ReviewScope["kind"]; id: string | null };

/** The kinds of scope, in the order in which they are offered. */
export const SCOPE_KINDS: readonly ReviewScope["kind"][] = [
  "role-and-above",
  "organization-and-below",
  "identity-provider",
  "view",
  "everyone",
];

/** The scope that is chosen; nothing while it is not whole. */
export function scopeOf({ kind, id }: ScopeChoice, views: readonly UserView[]): ReviewScope | null {
  if (kind === "everyone") return { kind };
  if (id === null) return null;
  if (kind !== "view") return { kind, value: id };
  const view = views.find((one) => one.id === id);
  return view ? { kind, value: { name: view.name, query: view.query } } : null;
}
