import { MutationCache, QueryClient } from "@tanstack/react-query";
import { type ApiCall, AppError, type DescriptionChoice } from "@/ipc";

/**
 * The names under which answers are kept. Each begins with what makes it stale: events invalidate by
 * these beginnings (see `events.ts`). Runs begin with `["runs", profile]`.
 */
export const keys = {
  status: ["status"] as const,
  profiles: ["profiles"] as const,
  roster: (profile: string) => ["roster", profile] as const,
  reviews: (profile: string) => ["reviews", profile] as const,
  refreshing: (profile: string) => ["refreshing", profile] as const,
  views: (profile: string) => ["views", profile] as const,
  descriptions: ["descriptions"] as const,
  description: (choice: DescriptionChoice) => ["description", choice] as const,
  /** A document that waits for the screen of a connection. */
  document: ["connection-document"] as const,
  /** A table that waits for a person to say whose organizations it lists. */
  table: ["table"] as const,
  authorities: (pem: string) => ["authorities", pem] as const,
  record: (profile: string, call: ApiCall) => ["record", profile, call] as const,
  exporting: (profile: string) => ["exporting", profile] as const,
  examined: (profile: string) => ["examined", profile] as const,
  signingIn: (profile: string) => ["signing-in", profile] as const,
  signInRefused: (profile: string) => ["sign-in-refused", profile] as const,
};

/** Whether rows were marked that are others by now: the list is another one, or time took somebody out of a queue. */
export const isListChanged = (error: unknown): boolean => error instanceof AppError && error.code === "list-changed";

/**
 * Answers stay good until an event or the clock (`timely.ts`) says otherwise; a failed call is shown, not quietly tried
 * again.
 */
export function newQueryClient(): QueryClient {
  // No event told of the other rows: whoever is asked to choose again has to see them.
  const onError = (error: unknown) => {
    if (isListChanged(error)) void client.invalidateQueries({ queryKey: ["roster"] });
  };
  const client = new QueryClient({
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        retry: false,
        refetchOnWindowFocus: false,
        // Rust is always there, whatever the network does.
        networkMode: "always",
      },
      mutations: { retry: false, networkMode: "always" },
    },
  });
  return client;
}
