import { QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { describe, expect, it, vi } from "vitest";
import { newQueryClient } from "@/data/queries";
import { useWindowedRows } from "./useWindowedRows";

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

const answering = (asked: number[]) => (word: string) => async (offset: number, limit: number) => {
  asked.push(offset);
  return { matching: 1000, rows: Array.from({ length: limit }, (_, n) => `${word} ${offset + n}`) };
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
});
