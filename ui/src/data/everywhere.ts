import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { ipc } from "@/ipc";

/** People that one answer holds: more than fit are not looked through but narrowed by typing on. */
const FOUND_AT_MOST = 30;

/** People of all platforms. Lists change while nobody looks, so it is asked for anew each time. */
export const everywhereQuery = (text: string) =>
  queryOptions({
    queryKey: ["everywhere", text] as const,
    queryFn: () => ipc.findPeople(text, FOUND_AT_MOST),
    enabled: text !== "",
    staleTime: 0,
    gcTime: 0,
    placeholderData: keepPreviousData,
  });
