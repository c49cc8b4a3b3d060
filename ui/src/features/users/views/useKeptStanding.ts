import { useEffect, useRef } from "react";
import { queryOf, type UsersSearch } from "@/data/addresses";
import { useKeepLastView } from "@/data/views";
import type { UserView } from "@/ipc";
import type { Layout } from "./standing";

/** Milliseconds without a change after which the standing is kept. */
const QUIET = 400;

/** Keeps how the screen stands whenever that changes, for the next time. `name` is the view's that it began with. */
export function useKeptStanding(profile: string, search: UsersSearch, layout: Layout, name: string): void {
  const keep = useRef(useKeepLastView(profile));
  const view: UserView = { id: "", name, query: queryOf(search), ...layout };
  const written = JSON.stringify(view);
  const kept = useRef(written);
  const due = useRef<(() => void) | null>(null);
  useEffect(() => {
    // Also of a change that was taken back before it was kept.
    due.current = null;
    if (written === kept.current) return;
    const write = () => {
      due.current = null;
      kept.current = written;
      keep.current(JSON.parse(written) as UserView);
    };
    due.current = write;
    const timer = setTimeout(write, QUIET);
    return () => clearTimeout(timer);
  }, [written]);
  // Whoever leaves in between finds it as it was left.
  useEffect(() => () => due.current?.(), []);
}
