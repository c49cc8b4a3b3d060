import type { FieldChange } from "@/ipc";
import { changes as words } from "@/words/changes";
import { date } from "@/words/format";

/** How the platform's own fields are told from those that Rollcall knows. */
const OWN = "other:";

/** One change in words: `Joined`, or `Role: Customer → Seller Admin, Support Agent`. */
export function saidOf({ kind, field, before, after }: FieldChange): string {
  if (kind === "joined" || kind === "left") return words.kind[kind];
  const told = field === "created" ? (names: string[]) => namesOf(names.map(date)) : namesOf;
  return words.changed(field === null ? words.kind[kind] : fieldOf(field), told(before), told(after));
}

const namesOf = (names: string[]): string => (names.length > 0 ? names.join(", ") : words.nothing);

/** What a field is called: by us, or by the platform. */
function fieldOf(field: string): string {
  const known: Record<string, string> = words.field;
  return Object.hasOwn(known, field) ? (known[field] ?? field) : field.replace(OWN, "");
}

/** All changes of a person in one line. */
export const allSaid = (changes: FieldChange[]): string => changes.map(saidOf).join(" · ");
