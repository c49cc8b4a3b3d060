import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { type AppEvent, type DoctorStep, onEvent } from "@/ipc";
import { withStep } from "./examined";
import { keys } from "./queries";

/** What an event makes stale. Events carry no lists: what is shown is asked for anew. */
export function applyEvent(client: QueryClient, event: AppEvent): void {
  switch (event.kind) {
    case "refresh-progress":
      client.setQueryData(keys.refreshing(event.data.profile), event.data);
      return;
    case "roster-changed":
      client.setQueryData(keys.refreshing(event.data), null);
      void client.invalidateQueries({ queryKey: keys.roster(event.data) });
      // Connections say how old their list is.
      void client.invalidateQueries({ queryKey: keys.profiles });
      // A newer list tells who changed in a review, and what became of removals.
      void client.invalidateQueries({ queryKey: keys.reviews(event.data) });
      return;
    case "review-changed":
      void client.invalidateQueries({ queryKey: keys.reviews(event.data) });
      return;
    case "profiles-changed":
      void client.invalidateQueries({ queryKey: keys.profiles });
      void client.invalidateQueries({ queryKey: keys.status });
      return;
    case "examined":
      client.setQueryData<DoctorStep[]>(keys.examined(event.data.profile), (steps) => withStep(steps, event.data.step));
      return;
    case "sign-in-waiting":
      client.setQueryData(keys.signingIn(event.data.profile), event.data.url);
      return;
    case "export-progress":
      client.setQueryData(keys.exporting(event.data.profile), event.data);
      return;
    case "run-changed":
      // Comes a few times a second: `useRunsMoving` looks at most twice.
      return;
    case "close-asked":
    case "file-hover":
    case "file-dropped":
    case "drop-refused":
    case "file-opened":
    case "run-asked":
    case "menu-chosen":
      // The window's own business: see the drop target, the menu bar, and the question before it closes.
      return;
  }
}

/** Keeps what is shown true. Once, at the root. */
export function useAppEvents(): void {
  const client = useQueryClient();
  useEffect(() => onEvent((event) => applyEvent(client, event)), [client]);
}
