import type { QueryClient } from "@tanstack/react-query";
import { queryOf, type UsersSearch, usersSearch } from "@/data/addresses";
import { knownFieldsQuery, userWindows } from "@/data/users";
import { viewsQuery } from "@/data/views";
import { windowQuery } from "@/kit/useWindowedRows";
import { startOf } from "./views/standing";

/**
 * Asks for what the list of people begins with, as soon as somebody goes there and while the screen is still made. What can't
 * be answered is asked for again by whoever shows it.
 */
export async function askUsersAhead(client: QueryClient, profile: string, search: UsersSearch): Promise<void> {
  void client.prefetchQuery(knownFieldsQuery(profile));
  const views = await client.ensureQueryData(viewsQuery(profile)).catch(() => undefined);
  // Which people depends on where the screen begins; how closely they stand does not matter here.
  const { address } = startOf(search, views, "comfortable");
  await client.prefetchQuery(windowQuery(userWindows(profile, queryOf(usersSearch({ ...search, ...address }))), 0));
}
