import { renderHook } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { REMEMBERED, useTypeAhead } from "./useTypeAhead";

describe("typed letters", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const start = () => {
    const onPrefix = vi.fn();
    const { result } = renderHook(() => useTypeAhead(onPrefix));
    return { onPrefix, type: (key: string) => result.current(key) };
  };

  it("belong together while they follow one another", () => {
    const { onPrefix, type } = start();
    for (const key of "de la") {
      type(key);
      vi.advanceTimersByTime(REMEMBERED - 1);
    }
    expect(onPrefix.mock.calls.flat()).toEqual(["d", "de", "de ", "de l", "de la"]);
  });

  it("begin anew after a pause", () => {
    const { onPrefix, type } = start();
    type("d");
    vi.advanceTimersByTime(REMEMBERED);
    type("o");
    expect(onPrefix.mock.calls.flat()).toEqual(["d", "o"]);
  });

  it("are no other keys, and a space alone is none", () => {
    const { onPrefix, type } = start();
    expect(["Enter", "F2", " ", "ArrowUp"].map(type)).toEqual([false, false, false, false]);
    expect(onPrefix).not.toHaveBeenCalled();
    expect(type("Ł")).toBe(true);
    expect(renderHook(() => useTypeAhead(undefined)).result.current("a")).toBe(false);
  });
});
