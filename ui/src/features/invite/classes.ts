import type { ClassCount, RowClass } from "@/ipc";
import type { Tone } from "@/kit/Badge";

/** Every class has a tone; a new class does not compile without one. */
export const CLASS_TONE: Record<RowClass, Tone> = {
  problem: "bad",
  "blocked-user": "bad",
  "already-active": "muted",
  "already-invited": "new",
  conflict: "warn",
  duplicate: "muted",
  folded: "muted",
  ready: "ok",
  skipped: "muted",
};

/** What a person filters by. */
export const CLASS_GROUPS = {
  all: [],
  ready: ["ready"],
  attention: ["problem", "conflict"],
  there: ["already-active", "already-invited", "blocked-user"],
  part: ["folded", "duplicate"],
  skipped: ["skipped"],
} as const satisfies Record<string, readonly RowClass[]>;

/** One filter chip. */
export type ClassGroup = keyof typeof CLASS_GROUPS;

/** The chips from left to right. */
export const CLASS_GROUP_ORDER = [
  "all",
  "ready",
  "attention",
  "there",
  "part",
  "skipped",
] as const satisfies readonly ClassGroup[];

/** Rows in a group. */
export function rowsIn(group: ClassGroup, counts: readonly ClassCount[]): number {
  const classes: readonly RowClass[] = CLASS_GROUPS[group];
  return counts
    .filter((count) => classes.length === 0 || classes.includes(count.class))
    .reduce((sum, count) => sum + count.rows, 0);
}

/** Reads a group out of an address. */
export function readGroup(value: unknown): ClassGroup {
  return CLASS_GROUP_ORDER.find((group) => group === value) ?? "all";
}
