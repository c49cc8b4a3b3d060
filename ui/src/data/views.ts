import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ipc, type UserView, type UserViews } from "@/ipc";
import { keys } from "./queries";

/** The views of a connection, and how the screen stood last. */
export const viewsQuery = (profile: string) =>
  queryOptions({ queryKey: keys.views(profile), queryFn: () => ipc.listViews(profile) });

function useViewsChange<T>(profile: string, change: (input: T) => Promise<UserViews>) {
  const client = useQueryClient();
  return useMutation({
    // One after the other: each answers with all views, and the last answer has to be the newest.
    scope: { id: `views ${profile}` },
    mutationFn: change,
    onSuccess: (views) => client.setQueryData(keys.views(profile), views),
  });
}

/** Keeps a view; one with an empty id is a new one. */
export const useSaveView = (profile: string) =>
  useViewsChange(profile, (view: UserView) => ipc.saveView(profile, view));

/** Forgets a view. */
export const useRemoveView = (profile: string) => useViewsChange(profile, (id: string) => ipc.removeView(profile, id));

/** Puts the views into another order. */
export const useOrderViews = (profile: string) =>
  useViewsChange(profile, (ids: string[]) => ipc.orderViews(profile, ids));

/** Brings a view back that was deleted, to the place where it stood. */
export const useBringBack = (profile: string) =>
  useViewsChange(profile, async ({ view, place }: { view: UserView; place: number }) => {
    const { views } = await ipc.saveView(profile, { ...view, id: "" });
    const ids = views.map((one) => one.id);
    const back = views.find((one) => one.name === view.name)?.id ?? "";
    return ipc.orderViews(profile, ids.filter((id) => id !== back).toSpliced(place, 0, back));
  });

/** Writes the views where the person says, and gives the file's name. */
export function useExportViews(profile: string) {
  return useMutation({ mutationFn: () => ipc.exportViews(profile) });
}

/** Takes the views of a file in. */
export function useImportViews(profile: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => ipc.importViews(profile),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.views(profile) }),
  });
}

/** Keeps how the screen stands. That it could not be kept is no news for anybody: the next time begins with everyone. */
export function useKeepLastView(profile: string): (view: UserView) => void {
  const client = useQueryClient();
  return (view) => {
    client.setQueryData<UserViews>(keys.views(profile), (views) => views && { ...views, last: view });
    ipc.keepLastView(profile, view).catch(() => undefined);
  };
}

/** Whether it was read that views were put aside. Known as long as the window is open, like the news itself. */
export function useAsideRead(profile: string) {
  const client = useQueryClient();
  const queryKey = [...keys.views(profile), "aside read"];
  const read = useQuery({ queryKey, queryFn: () => false, enabled: false, gcTime: Number.POSITIVE_INFINITY }).data;
  return { read: read ?? false, setRead: () => void client.setQueryData(queryKey, true) };
}
