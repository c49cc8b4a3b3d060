import { QueryClientProvider } from "@tanstack/react-query";
import { createMemoryHistory, RouterProvider } from "@tanstack/react-router";
import { render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { newQueryClient } from "@/data/queries";
import { newRouter } from "@/routes/router";
import { type FakeWorld, fakeIpc } from "./fakeIpc";

/** The whole page at an address, over a pretended shell. */
export function renderApp(address: string, world: FakeWorld = {}) {
  const shell = fakeIpc(world);
  const client = newQueryClient();
  const router = newRouter(client, createMemoryHistory({ initialEntries: [address] }));
  const view = render(
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
  return { ...view, shell, client, router, user: userEvent.setup() };
}
