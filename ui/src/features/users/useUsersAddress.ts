import { useMemo } from "react";
import { queryOf, searchOf, type UsersSearch, type WholeQuery } from "@/data/addresses";
import { WITHOUT_FILTERS } from "./filters/chips";

/** What the address asks for, and the ways to ask for something else. Each is a step back, but for letters typed after others. */
export function useUsersAddress(search: UsersSearch, onSearch: (change: UsersSearch, replace?: boolean) => unknown) {
  const query = useMemo(() => queryOf(search), [search]);
  const filter = (change: Partial<WholeQuery>, replace = false) =>
    void onSearch(searchOf({ ...query, ...change }), replace);
  return {
    query,
    filter,
    /** The search follows the keys: only its first letter, and its end, are steps. */
    find: (text: string) => filter({ search: text }, text !== "" && query.search !== ""),
    clear: () => filter(WITHOUT_FILTERS),
    open: (person: string, replace = false) => void onSearch({ person }, replace),
    close: () => void onSearch({ person: undefined }, true),
  };
}
