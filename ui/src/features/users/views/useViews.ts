import { useQuery } from "@tanstack/react-query";
import { queryOf, type UsersSearch } from "@/data/addresses";
import { useRemoveView, useSaveView, viewsQuery } from "@/data/views";
import type { UserRow, UserView, UserViews } from "@/ipc";
import type { GridColumn } from "@/kit/DataGrid";
import { columnsAt } from "@/kit/gridColumns";
import { tell } from "@/kit/toasts";
import { views as words } from "@/words/views";
import { addressOf, EVERYONE, type Layout, layoutOf, plainLayout, sameView } from "./standing";
import { useNamedView } from "./useNamedView";

type Standing = {
  profile: string;
  search: UsersSearch;
  onSearch: (change: UsersSearch, replace?: boolean) => unknown;
  layout: Layout;
  onLayout: (layout: Layout) => void;
  /** The columns that there are. */
  columns: readonly GridColumn<UserRow>[];
};

/** The views, the one that the screen began with, and whether the screen still stands so. */
export function useViews({ profile, search, onSearch, layout, onLayout, columns }: Standing) {
  const views = useQuery(viewsQuery(profile)).data?.views ?? [];
  const save = useSaveView(profile);
  const remove = useRemoveView(profile);
  const current = views.find((view) => view.id === search.view) ?? null;
  const show = (view: UserView) => {
    onLayout(layoutOf(view));
    onSearch(addressOf(view));
  };
  useNamedView(search, views, (view, address) => {
    onLayout(layoutOf(view));
    if (address) onSearch(address, true);
  });
  /** The screen as it stands, under a name; every column is named, so that it stands the same whatever is added later. */
  const asView = (id: string, name: string): UserView => ({
    id,
    name,
    query: queryOf(search),
    columns: columnsAt(columns, layout.columns),
    density: layout.density,
  });
  return {
    views,
    current,
    changed: current !== null && !sameView(current, search, layout, columns),
    saving: save.isPending,
    saveError: save.error,
    show,
    showEveryone: () => {
      onLayout(plainLayout(layout.density));
      onSearch(EVERYONE);
    },
    putBack: () => current && show(current),
    save: () =>
      current &&
      save.mutate(asView(current.id, current.name), {
        onSuccess: () => tell({ text: words.kept(current.name), undo: () => save.mutateAsync(current) }),
      }),
    /** Keeps the screen as a view of a new name, which is the one that it stands on from then on. */
    saveAs: (name: string, done: () => void) =>
      save.mutate(asView("", name), {
        onSuccess: (all) => {
          const made = newest(all, name);
          if (made) onSearch({ view: made.id }, true);
          if (made) tell({ text: words.kept(made.name), undo: () => remove.mutateAsync(made.id) });
          done();
        },
      }),
  };
}

export type Views = ReturnType<typeof useViews>;

const newest = ({ views }: UserViews, name: string) => views.findLast((view) => view.name === name.trim());
