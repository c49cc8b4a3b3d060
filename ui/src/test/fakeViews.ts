import type { UserView, UserViews } from "@/ipc";

type Args = Record<string, unknown>;

/** The views' commands, from memory. */
export function fakeViews(kept: UserView[], before: UserView | null) {
  let views = kept;
  let last = before;
  let made = 0;
  const all = (): UserViews => ({ views, last });
  return {
    list_views: all,
    save_view: ({ view }: Args) => {
      const said = view as UserView;
      if (said.id === "") {
        made += 1;
        views = [...views, { ...said, id: `made-${made}` }];
      } else views = views.map((one) => (one.id === said.id ? said : one));
      return all();
    },
    remove_view: ({ id }: Args) => {
      views = views.filter((one) => one.id !== id);
      return all();
    },
    order_views: ({ ids }: Args) => {
      views = (ids as string[]).flatMap((id) => views.find((one) => one.id === id) ?? []);
      return all();
    },
    keep_last_view: ({ view }: Args) => {
      last = view as UserView;
      return null;
    },
    export_views: () => "views.json",
    import_views: () => ({ added: 2, replaced: 1 }),
  };
}
