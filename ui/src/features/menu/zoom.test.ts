import { describe, expect, it } from "vitest";
import { zoomed, zoomOfKey } from "./zoom";

describe("the size of the page", () => {
  it("goes from step to step and stays at the ends", () => {
    expect(zoomed(100, "in")).toBe(110);
    expect(zoomed(100, "out")).toBe(90);
    expect(zoomed(300, "in")).toBe(300);
    expect(zoomed(50, "out")).toBe(50);
    expect(zoomed(250, "normal")).toBe(100);
  });

  it("goes to the nearest step from a size between them", () => {
    expect(zoomed(105, "in")).toBe(110);
    expect(zoomed(105, "out")).toBe(100);
  });

  it("follows plus and minus with and without Shift, and nothing else", () => {
    const held = { ctrlKey: true, metaKey: false, shiftKey: false, altKey: false };
    const asked = (key: string, more = {}) => zoomOfKey({ key, ...held, ...more });
    expect(["+", "=", "-", "_", "0", "k"].map((key) => asked(key))).toEqual(["in", "in", "out", "out", "normal", null]);
    expect(asked("+", { shiftKey: true })).toBe("in");
    expect([asked("+", { ctrlKey: false }), asked("-", { altKey: true })]).toEqual([null, null]);
  });
});
