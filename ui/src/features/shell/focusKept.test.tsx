import { render } from "@testing-library/react";
import { useRef } from "react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { useFocusKept } from "./useFocusKept";

function Screen() {
  const main = useRef<HTMLElement>(null);
  useFocusKept(main);
  return (
    <main ref={main}>
      <h1 tabIndex={-1}>Users</h1>
    </main>
  );
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "requestAnimationFrame", "cancelAnimationFrame"] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Takes an element away that has the focus, as a menu or a button that goes does. */
async function lose() {
  const one = document.body.appendChild(document.createElement("button"));
  one.focus();
  one.remove();
  // Whoever watches the page hears of it once this is over.
  await Promise.resolve();
}

const focused = () => document.activeElement?.tagName;

it("gives the focus to the heading once nobody else took it", async () => {
  render(<Screen />);
  await lose();
  vi.advanceTimersByTime(119);
  expect(focused()).toBe("BODY");
  vi.advanceTimersByTime(60);
  expect(focused()).toBe("H1");
});

it("leaves a second menu as much time as the first, wherever the wait for the first one was", async () => {
  for (let between = 4; between < 160; between += 4) {
    const { unmount } = render(<Screen />);
    await lose();
    vi.advanceTimersByTime(between);
    await lose();
    vi.advanceTimersByTime(119);
    expect(focused(), `lost again after ${between} ms`).toBe("BODY");
    vi.advanceTimersByTime(60);
    expect(focused()).toBe("H1");
    unmount();
  }
});

it("leaves the focus where it was given, also at the last moment", async () => {
  render(<Screen />);
  await lose();
  vi.advanceTimersByTime(130);
  const next = document.body.appendChild(document.createElement("button"));
  next.focus();
  next.blur();
  vi.advanceTimersByTime(400);
  expect(focused()).toBe("BODY");
  next.remove();
});
