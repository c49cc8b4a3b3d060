import type { FieldDifference } from "@/ipc";

const BARE = /^[\w-]+$/;

/** A field's place as a dotted key of TOML. A place that holds quotes is written as one already. */
export function dottedKey(place: string): string {
  if (/["']/.test(place)) return place;
  return place
    .split(".")
    .map((part) => (BARE.test(part) ? part : JSON.stringify(part)))
    .join(".");
}

/** All differences but one, as TOML. Written anew, so that it does not matter how the one was written. */
export function withoutDifference(differences: readonly FieldDifference[], field: string): string {
  return differences
    .filter((one) => one.field !== field && one.here !== null)
    .map((one) => `${dottedKey(one.field)} = ${one.here}\n`)
    .join("");
}
