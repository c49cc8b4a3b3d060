import { useQuery } from "@tanstack/react-query";
import type { WholeQuery } from "@/data/addresses";
import { summaryQuery, useRefresh, useRefreshProgress } from "@/data/roster";
import { userWindows } from "@/data/users";
import type { RosterSummary, UserRow, UserWindow } from "@/ipc";
import { useWindowedRows } from "@/kit/useWindowedRows";
import { useFacets } from "./facets/useFacets";
import { useAutoRefresh } from "./useAutoRefresh";

/** The list of people as a query leaves it: rows, numbers, and how fresh it is. */
export function useList(profile: string, query: WholeQuery) {
  const summary = useQuery(summaryQuery(profile)).data;
  const refresh = useRefresh(profile);
  useAutoRefresh(profile, summary, refresh.mutate);
  const rows = useUserRows(profile, query);
  const arrived = rows.latest !== undefined || rows.error !== null;
  const waiting = useWaiting(profile, summary, arrived, refresh.isIdle);
  const fetched = summary !== undefined && summary.fetchedAt !== null;
  return {
    summary,
    fetched,
    refresh,
    rows,
    /** Rows are on their way, and none will not come. */
    waiting: waiting && rows.error === null,
    facets: useFacets(profile, query, fetched),
    matching: rows.latest?.matching ?? 0,
    total: fetched ? (rows.latest?.total ?? 0) : 0,
    asOf: rows.latest?.asOf ?? "",
  };
}

/** The people who match, of whom only the windows in sight are held. */
const useUserRows = (profile: string, query: WholeQuery) =>
  useWindowedRows<UserRow, UserWindow>({ ...userWindows(profile, query), total: (window) => window.matching });

/** Whether rows are on their way: there is room for a screenful of them. */
function useWaiting(profile: string, summary: RosterSummary | undefined, arrived: boolean, idle: boolean): boolean {
  const reading = useRefreshProgress(profile) !== null;
  if (summary === undefined) return true;
  if (summary.fetchedAt) return !arrived;
  return reading || (summary.lastFailure === null && idle);
}
