import { QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { describe, expect, it, vi } from "vitest";
import { newQueryClient } from "@/data/queries";
import { useWindowedRows } from "./useWindowedRows";

/** Answers that come when they are told to, by the offset that was asked for. */
function slowly() {
  const asked: number[] = [];
  const answers = new Map<number, () => void>();
  const fetchWindow = (offset: number, limit: number) => {
    asked.push(offset);
    return new Promise<Window>((done) => {
      const rows = Array.from({ length: limit }, (_, n) => `row ${offset + n}`);
      answers.set(offset, () => done({ matching: 10_000, rows }));
    });
  };
  return { asked, fetchWindow, answer: (offset: number) => act(async () => answers.get(offset)?.()) };
}

function startAhead(fetchWindow: (offset: number, limit: number) => Promise<Window>) {
  const client = newQueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  const options = { queryKey: ["ahead"], fetchWindow, pageSize: 100, total: (window: Window) => window.matching };
  const { result } = renderHook(() => useWindowedRows<string, Window>(options), { wrapper });
  return { client, result, see: (first: number) => act(() => result.current.onVisibleRange(first, first + 20)) };
}

type Window = { rows: string[]; matching: number };

function start(initial: string, fetchOf: (word: string) => (offset: number, limit: number) => Promise<Window>) {
  const client = newQueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  return renderHook(
    ({ word }) =>
      useWindowedRows<string, Window>({ queryKey: ["rows", word], fetchWindow: fetchOf(word), pageSize: 100 }),
    { wrapper, initialProps: { word: initial } },
  );
}

const answering =
  (asked: number[], matching = 1000) =>
  (word: string) =>
  async (offset: number, limit: number) => {
    asked.push(offset);
    return { matching, rows: Array.from({ length: limit }, (_, n) => `${word} ${offset + n}`) };
  };

describe("rows by the window", () => {
  it("asks for the first window alone until something else comes into sight", async () => {
    const asked: number[] = [];
    const { result } = start("a", answering(asked));
    await waitFor(() => expect(result.current.getRow(7)).toBe("a 7"));
    expect(asked).toEqual([0]);
    expect(result.current.getRow(140)).toBeUndefined();
    expect(result.current.latest?.matching).toBe(1000);
  });

  it("asks for every window that the rows in sight touch", async () => {
    const asked: number[] = [];
    const { result } = start("a", answering(asked));
    act(() => result.current.onVisibleRange(380, 420));
    await waitFor(() => expect(result.current.getRow(415)).toBe("a 415"));
    expect(result.current.getRow(385)).toBe("a 385");
    expect(asked).toEqual([0, 300, 400]);
  });

  it("does not ask for what is only scrolled past", async () => {
    const asked: number[] = [];
    const { result } = start("a", answering(asked));
    act(() => {
      for (let row = 100; row < 900; row += 100) result.current.onVisibleRange(row, row + 20);
    });
    await waitFor(() => expect(result.current.getRow(810)).toBe("a 810"));
    expect(asked).toEqual([0, 800]);
  });

  it("keeps the old rows in sight until the new ones arrive", async () => {
    let arrive: (window: Window) => void = () => undefined;
    const { result, rerender } = start("a", (word) =>
      word === "a" ? async () => ({ matching: 1, rows: ["a 0"] }) : () => new Promise((done) => (arrive = done)),
    );
    await waitFor(() => expect(result.current.getRow(0)).toBe("a 0"));
    rerender({ word: "b" });
    expect(result.current.getRow(0)).toBe("a 0");
    expect(result.current.outdated).toBe(true);
    await act(async () => arrive({ matching: 1, rows: ["b 0"] }));
    await waitFor(() => expect(result.current.getRow(0)).toBe("b 0"));
    expect(result.current.outdated).toBe(false);
  });

  it("tells of a window that could not be had", async () => {
    const failing = vi.fn(async () => {
      throw new Error("no");
    });
    const { result } = start("a", () => failing);
    await waitFor(() => expect(result.current.error?.message).toBe("no"));
    expect(failing, "a failed call is shown, not quietly tried again").toHaveBeenCalledTimes(1);
  });

  it("fetches the next windows before they come into sight, in the direction of scrolling", async () => {
    const asked: number[] = [];
    const { result, see } = startAhead(answering(asked, 10_000)("a"));
    await waitFor(() => expect(asked).toEqual([0, 100, 200]));
    see(150);
    await waitFor(() => expect(asked).toEqual([0, 100, 200, 300]));
    see(5_050);
    await waitFor(() => expect(result.current.getRow(5_055)).toBe("a 5055"));
    see(4_980);
    await waitFor(() => expect(asked).toContain(4_800));
  });

  it("ends with the last rows", async () => {
    const asked: number[] = [];
    const { result, see } = startAhead(answering(asked)("a"));
    await waitFor(() => expect(result.current.getRow(0)).toBe("a 0"));
    see(920);
    await waitFor(() => expect(result.current.getRow(930)).toBe("a 930"));
    expect(Math.max(...asked)).toBe(900);
  });

  it("has two requests under way at most, and never makes those for rows that were passed by meanwhile", async () => {
    const { asked, fetchWindow, answer } = slowly();
    const { result, see } = startAhead(fetchWindow);
    await waitFor(() => expect(asked).toEqual([0]));
    await answer(0);
    await waitFor(() => expect(asked, "one, two and no more of what comes next").toEqual([0, 100, 200]));
    see(350);
    see(6_050);
    await waitFor(() => expect(result.current.getRow(6_055)).toBeUndefined());
    await answer(100);
    await waitFor(() => expect(asked).toContain(6_000));
    await answer(200);
    await answer(6_000);
    await waitFor(() => expect(result.current.getRow(6_055)).toBe("row 6055"));
    expect(asked.filter((offset) => offset >= 300 && offset < 6_000)).toEqual([]);
  });

  it("shows rows at once that were seen a moment ago", async () => {
    const asked: number[] = [];
    const { result, see } = startAhead(answering(asked)("a"));
    await waitFor(() => expect(asked).toEqual([0, 100, 200]));
    see(700);
    await waitFor(() => expect(result.current.getRow(705)).toBe("a 705"));
    expect(result.current.getRow(5), "before anyone asked for it again").toBe("a 5");
  });

  it("holds thirty windows and lets go of those that were not looked at for longest", async () => {
    const { asked, fetchWindow } = slowly();
    const quick = async (offset: number, limit: number) => {
      void fetchWindow(offset, limit);
      return { matching: 10_000, rows: Array.from({ length: limit }, (_, n) => `row ${offset + n}`) };
    };
    const { client, result, see } = startAhead(quick);
    for (let row = 0; row < 6_000; row += 100) {
      see(row);
      await waitFor(() => expect(result.current.getRow(row + 50)).toBe(`row ${row + 50}`));
    }
    expect(asked.length).toBeGreaterThan(50);
    const held = client.getQueryCache().findAll({ queryKey: ["ahead", "window"] });
    expect(held.length).toBeLessThanOrEqual(30);
    expect(result.current.getRow(0)).toBeUndefined();
    expect(result.current.getRow(5_800)).toBe("row 5800");
  });

  it("gives a window to who looks for something in it, also if it is scrolled past meanwhile", async () => {
    const { asked, fetchWindow, answer } = slowly();
    const { result, see } = startAhead(fetchWindow);
    await waitFor(() => expect(asked).toEqual([0]));
    see(150);
    const found = result.current.pageOf(1);
    see(7_050);
    await answer(0);
    await waitFor(() => expect(asked).toContain(7_000));
    await answer(100);
    await expect(found.then((window) => window.rows[0])).resolves.toBe("row 100");
  });
});
