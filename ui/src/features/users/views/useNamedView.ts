import { useEffect, useRef } from "react";
import type { UsersSearch } from "@/data/addresses";
import type { UserView } from "@/ipc";
import { addressOf, isBare } from "./standing";

/**
 * Shows a view once the address names another than before: it was opened from elsewhere, or by a step back. `show`
 * gets the whole address of a view that the address only names.
 */
export function useNamedView(
  search: UsersSearch,
  views: readonly UserView[],
  show: (view: UserView, address: UsersSearch | null) => void,
): void {
  const shown = useRef(search.view);
  const latest = useRef(show);
  latest.current = show;
  useEffect(() => {
    if (search.view === shown.current) return;
    shown.current = search.view;
    const view = views.find(({ id }) => id === search.view);
    if (view) latest.current(view, isBare({ ...search, view: undefined }) ? addressOf(view) : null);
  }, [search, views]);
}
