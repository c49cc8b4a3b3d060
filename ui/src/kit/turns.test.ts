import { beforeEach, expect, it, vi } from "vitest";
import { turn } from "./turns";

let frames: FrameRequestCallback[] = [];

beforeEach(() => {
  frames = [];
  vi.stubGlobal("requestAnimationFrame", (callback: FrameRequestCallback) => frames.push(callback));
});

/** What a window does: it calls those who asked before this frame, and paints. */
async function paint(): Promise<void> {
  await Promise.resolve();
  for (const callback of frames.splice(0)) callback(0);
  await new Promise((done) => setTimeout(done, 5));
}

it("gives one turn with each painted frame, in the order of asking", async () => {
  const given: string[] = [];
  for (const name of ["first", "second", "third"]) void turn().then(() => given.push(name));
  await paint();
  expect(given).toEqual(["first"]);
  await paint();
  expect(given).toEqual(["first", "second"]);
  await paint();
  expect(given).toEqual(["first", "second", "third"]);
});

it("gives a turn only once the frame is painted", async () => {
  let given = false;
  void turn().then(() => {
    given = true;
  });
  await Promise.resolve();
  for (const callback of frames.splice(0)) callback(0);
  // Whatever was promised is kept before the frame is painted.
  for (let promised = 0; promised < 20; promised += 1) await Promise.resolve();
  expect(given).toBe(false);
  await vi.waitFor(() => expect(given).toBe(true));
});
