import { queryOf, searchOf, type UsersSearch, usersSearch } from "@/data/addresses";
import type { Density, UserRow, UserView, UserViews, ViewColumn } from "@/ipc";
import type { GridColumn } from "@/kit/DataGrid";
import { columnsAt } from "@/kit/gridColumns";

/** How the list is laid out: what of a view the address does not say. */
export type Layout = { columns: ViewColumn[]; density: Density };

/** Every column as it is by itself. */
export const plainLayout = (density: Density): Layout => ({ columns: [], density });

/** The address that shows a view; everything that another address said is replaced. */
export function addressOf(view: UserView): UsersSearch {
  return { ...searchOf(view.query), view: view.id || undefined };
}

/** The address that shows everyone. */
export const EVERYONE: UsersSearch = { ...searchOf({}), view: undefined };

/** Whether an address says nothing of its own, so that the screen may stand as it stood last. */
export const isBare = (search: UsersSearch): boolean => Object.keys(usersSearch(search)).length === 0;

/** Where the screen begins: the view that the address names, or as it stood last. */
export function startOf(
  search: UsersSearch,
  views: UserViews | undefined,
  usual: Density,
): { layout: Layout; address: UsersSearch | null } {
  const named = views?.views.find((view) => view.id === search.view);
  const last = views?.last ?? undefined;
  const layout = named ? layoutOf(named) : last ? layoutOf(last) : plainLayout(usual);
  // A view without filters looks like any bare address.
  const only = named && isBare({ ...search, view: undefined });
  if (only) return { layout, address: addressOf(named) };
  if (!last || !isBare(search)) return { layout, address: null };
  const from = views?.views.find((view) => view.name === last.name);
  return { layout, address: { ...addressOf(last), view: from?.id } };
}

/** How a view lays the list out. */
export const layoutOf = (view: UserView): Layout => ({ columns: view.columns, density: view.density });

/** Whether the screen stands as the view was kept. `columns` are those that there are. */
export function sameView(
  view: UserView,
  search: UsersSearch,
  layout: Layout,
  columns: readonly GridColumn<UserRow>[],
): boolean {
  const said = (query: UserView["query"], { columns: state, density }: Layout) => {
    const order = columnsAt(columns, state).map(({ id, width, pinned, hidden }) => [id, width, pinned, hidden]);
    return JSON.stringify([searchOf(query), order, density]);
  };
  return said(view.query, layoutOf(view)) === said(queryOf(search), layout);
}
