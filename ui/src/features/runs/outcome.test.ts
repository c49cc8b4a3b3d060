import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { LOOK_EVERY_MS, throttled } from "@/data/runs";
import { runs as words } from "@/words/runs";
import { runOf } from "../invite/test/fakeDraft";
import { figures, OUTCOME, OUTCOME_ORDER, readOutcome, standing, statesOf, tally } from "./outcome";

describe("outcomes", () => {
  test("every state is behind exactly one chip", () => {
    const behind = OUTCOME_ORDER.flatMap(statesOf);
    expect(behind.sort()).toEqual(Object.keys(OUTCOME).sort());
  });

  test("no outcome is named by a word of the program", () => {
    for (const word of Object.values(words.outcome)) expect(word).not.toMatch(/unknown|ambiguous|confirmed|flight/i);
  });

  test("seen in the list is invited, and what is on its way is still to go", () => {
    const run = runOf({
      counts: [
        { state: "confirmed", rows: 5 },
        { state: "confirmed-by-list", rows: 2 },
        { state: "in-flight", rows: 10 },
        { state: "ready", rows: 64 },
        { state: "unknown", rows: 3 },
        { state: "needs-review", rows: 1 },
      ],
    });
    expect(figures(run)).toEqual({ invited: 7, refused: 0, checking: 3, needsYou: 1, toGo: 74 });
    expect(Object.values(tally(run.counts)).reduce((sum, n) => sum + n, 0)).toBe(85);
  });

  test("an outcome typed into the address by hand never fails", () => {
    expect(readOutcome("refused")).toBe("refused");
    expect(readOutcome("UNKNOWN")).toBeUndefined();
  });
});

describe("how a run stands", () => {
  test("one that is running and not here was cut off, or is sent by another process", () => {
    expect(standing(runOf({ state: "running", active: true })).kind).toBe("sending");
    expect(standing(runOf({ state: "running", active: false })).kind).toBe("interrupted");
  });

  test("a pause with a time goes on by itself; one without waits for the person", () => {
    const pause = { until: "2026-11-23T14:02:17Z", reason: "Wait." };
    expect(standing(runOf({ state: "paused", active: true, pause })).kind).toBe("waits-for-time");
    expect(standing(runOf({ state: "paused", active: false, pause })).kind, "nobody counts down").toBe("interrupted");
    expect(standing(runOf({ state: "paused", active: true, pause: { ...pause, until: null } })).kind).toBe(
      "waits-for-you",
    );
  });
});

describe("looking at a run that moves", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test("many events are one look, and the last one is never the one that got dropped", () => {
    let looks = 0;
    const look = throttled(() => {
      looks += 1;
    }, LOOK_EVERY_MS);
    for (let n = 0; n < 50; n += 1) look.call();
    expect(looks, "the first is looked at once").toBe(1);
    vi.advanceTimersByTime(LOOK_EVERY_MS);
    expect(looks, "the others together").toBe(2);
    vi.advanceTimersByTime(LOOK_EVERY_MS * 10);
    expect(looks, "and then there is peace").toBe(2);
    look.end();
  });

  test("after the end nothing is looked at", () => {
    let looks = 0;
    const look = throttled(() => {
      looks += 1;
    }, LOOK_EVERY_MS);
    look.call();
    look.call();
    look.end();
    vi.advanceTimersByTime(LOOK_EVERY_MS * 3);
    expect(looks).toBe(1);
  });
});
