import { QueryClientProvider } from "@tanstack/react-query";
import { createMemoryHistory, RouterProvider } from "@tanstack/react-router";
import { configure, render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { vi } from "vitest";
import { newQueryClient } from "@/data/queries";
import { newRouter } from "@/routes/router";

// A busy machine is no failure: what is waited for here comes, or never does.
configure({ asyncUtilTimeout: 20_000 });
vi.setConfig({ testTimeout: 90_000 });

// jsdom has no CSS object; ids here need no escaping.
globalThis.CSS ??= { escape: (text: string) => text } as typeof CSS;

/** The whole window at an address. */
export function renderAt(path: string) {
  const client = newQueryClient();
  const router = newRouter(client, createMemoryHistory({ initialEntries: [path] }));
  const user = userEvent.setup();
  render(
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
  return { user, router, client };
}
