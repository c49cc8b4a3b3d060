import type { FacetValue } from "@/ipc";
import type { Tone } from "@/kit/Badge";

const ORDER = ["active", "new", "blocked"];

/** Known states first, in the order people know, then others as they came; a chosen one is never left out. */
export function statesInOrder(counted: readonly FacetValue[], chosen: readonly string[]): FacetValue[] {
  const missing = chosen.filter((state) => !counted.some((one) => one.id === state));
  const all = [...counted, ...missing.map((state) => ({ id: state, label: state, people: 0 }))];
  const rank = ({ id }: FacetValue) => {
    const place = ORDER.indexOf(id.toLowerCase());
    return place < 0 ? ORDER.length : place;
  };
  return all.sort((a, b) => rank(a) - rank(b));
}

/** A map, for the word comes from outside and may be what every object has. */
const TONES: ReadonlyMap<string, Extract<Tone, "ok" | "new" | "bad">> = new Map([
  ["active", "ok"],
  ["new", "new"],
  ["blocked", "bad"],
]);

/** The colour of a state's word, if it is one that everyone knows. */
export const knownTone = (state: string) => TONES.get(state.toLowerCase());

/** The colour of a state's word; unknown words have none. */
export const stateTone = (state: string): Tone => knownTone(state) ?? "muted";
