import type { FacetValue } from "@/ipc";

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
