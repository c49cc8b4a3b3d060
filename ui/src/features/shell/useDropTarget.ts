import { useNavigate, useRouterState } from "@tanstack/react-router";
import { useReadDocument } from "@/data/connectionDocuments";
import type { DropTarget } from "@/features/invite/drop";
import { useOpenFile } from "@/features/invite/useOpenFile";
import { useTakeBackFile } from "@/features/reviews/useTakeBackFile";
import { connectionsBegin } from "@/words/connectionsBegin";
import { invite } from "@/words/invite";
import { reviews } from "@/words/reviews";

/** Where access reviews are looked at. */
const REVIEWS = /^\/p\/[^/]+\/reviews(\/|$)/;

/** Where connections are made, edited and listed. */
const CONNECTIONS = /^\/connections(\/|$)/;

/**
 * A dropped file is a document of a connection where connections are looked at, somebody's decisions where reviews
 * are, and people to invite everywhere else.
 */
export function useDropTarget(profile: string | null): DropTarget {
  const invites = useOpenFile(profile);
  const takesBack = useTakeBackFile(profile ?? "");
  const connects = useConnectionFile();
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  if (CONNECTIONS.test(pathname)) return { anywhere: true, words: connectionsBegin.drop, open: connects };
  return REVIEWS.test(pathname) ? { words: reviews.drop, open: takesBack } : { words: invite.drop, open: invites };
}

/** Reads a dropped document for the connection that is edited; on the list of connections, for a new one. */
function useConnectionFile(): DropTarget["open"] {
  const read = useReadDocument();
  const navigate = useNavigate();
  const listed = useRouterState({ select: (state) => /^\/connections\/?$/.test(state.location.pathname) });
  return {
    ...read,
    mutate: (file, { onSettled }) =>
      read.mutate(file, {
        onSuccess: (arrived) => {
          if (listed && arrived?.document.kind !== "table") void navigate({ to: "/connections/new" });
        },
        onSettled,
      }),
  };
}
