import { type QueryKey, useQueries, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";

type Windowed<Row> = { rows: Row[] };

type WindowedRowsOptions<Row, W extends Windowed<Row>> = {
  /** Names the rows: other rows, other key. */
  queryKey: QueryKey;
  fetchWindow: (offset: number, limit: number) => Promise<W>;
  /** 500 at most; 200 unless told. */
  pageSize?: number;
  enabled?: boolean;
};

/** Rows by their place, of which only the windows in sight are held. */
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

/** A row that was scrolled past in less than this is not worth asking for. */
const SETTLE_MS = 50;

/** Asks for windows of rows as they come into sight. */
export function useWindowedRows<Row, W extends Windowed<Row>>(
  options: WindowedRowsOptions<Row, W>,
): WindowedRows<Row, W> {
  const { queryKey, fetchWindow, pageSize = 200, enabled = true } = options;
  const key = JSON.stringify(queryKey);
  const { first, last, onVisibleRange } = usePages(key, pageSize);
  const numbers = Array.from({ length: last - first + 1 }, (_, step) => first + step);

  const client = useQueryClient();
  const query = (page: number) => ({
    queryKey: [...queryKey, "window", pageSize, page],
    queryFn: () => fetchWindow(page * pageSize, pageSize),
    // The page never holds much more than what it shows.
    gcTime: 30_000,
  });
  const results = useQueries({ queries: numbers.map((page) => ({ ...query(page), enabled })) });

  const pages = new Map<number, W>();
  results.forEach((result, place) => {
    const page = numbers[place];
    if (result.data && page !== undefined) pages.set(page, result.data);
  });
  const before = useRef<Map<number, W>>(pages);
  const outdated = pages.size === 0 && before.current.size > 0;
  const shown = outdated ? before.current : pages;
  useEffect(() => {
    if (pages.size > 0) before.current = pages;
  });

  return {
    getRow: (index) => shown.get(Math.floor(index / pageSize))?.rows[index % pageSize],
    onVisibleRange,
    latest: shown.values().next().value,
    outdated,
    error: results.find((result) => result.error)?.error ?? null,
    pageOf: (page) => client.fetchQuery(query(page)),
  };
}

/** The first and last page in sight; back to the first page when the key changes. */
function usePages(key: string, pageSize: number) {
  const [seen, setSeen] = useState({ key, first: 0, last: 0 });
  const current = seen.key === key ? seen : { key, first: 0, last: 0 };
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const onVisibleRange = useCallback(
    (firstRow: number, lastRow: number) => {
      clearTimeout(timer.current);
      const next = { key, first: Math.floor(firstRow / pageSize), last: Math.floor(lastRow / pageSize) };
      timer.current = setTimeout(() => setSeen(next), SETTLE_MS);
    },
    [key, pageSize],
  );
  return { first: current.first, last: current.last, onVisibleRange };
}
