import { screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import type { UserQuery } from "@/ipc";
import { fakePeople } from "@/test/fakePeople";
import { renderApp } from "@/test/renderApp";

afterEach(() => void vi.useRealTimers());

it("a queue that is left open follows the clock: whoever crosses its end leaves it", async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true, toFake: ["Date", "setTimeout", "clearTimeout"] });
  const people = fakePeople(300);
  let lapsed = 0;
  const { shell } = renderApp("/p/sample/users?queue=lapses-tomorrow", {
    commands: {
      list_users: ({ query, offset, limit }) => {
        const { rows, ...window } = people.window(query as UserQuery, offset as number, limit as number, `${lapsed}`);
        return { ...window, rows: rows.slice(lapsed), matching: rows.length - lapsed };
      },
    },
  });
  const grid = await screen.findByRole("grid", { name: "People" });
  await waitFor(() => expect(within(grid).getAllByRole("row").length).toBeGreaterThan(2));
  const first = within(grid).getAllByRole("row")[1]?.textContent ?? "";
  const counted = shell.callsOf("user_facets").length;
  lapsed = 1;
  vi.advanceTimersByTime(60_000);
  await waitFor(() => expect(within(grid).getAllByRole("row")[1]?.textContent).not.toBe(first));
  expect(shell.callsOf("user_facets").length, "its numbers are counted anew too").toBeGreaterThan(counted);
});
