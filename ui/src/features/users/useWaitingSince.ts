import { useEffect, useState } from "react";

/** Milliseconds without anything new after which it is worth saying. */
const QUIET = 10_000;

/** Since when a count has stood still, as RFC 3339, once that is ten seconds; null while it moves. */
export function useWaitingSince(count: number): string | null {
  const [still, setStill] = useState<{ count: number; since: string } | null>(null);
  useEffect(() => {
    const since = new Date().toISOString();
    const timer = setTimeout(() => setStill({ count, since }), QUIET);
    return () => clearTimeout(timer);
  }, [count]);
  return still?.count === count ? still.since : null;
}
