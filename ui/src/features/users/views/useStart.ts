import { useQuery } from "@tanstack/react-query";
import { startTransition, useEffect, useRef, useState } from "react";
import type { UsersSearch } from "@/data/addresses";
import { statusQuery } from "@/data/status";
import { viewsQuery } from "@/data/views";
import { type Layout, startOf } from "./standing";

/**
 * Where the screen begins; nothing while that is not known. Whoever comes back to a bare address finds the screen as
 * it stood last. Views that can't be had are no reason to show no people.
 */
export function useStart(
  profile: string,
  search: UsersSearch,
  onSearch: (change: UsersSearch, replace?: boolean) => unknown,
): Layout | null {
  const views = useQuery(viewsQuery(profile));
  const [layout, setLayout] = useState<Layout | null>(null);
  const status = useQuery(statusQuery());
  const usual = status.data?.settings.density ?? "comfortable";
  const begun = useRef(false);
  const settled = [views, status].every(({ data, error }) => data !== undefined || error !== null);
  useEffect(() => {
    if (!settled || begun.current) return;
    begun.current = true;
    const start = startOf(search, views.data, usual);
    const there = start.address ? Promise.resolve(onSearch(start.address, true)) : Promise.resolve();
    // The screen is a lot to draw: keys are answered in between.
    void there.then(() => startTransition(() => setLayout(start.layout)));
  }, [settled, search, views.data, onSearch, usual]);
  return layout;
}
