import { describe, expect, it } from "vitest";
import { pull } from "./gridPull";

describe("a drag near the edge", () => {
  it("scrolls nothing in the middle", () => {
    expect(pull(300, 0, 600)).toBe(0);
    expect(pull(24, 0, 600)).toBe(0);
    expect(pull(576, 0, 600)).toBe(0);
  });

  it("scrolls towards the edge, faster the farther over it, and never without bounds", () => {
    expect(pull(20, 0, 600)).toBe(-4);
    expect(pull(-10, 0, 600)).toBe(-34);
    expect(pull(-900, 0, 600)).toBe(-60);
    expect(pull(580, 0, 600)).toBe(4);
    expect(pull(900, 0, 600)).toBe(60);
  });

  it("scrolls nothing where there is no room", () => {
    expect(pull(10, 0, 0)).toBe(0);
  });
});
