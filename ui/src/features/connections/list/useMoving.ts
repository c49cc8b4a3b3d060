import { useRef, useState } from "react";
import { useOrderProfiles } from "@/data/profiles";
import type { ProfileView } from "@/ipc";
import { connectionList as words } from "@/words/connectionList";

/** Moves connections up and down, keeps the one that moved in sight, and says where it is now. */
export function useMoving(profiles: readonly ProfileView[]) {
  const order = useOrderProfiles();
  const [said, setSaid] = useState("");
  const cards = useRef(new Map<string, HTMLElement>());
  const move = (profile: ProfileView, by: -1 | 1) => {
    const from = profiles.findIndex((one) => one.id === profile.id);
    const to = from + by;
    if (from < 0 || to < 0 || to >= profiles.length) return;
    const ids = profiles.map((one) => one.id).filter((id) => id !== profile.id);
    order.mutate(ids.toSpliced(to, 0, profile.id));
    setSaid(words.moved(profile.name, to + 1, profiles.length));
    requestAnimationFrame(() => cards.current.get(profile.id)?.scrollIntoView({ block: "nearest" }));
  };
  const cardRef = (id: string) => (card: HTMLElement | null) => {
    if (card) cards.current.set(id, card);
    else cards.current.delete(id);
  };
  const goTo = (id: string) => {
    const card = cards.current.get(id);
    card?.scrollIntoView({ block: "center" });
    card?.focus({ preventScroll: true });
  };
  return { move, said, error: order.error, cardRef, goTo };
}
