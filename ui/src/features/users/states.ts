import type { StateCount } from "@/ipc";

const ORDER = ["active", "new", "blocked"];

/** Known states first, in the order people know, then others as they came; a chosen one is never left out. */
export function statesInOrder(counted: StateCount[], chosen: string[]): StateCount[] {
  const missing = chosen.filter((state) => !counted.some((one) => one.state === state));
  const all = [...counted, ...missing.map((state) => ({ state, people: 0 }))];
  const rank = ({ state }: StateCount) => {
    const place = ORDER.indexOf(state.toLowerCase());
    return place < 0 ? ORDER.length : place;
  };
  return all.sort((a, b) => rank(a) - rank(b));
}
