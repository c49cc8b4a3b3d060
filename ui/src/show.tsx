import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { I18nProvider } from "react-aria-components/I18nProvider";
import { createRoot } from "react-dom/client";
import { noteFaults } from "@/data/faults";
import { newQueryClient } from "@/data/queries";
import { askAhead } from "@/features/overview/askAhead";
import { listeningBody } from "@/kit/listeningBody";
import { retellRegions } from "@/kit/regions";
import { inWebKitGtk } from "@/kit/system";
import { newRouter } from "@/routes/router";
import { controlsLocale } from "@/words/language";

/** Shows the app in the page. */
export function show(): void {
  const root = document.getElementById("root");
  if (!root) throw new Error("the page has no #root");
  noteFaults();
  keepFromScrolling();
  if (inWebKitGtk) retellRegions();
  const client = newQueryClient();
  askAhead(client);
  createRoot(root).render(
    <StrictMode>
      <I18nProvider locale={controlsLocale()}>
        <QueryClientProvider client={client}>
          <RouterProvider router={newRouter(client)} />
        </QueryClientProvider>
      </I18nProvider>
      {listeningBody()}
    </StrictMode>,
  );
}

/**
 * What a dialog says of the page, said once. Each that opens or closes would otherwise change the root's styles, and WebKit makes
 * those of everything below it anew, though nothing of them is different.
 */
function keepFromScrolling(): void {
  document.documentElement.style.overflow = "hidden";
}
