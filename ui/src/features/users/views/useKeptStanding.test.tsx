import { QueryClientProvider } from "@tanstack/react-query";
import { renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { UsersSearch } from "@/data/addresses";
import { newQueryClient } from "@/data/queries";
import type { UserView } from "@/ipc";
import { fakeIpc } from "@/test/fakeIpc";
import { plainLayout } from "./standing";
import { useKeptStanding } from "./useKeptStanding";

const PLAIN = plainLayout("comfortable");
/** Longer than a change has to last to be kept. */
const QUIET = 500;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** The screen at an address, and the searches that were kept of it. */
function screenAt(start: UsersSearch) {
  const shell = fakeIpc();
  const client = newQueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  const view = renderHook((search: UsersSearch) => useKeptStanding("sample", search, PLAIN, ""), {
    wrapper,
    initialProps: start,
  });
  const kept = () => shell.callsOf("keep_last_view").map(({ view }) => (view as UserView).query.search);
  return { ...view, kept };
}

it("a standing is kept once it has lasted a moment, or when the screen is left", () => {
  const { rerender, unmount, kept } = screenAt({});
  rerender({ search: "an" });
  rerender({ search: "ann" });
  expect(kept()).toEqual([]);
  vi.advanceTimersByTime(QUIET);
  expect(kept()).toEqual(["ann"]);
  rerender({ search: "anna" });
  unmount();
  expect(kept()).toEqual(["ann", "anna"]);
});

it("a change that is taken back before it was kept is not kept when the screen is left", () => {
  const { rerender, unmount, kept } = screenAt({});
  rerender({ search: "a" });
  rerender({});
  unmount();
  vi.advanceTimersByTime(QUIET);
  expect(kept()).toEqual([]);
});
