import { afterEach, beforeEach, expect, it, vi } from "vitest";

let turn: typeof import("./turns").turn;

beforeEach(async () => {
  // Nobody waits in one that is fresh.
  vi.resetModules();
  ({ turn } = await import("./turns"));
  vi.useFakeTimers({
    toFake: ["setTimeout", "clearTimeout", "requestAnimationFrame", "cancelAnimationFrame", "performance"],
  });
});
afterEach(() => {
  vi.useRealTimers();
});

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
const press = (what: string) => window.dispatchEvent(new Event(what));

/** Asks for turns by these names; those that were given, in their order. */
function ask(quiet: boolean, ...names: string[]): string[] {
  const given: string[] = [];
  for (const name of names) void turn({ isWanted: () => true, quiet }).then(() => given.push(name));
  return given;
}

it("gives one turn after the other in the order of asking, with a painted frame between", async () => {
  const given = ask(false, "first", "second", "third");
  await pass(180);
  expect(given).toEqual(["first"]);
  await pass(20);
  expect(given).toEqual(["first", "second"]);
  await pass(30);
  expect(given).toEqual(["first", "second", "third"]);
});

it("leaves what has just been painted to whoever looks at it and presses a key", async () => {
  const given = ask(false, "first");
  await pass(140);
  expect(given).toEqual([]);
  await pass(40);
  expect(given).toEqual(["first"]);
});

it.each(["keydown", "pointerdown", "wheel"])("goes on only once what came of a %s is there", async (act) => {
  const given = ask(true, "first", "second");
  await pass(35);
  expect(given).toEqual(["first"]);
  for (let time = 0; time < 5; time += 1) {
    press(act);
    await pass(100);
  }
  expect(given).toEqual(["first"]);
  await pass(100);
  expect(given).toEqual(["first", "second"]);
});

it("keeps nobody who presses keys from what is reached by keys", async () => {
  const given = ask(false, "first", "second");
  for (let time = 0; time < 8; time += 1) {
    press("keydown");
    await pass(30);
  }
  expect(given).toEqual(["first", "second"]);
});

it("loses no time with a turn that nobody wants any more", async () => {
  for (let gone = 0; gone < 50; gone += 1) void turn({ isWanted: () => false });
  const given = ask(true, "wanted");
  await pass(60);
  expect(given).toEqual(["wanted"]);
});
