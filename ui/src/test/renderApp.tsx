import { QueryClientProvider } from "@tanstack/react-query";
import { createMemoryHistory, RouterProvider } from "@tanstack/react-router";
import { render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { I18nProvider } from "react-aria-components/I18nProvider";
import { newQueryClient } from "@/data/queries";
import { newRouter } from "@/routes/router";
import { controlsLocale } from "@/words/language";
import { type FakeWorld, fakeIpc } from "./fakeIpc";

/** The whole page at an address, over a pretended shell. */
export function renderApp(address: string, world: FakeWorld = {}, client = newQueryClient()) {
  const shell = fakeIpc(world);
  const router = newRouter(client, createMemoryHistory({ initialEntries: [address] }));
  const view = render(
    <I18nProvider locale={controlsLocale()}>
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </I18nProvider>,
  );
  return { ...view, shell, client, router, user: userEvent.setup() };
}
