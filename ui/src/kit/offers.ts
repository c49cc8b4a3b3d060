import { useEffect, useSyncExternalStore } from "react";
import { useLatest } from "./useLatest";

/** What a screen may offer to whoever acts from outside of it, such as the menu bar. */
export type Offered = "find" | "export" | "compact" | "keys";

type Offer = { act: () => void; checked: boolean | null };

/** What is offered now; of two that offer the same, the one that came last acts. */
let offers: ReadonlyMap<Offered, readonly Offer[]> = new Map();
const listeners = new Set<() => void>();

function put(name: Offered, next: readonly Offer[]): void {
  offers = new Map(offers).set(name, next);
  for (const listener of [...listeners]) listener();
}

/** Offers something while this is shown; nothing is offered where `act` is null. */
export function useOffer(name: Offered, act: (() => void) | null, checked: boolean | null = null): void {
  const latest = useLatest(act);
  const on = act !== null;
  useEffect(() => {
    if (!on) return;
    const offer: Offer = { act: () => latest.current?.(), checked };
    put(name, [...(offers.get(name) ?? []), offer]);
    return () =>
      put(
        name,
        (offers.get(name) ?? []).filter((one) => one !== offer),
      );
  }, [name, on, checked, latest]);
}

/** What is offered now, and whether it is switched on. */
export function useOffers(): (name: Offered) => { checked: boolean | null } | null {
  const now = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => offers,
  );
  return (name) => now.get(name)?.at(-1) ?? null;
}

/** Does what is offered. */
export function takeUp(name: Offered): void {
  offers.get(name)?.at(-1)?.act();
}
