import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { ipc, type UserQuery } from "@/ipc";
import { keys } from "./queries";

/** Everything about one person. */
export const userQuery = (profile: string, user: string) =>
  queryOptions({
    queryKey: [...keys.roster(profile), "user", user] as const,
    queryFn: () => ipc.userDetail(profile, user),
    placeholderData: keepPreviousData,
  });

/** The name of the windows of people that match. */
export const usersKey = (profile: string, query: UserQuery) => [...keys.roster(profile), "users", query] as const;
