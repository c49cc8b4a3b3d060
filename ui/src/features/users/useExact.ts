import { useEffect, useRef } from "react";

/**
 * Opens the one person whose id or address is exactly what is searched for. Once for as long as that stays the search:
 * whoever closes the person again has seen them.
 */
export function useExact(search: string, exact: string | null, open: (person: string) => void): void {
  const seen = useRef<string | null>(null);
  const latest = useRef(open);
  latest.current = open;
  useEffect(() => {
    if (seen.current !== search) seen.current = null;
    if (exact === null || seen.current === search) return;
    seen.current = search;
    latest.current(exact);
  }, [search, exact]);
}
