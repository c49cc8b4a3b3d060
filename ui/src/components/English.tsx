import type { ReactNode } from "react";

/**
 * A sentence that Rollcall's core wrote, which speaks English alone: marked, so that screen readers pronounce it as such, and a
 * page that is read from right to left sets its end where it belongs.
 */
export function English({ children }: { children: ReactNode }) {
  return <bdi lang="en">{children}</bdi>;
}
