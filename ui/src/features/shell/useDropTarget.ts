import { useRouterState } from "@tanstack/react-router";
import type { DropTarget } from "@/features/invite/drop";
import { useOpenFile } from "@/features/invite/useOpenFile";
import { useTakeBackFile } from "@/features/reviews/useTakeBackFile";
import { invite } from "@/words/en/invite";
import { reviews } from "@/words/en/reviews";

/** Where access reviews are looked at. */
const REVIEWS = /^\/p\/[^/]+\/reviews(\/|$)/;

/** A dropped file is somebody's decisions where reviews are looked at, and people to invite everywhere else. */
export function useDropTarget(profile: string | null): DropTarget {
  const invites = useOpenFile(profile);
  const takesBack = useTakeBackFile(profile ?? "");
  const reviewing = useRouterState({ select: (state) => REVIEWS.test(state.location.pathname) });
  return reviewing ? { words: reviews.drop, open: takesBack } : { words: invite.drop, open: invites };
}
