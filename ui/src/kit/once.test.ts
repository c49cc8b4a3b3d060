import { describe, expect, it } from "vitest";
import { newOnce } from "./once";

function clocked() {
  let at = 0;
  const once = newOnce(() => at);
  return {
    once,
    pass: (milliseconds: number) => {
      at += milliseconds;
    },
  };
}

describe("a key that the menu bar and the page both hear", () => {
  it("acts once, whichever hears it first", () => {
    const { once, pass } = clocked();
    expect(once("zoom-in", "menu")).toBe(true);
    pass(20);
    expect(once("zoom-in", "key")).toBe(false);
    pass(1_000);
    expect(once("zoom-in", "key")).toBe(true);
    expect(once("zoom-in", "menu")).toBe(false);
  });

  it("acts every time while it is held down", () => {
    const { once, pass } = clocked();
    const acted = [1, 2, 3].map(() => {
      pass(30);
      return once("zoom-in", "key");
    });
    expect(acted).toEqual([true, true, true]);
  });

  it("says nothing of another act", () => {
    const { once } = clocked();
    expect(once("zoom-in", "menu")).toBe(true);
    expect(once("zoom-out", "key")).toBe(true);
  });
});
