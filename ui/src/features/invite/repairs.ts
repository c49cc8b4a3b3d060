import type { GroupKey, ProblemGroup } from "@/ipc";

/** Problems that a value for all rows puts right. */
const FOR_ALL = new Set(["missing-role", "missing-organization", "missing-identity-provider"]);

/** Choices that stand as buttons beside a group; more of them are picked from a list. */
const AS_BUTTONS = 3;

/** Fields whose values are the platform's own. */
export type Picked = "role" | "identityProvider" | "organizations";

/** What stands as the likely repair beside a group: exactly one of these. */
export type Repair =
  | { kind: "use"; value: string }
  | { kind: "choices"; values: string[] }
  /** From the choices that came along, which are too many for buttons. */
  | { kind: "choose-of"; values: string[] }
  /** From the platform's own, for all rows that say nothing. */
  | { kind: "choose-for-all" }
  | { kind: "choose" }
  | { kind: "skip" }
  | { kind: "show" }
  /** Only a sentence, or a decision that stands elsewhere. */
  | { kind: "none" };

/** Names a group, or the group of a problem, to the shell. */
export const keyOf = ({ code, field, found }: GroupKey): GroupKey => ({ code, field, found });

/** Which of the platform's lists a group's field is picked from. */
export function pickedFrom({ field }: Pick<ProblemGroup, "field">): Picked | null {
  return field === "role" || field === "identityProvider" || field === "organizations" ? field : null;
}

/** Whether what is chosen becomes the value of all rows that say nothing. */
export const isForAll = ({ code }: Pick<ProblemGroup, "code">): boolean => FOR_ALL.has(code);

/** The likely repair of a group. */
export function repairOf(group: ProblemGroup): Repair {
  const { code, suggestion, choices, severity } = group;
  if (code === "hidden-row") return { kind: "none" };
  if (suggestion !== null) return { kind: "use", value: suggestion };
  if (severity === "warning") return { kind: "none" };
  if (isForAll(group)) return { kind: "choose-for-all" };
  if (choices.length > AS_BUTTONS) return { kind: "choose-of", values: choices };
  if (choices.length > 0) return { kind: "choices", values: choices };
  if (code === "missing-email") return { kind: "skip" };
  return pickedFrom(group) ? { kind: "choose" } : { kind: "show" };
}

/** Whether another value than the likely one can be picked. */
export function mayChooseAnother(group: ProblemGroup): boolean {
  const { kind } = repairOf(group);
  return group.severity === "problem" && pickedFrom(group) !== null && (kind === "use" || kind === "choices");
}

/** An end of a sentence after which another begins. What stands in quotes is somebody's own text. */
const END = /^((?:"[^"]*"|„[^“”]*[“”]|“[^”]*”|[^"“„])*?[.?]) +(?=["“„\p{Lu}\p{N}])(.+)$/su;

/** A message as a title, its first sentence, and the rest of it. */
export function sentences(message: string): { title: string; rest: string } {
  const [, title = message, rest = ""] = END.exec(message) ?? [];
  return { title, rest };
}
