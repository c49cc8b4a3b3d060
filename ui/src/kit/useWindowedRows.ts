import { isCancelledError, type QueryClient, type QueryKey, useQueries, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { lanes } from "./lanes";
import { useLatest } from "./useLatest";
import { isNear, remembered, type Seen, wantedPages } from "./wantedPages";

type Windowed<Row> = { rows: Row[] };

/** Rows that are asked for in windows. */
export type Windows<W> = {
  /** Names the rows: other rows, other key. */
  queryKey: QueryKey;
  fetchWindow: (offset: number, limit: number) => Promise<W>;
  /** 500 at most. */
  pageSize?: number;
};

type WindowedRowsOptions<Row, W extends Windowed<Row>> = Windows<W> & {
  enabled?: boolean;
  /** Rows in all, as a window tells: with it the next windows are fetched before they come into sight. */
  total?: (window: W) => number;
};

/** Rows by their place, of which only some windows are held. */
export type WindowedRows<Row, W> = {
  getRow: (index: number) => Row | undefined;
  onVisibleRange: (first: number, last: number) => void;
  /** One of the windows, for the totals that come with it. */
  latest: W | undefined;
  /** What is shown belongs to the key before, because nothing of the new one has arrived. */
  outdated: boolean;
  error: Error | null;
  /** A window by its number, which is asked for unless it is at hand. */
  pageOf: (page: number) => Promise<W>;
};

/** While rows are jumped over, windows are asked for this often at most; milliseconds. */
const SETTLE_MS = 50;

/** Rows of a window. */
const PAGE = 200;

/** Requests that are under way at a time, and windows that are held. */
const [LANES, HELD] = [2, 30];

/** One window, by its number. Whoever knows that rows will be looked at can ask for the first one ahead. */
export const windowQuery = <W>({ queryKey, fetchWindow, pageSize = PAGE }: Windows<W>, page: number) => ({
  queryKey: [...queryKey, "window", pageSize, page],
  queryFn: () => fetchWindow(page * pageSize, pageSize),
  // The page never holds much more than what it shows.
  gcTime: 30_000,
});

/** Asks for windows of rows as they come into sight, and for the next ones. */
export function useWindowedRows<Row, W extends Windowed<Row>>(
  options: WindowedRowsOptions<Row, W>,
): WindowedRows<Row, W> {
  const { queryKey, fetchWindow, pageSize = PAGE, enabled = true } = options;
  const key = JSON.stringify(queryKey);
  const { seen, onVisibleRange } = usePages(key, pageSize);
  const client = useQueryClient();
  const [run] = useState(() => lanes(LANES));
  const keyOf = (page: number) => windowQuery(options, page).queryKey;
  const query = (page: number) => {
    const { queryFn, ...asked } = windowQuery(options, page);
    // The signal is given up once nobody wants the window: it was scrolled past.
    return { ...asked, queryFn: ({ signal }: { signal: AbortSignal }) => run(signal, queryFn) };
  };
  const known = useRef({ key, total: undefined as number | undefined });
  const total = known.current.key === key ? known.current.total : undefined;
  const numbers = wantedPages(seen, pageSize, total);
  const results = useQueries({ queries: numbers.map((page) => ({ ...query(page), enabled })) });

  const pages = new Map<number, W>();
  results.forEach((result, place) => {
    const page = numbers[place];
    if (result.data && page !== undefined) pages.set(page, result.data);
  });
  const latest: W | undefined = pages.values().next().value;
  useTotal(known, key, latest && options.total?.(latest));
  useForgotten(client, key, numbers, keyOf);

  const before = useRef<Map<number, W>>(pages);
  const outdated = pages.size === 0 && before.current.size > 0;
  const shown = outdated ? before.current : pages;
  useEffect(() => {
    if (pages.size > 0) before.current = pages;
  });
  /** A window that is still held, although nobody asked for it just now. */
  const held = (page: number): W | undefined => {
    const state = outdated ? undefined : client.getQueryState<W>(keyOf(page));
    return state?.isInvalidated ? undefined : state?.data;
  };
  const pageAt = (page: number): W | undefined => {
    const at = shown.get(page) ?? held(page);
    if (at) shown.set(page, at);
    return at;
  };

  return {
    getRow: (index) => pageAt(Math.floor(index / pageSize))?.rows[index % pageSize],
    onVisibleRange,
    latest: shown.values().next().value,
    outdated,
    error: results.find((result) => result.error)?.error ?? null,
    pageOf: (page) =>
      client.fetchQuery(query(page)).catch((error: unknown) => {
        // Scrolling past it gave up what is wanted here all the same.
        if (isCancelledError(error)) return fetchWindow(page * pageSize, pageSize);
        throw error;
      }),
  };
}

type Total = { key: string; total: number | undefined };

/** Keeps how many rows there are; drawn once more when that becomes known. */
function useTotal(known: { current: Total }, key: string, total: number | undefined): void {
  const [, drawAgain] = useState<number>();
  useEffect(() => {
    if (total === undefined) return;
    known.current = { key, total };
    drawAgain(total);
  }, [known, key, total]);
}

/** Lets the windows go that were not looked at for longest, once there are too many. */
function useForgotten(client: QueryClient, key: string, wanted: number[], keyOf: (page: number) => QueryKey): void {
  const used = useRef({ key, pages: [] as number[] });
  const now = useLatest({ wanted, keyOf });
  const told = wanted.join();
  useEffect(() => {
    const pages = used.current.key === key ? used.current.pages : [];
    const { wanted, keyOf } = now.current;
    // `told` says when; the numbers themselves are in `wanted`.
    const { used: kept, forgotten } = remembered(pages, told === "" ? [] : wanted, HELD);
    used.current = { key, pages: kept };
    for (const page of forgotten) client.removeQueries({ queryKey: keyOf(page), exact: true });
  }, [client, key, told, now]);
}

/** The pages in sight; back to the first page when the key changes. */
function usePages(key: string, pageSize: number) {
  const [held, setHeld] = useState<Seen & { key: string }>({ key, first: 0, last: 0, way: 1 });
  const seen: Seen & { key: string } = held.key === key ? held : { key, first: 0, last: 0, way: 1 };
  const now = useLatest(seen);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const next = useRef(seen);
  const row = useRef(0);
  useEffect(() => () => clearTimeout(timer.current), []);
  const onVisibleRange = useCallback(
    (firstRow: number, lastRow: number) => {
      const way = firstRow === row.current ? now.current.way : firstRow < row.current ? -1 : 1;
      row.current = firstRow;
      const pages = { first: Math.floor(firstRow / pageSize), last: Math.floor(lastRow / pageSize) };
      const before = next.current.key === key ? next.current : now.current;
      next.current = { key, ...pages, way };
      const settle = () => {
        clearTimeout(timer.current);
        timer.current = undefined;
        setHeld((before) => (isSame(before, next.current) ? before : next.current));
      };
      // Who scrolls on is served at once; who jumps, so often: what flies past is not worth asking for.
      if (isNear(before, pages)) settle();
      else timer.current ??= setTimeout(settle, SETTLE_MS);
    },
    [key, pageSize, now],
  );
  return { seen, onVisibleRange };
}

const isSame = (a: Seen & { key: string }, b: Seen & { key: string }) =>
  a.key === b.key && a.first === b.first && a.last === b.last && a.way === b.way;
