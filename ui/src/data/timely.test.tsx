import { QueryClientProvider, useQuery } from "@tanstack/react-query";
import { act, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { keys, newQueryClient } from "./queries";
import { useKeptTimely } from "./timely";

const [MINUTE, HOUR] = [60_000, 3_600_000];

let hidden = false;
beforeEach(() => {
  vi.useFakeTimers();
  vi.setSystemTime("2026-11-25T08:00:30Z");
  hidden = false;
  Object.defineProperty(document, "hidden", { configurable: true, get: () => hidden });
});
afterEach(() => {
  vi.useRealTimers();
  Reflect.deleteProperty(document, "hidden");
});

/** A window with the people and the roles of a platform in sight, and how often each was asked for. */
async function inSight(queue: boolean) {
  const asked = { users: 0, roles: 0 };
  const client = newQueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  const useAsked = (part: keyof typeof asked) =>
    useQuery({
      queryKey: [...keys.roster("sample"), part],
      queryFn: () => {
        asked[part] += 1;
        return asked[part];
      },
    });
  renderHook(
    () => {
      useKeptTimely(queue);
      useAsked("users");
      useAsked("roles");
    },
    { wrapper },
  );
  const passes = (time: number) => act(() => vi.advanceTimersByTimeAsync(time));
  const turns = (to: "hidden" | "seen") =>
    act(async () => {
      hidden = to === "hidden";
      document.dispatchEvent(new Event("visibilitychange"));
      await vi.advanceTimersByTimeAsync(0);
    });
  await passes(1);
  expect(asked).toEqual({ users: 1, roles: 1 });
  return { asked, passes, turns };
}

it("what the clock changes is asked for anew each hour, and what it does not change never", async () => {
  const { asked, passes } = await inSight(false);
  await passes(59 * MINUTE);
  expect(asked.users).toBe(1);
  await passes(MINUTE);
  expect(asked.users).toBe(2);
  await passes(3 * HOUR);
  expect(asked).toEqual({ users: 5, roles: 1 });
});

it("a queue is asked for anew as each minute turns", async () => {
  const { asked, passes } = await inSight(true);
  await passes(MINUTE / 2);
  expect(asked.users, "the minute turned, though none has passed").toBe(2);
  await passes(3 * MINUTE);
  expect(asked).toEqual({ users: 5, roles: 1 });
});

it("nothing is asked for while the window is hidden, and once at its return", async () => {
  const { asked, passes, turns } = await inSight(false);
  const ticking = vi.getTimerCount();
  await turns("hidden");
  expect(vi.getTimerCount(), "it ticks no more").toBe(ticking - 1);
  await passes(12 * HOUR);
  expect(asked.users).toBe(1);
  await turns("seen");
  expect(asked.users).toBe(2);
  await turns("hidden");
  await turns("seen");
  expect(asked.users, "who is back at once sees what is still true").toBe(2);
});

it("a computer that slept with the window in sight asks at the first look after it", async () => {
  const { asked, passes } = await inSight(false);
  // Its clock goes on, and its timers do not.
  vi.setSystemTime("2026-11-26T07:00:30Z");
  await passes(MINUTE);
  expect(asked.users).toBe(2);
});
