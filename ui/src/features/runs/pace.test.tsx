import { act, cleanup, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { RunView } from "@/ipc";
import { accessibilityProblems } from "@/test/axe";
import { Announce } from "./Announce";
import { open, RUN, sending, tidyUp } from "./test/openRun";

describe("the screen of a run that is sent", () => {
  tidyUp();

  test("tells how many people a minute, and when the unclear ones are looked up although it still sends", async () => {
    const counts: RunView["counts"] = [
      { state: "confirmed", rows: 61 },
      { state: "unknown", rows: 10 },
      { state: "ready", rows: 13 },
    ];
    const run = { ...sending, counts, peoplePerMinute: 186, nextLookAt: "2026-11-23T14:09:00" };
    open(RUN, { run });
    expect(await screen.findByText("186 people a minute")).toBeTruthy();
    expect(screen.getByText("left; 10 looked up at 14:09")).toBeTruthy();
    expect(await screen.findByText("1 run active · 186 people a minute")).toBeTruthy();
    expect(await accessibilityProblems()).toEqual([]);
  });

  test("says nothing of a pace that nobody knows", async () => {
    open(RUN, { run: sending });
    await screen.findByText("0:48");
    expect(screen.queryByText(/a minute/)).toBeNull();
  });
});

describe("what a screen reader hears of a run", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    cleanup();
    vi.useRealTimers();
  });

  const of = (state: RunView["state"], confirmed: number, toGo: number): RunView => ({
    ...sending,
    state,
    counts: [
      { state: "confirmed", rows: confirmed },
      { state: "ready", rows: toGo },
    ],
  });
  const heard = () => screen.getByRole("status").textContent;
  const pass = (ms: number) => act(() => vi.advanceTimersByTime(ms));

  test("is how far it is, now and then and not with every row", () => {
    const { rerender } = render(<Announce run={of("running", 1, 9)} />);
    pass(0);
    for (const done of [2, 3, 4]) {
      rerender(<Announce run={of("running", done, 10 - done)} />);
      pass(1_000);
    }
    expect(heard()).toMatch(/^Sending\. 1 invited/);
    pass(15_000);
    expect(heard()).toMatch(/^Sending\. 4 invited/);
  });

  test("is a pause a few seconds after the last sentence, however often it pauses", () => {
    const { rerender } = render(<Announce run={of("running", 1, 9)} />);
    pass(0);
    rerender(<Announce run={of("paused", 2, 8)} />);
    pass(1_000);
    expect(heard()).toMatch(/^Sending/);
    pass(3_000);
    expect(heard()).toMatch(/^Waiting\. 2 invited/);
  });

  test("is the end at once", () => {
    const { rerender } = render(<Announce run={of("running", 9, 1)} />);
    pass(0);
    rerender(<Announce run={of("finished", 10, 0)} />);
    pass(0);
    expect(heard()).toBe("Finished. 10 invited, 0 refused, 0 being checked, 0 to go.");
  });
});
