import { useState } from "react";
import { useLatest } from "./useLatest";

/**
 * The same functions at every drawing, each of which does what the last drawing says: what is given them is not drawn
 * anew for their sake. The names stay the same from the first drawing on.
 */
export function useKeptActs<Acts extends object>(acts: Acts): Acts {
  const latest = useLatest(acts);
  const [kept] = useState(() => {
    const names = Object.keys(acts) as (keyof Acts)[];
    const call =
      (name: keyof Acts) =>
      (...given: unknown[]) =>
        (latest.current[name] as (...given: unknown[]) => unknown)(...given);
    return Object.fromEntries(names.map((name) => [name, call(name)])) as Acts;
  });
  return kept;
}
