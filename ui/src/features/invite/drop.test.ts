import { expect, test } from "vitest";
import type { AppEvent } from "@/ipc";
import { type Drop, moveDrop } from "./drop";

const FILE = { token: "t1", name: "people.xlsx" };
const hover = (over: boolean): AppEvent => ({ kind: "file-hover", data: over });
const dropped: AppEvent = { kind: "file-dropped", data: FILE };
const hear = (drop: Drop, event: AppEvent, canCheck = true) => moveDrop(drop, { kind: "event", event, canCheck });
const NONE: Drop = { state: "none" };

test("while a file hovers the window is a target, and no longer", () => {
  const over = hear(NONE, hover(true));
  expect(over.state).toBe("over");
  expect(hear(over, hover(false))).toEqual(NONE);
});

test("a dropped file is read", () => {
  expect(hear(hear(NONE, hover(true)), dropped)).toEqual({ state: "reading", file: FILE, next: [] });
});

test("a file dropped before a platform is open is kept, and can be checked later", () => {
  const waits = hear(NONE, dropped, false);
  expect(waits).toEqual({ state: "waits", file: FILE });
  expect(moveDrop(waits, { kind: "check" })).toEqual({ state: "reading", file: FILE, next: [] });
});

test("another file that only hovers does not lose the one that waits", () => {
  const waits: Drop = { state: "waits", file: FILE };
  const over = hear(waits, hover(true), false);
  expect(hear(over, hover(true), false), "hovering is told again and again").toEqual(over);
  expect(hear(over, hover(false), false)).toEqual(waits);
});

test("what is refused meanwhile does not lose the one that waits", () => {
  const waits: Drop = { state: "waits", file: FILE };
  for (const drop of [waits, hear(waits, hover(true), false)]) {
    const refused = hear(drop, { kind: "drop-refused", data: "Several files." }, false);
    expect(refused.state).toBe("refused");
    expect(moveDrop(refused, { kind: "leave" })).toEqual(waits);
    const other = { token: "t2", name: "b.csv" };
    const both = hear(refused, { kind: "file-dropped", data: other }, false);
    expect(moveDrop(both, { kind: "leave" }), "the newer one waits").toEqual({ state: "waits", file: other });
  }
});

test("a file being read is not disturbed, and those that came meanwhile are read after it", () => {
  const reading: Drop = { state: "reading", file: FILE, next: [] };
  expect(hear(reading, hover(true))).toBe(reading);
  const second = { token: "t2", name: "b.csv" };
  const third = { token: "t3", name: "c.csv" };
  const all = [second, third].reduce((drop, data) => hear(drop, { kind: "file-dropped", data }), reading as Drop);
  expect(all).toMatchObject({ state: "reading", file: FILE });
  const after = moveDrop(all, { kind: "done" });
  expect(after).toMatchObject({ state: "reading", file: second });
  expect(moveDrop(after, { kind: "done" })).toEqual({ state: "reading", file: third, next: [] });
  expect(moveDrop(reading, { kind: "done" })).toEqual(NONE);
});

test("a failure is seen before the next file is read", () => {
  const reading: Drop = { state: "reading", file: FILE, next: [] };
  const failed = moveDrop(hear(reading, dropped), { kind: "failed", error: new Error("empty") });
  expect(failed).toMatchObject({ state: "failed", file: FILE });
  expect(hear(failed, hover(true))).toBe(failed);
  expect(moveDrop(failed, { kind: "leave" })).toEqual(reading);
});

test("what is refused while a file is read is said after it, and what came then is not lost", () => {
  const reading: Drop = { state: "reading", file: FILE, next: [] };
  const refused = moveDrop(hear(reading, { kind: "drop-refused", data: "Several files." }), { kind: "done" });
  expect(refused).toMatchObject({ state: "refused", sentence: "Several files." });
  expect(moveDrop(hear(refused, dropped), { kind: "leave" })).toEqual(reading);
});

test("what can't be read as one file is said in words", () => {
  expect(hear(NONE, { kind: "drop-refused", data: "Several files." })).toEqual({
    state: "refused",
    sentence: "Several files.",
    next: [],
  });
});
