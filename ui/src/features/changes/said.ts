import type { FieldChange } from "@/ipc";
import { changes as words } from "@/words/en/changes";

/** One change in words: `Joined`, or `Role: Customer → Seller Admin, Support Agent`. */
export function saidOf({ kind, field, before, after }: FieldChange): string {
  if (kind === "joined" || kind === "left") return words.kind[kind];
  return words.changed(field ?? words.kind[kind], namesOf(before), namesOf(after));
}

const namesOf = (names: string[]): string => (names.length > 0 ? names.join(", ") : words.nothing);

/** All changes of a person in one line. */
export const allSaid = (changes: FieldChange[]): string => changes.map(saidOf).join(" · ");
