import type { QueryClient } from "@tanstack/react-query";
import { profilesQuery } from "@/data/profiles";
import { summaryQuery } from "@/data/roster";
import { statusQuery } from "@/data/status";
import { facetsQuery } from "@/data/users";
import { lastProfile } from "@/features/shell/remember";
import { listenAhead } from "@/ipc";
import { EVERYONE } from "./marks";

/**
 * Asks for everything that the first screen will ask for, at once and while the page is still made: one question after
 * the other is what a start would wait for. What can't be answered is asked for again by whoever shows it.
 */
export function askAhead(client: QueryClient): void {
  // Before the questions: what changes after their answers is heard of.
  listenAhead();
  void client.prefetchQuery(profilesQuery());
  void client.prefetchQuery(statusQuery());
  const profile = lastProfile();
  if (profile === null) return;
  void client.prefetchQuery(summaryQuery(profile));
  void client.prefetchQuery(facetsQuery(profile, EVERYONE, ""));
}
