import { act } from "@testing-library/react";
import { vi } from "vitest";

/** Nothing is painted from now on, until the test says so. */
export function holdFrames() {
  const asked: FrameRequestCallback[] = [];
  const held = vi.spyOn(window, "requestAnimationFrame").mockImplementation((frame) => asked.push(frame));
  /** One frame. */
  const paint = () =>
    act(() => {
      for (const frame of asked.splice(0)) frame(0);
    });
  return {
    paint,
    /** What waits is painted, and whatever comes after it by itself. */
    letGo: () => {
      held.mockRestore();
      paint();
    },
  };
}
