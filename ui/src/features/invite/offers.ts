import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { identityProvidersQuery, organizationsQuery, rolesQuery } from "@/data/roster";
import type { Field, OrganizationView } from "@/ipc";
import type { Offer } from "@/kit/useGridEditing";
import { holds } from "@/words/format";

/** Names offered at once: more are found by typing. */
const MOST = 50;

type Named = { id: string; label: string; note?: string; text: string };

/** Names that hold what was typed; all of them before anything was. */
export function namesOffered(names: readonly Named[], typed: string, fresh: boolean): Offer[] {
  return names.filter((name) => fresh || holds(name.label, typed.trim())).slice(0, MOST);
}

/** As {@link namesOffered}, for the piece after the last semicolon; the pieces before it stay and are not offered again. */
export function lastOffered(names: readonly Named[], typed: string, fresh: boolean): Offer[] {
  const end = typed.lastIndexOf(";") + 1;
  const [before, piece] = [typed.slice(0, end), typed.slice(end)];
  const there = before.split(";").map((one) => one.trim());
  const others = names.filter((name) => !there.includes(name.text));
  return namesOffered(others, piece, fresh && before === "").map((offer) => ({
    ...offer,
    text: before === "" ? offer.text : `${before} ${offer.text}`,
  }));
}

/** Names repeat: where the label does too, only the id says which one is meant. */
function organizationNames(all: readonly OrganizationView[]): Named[] {
  const times = new Map<string, number>();
  for (const { label } of all) times.set(label, (times.get(label) ?? 0) + 1);
  return all.map(({ id, label, kind }) => ({
    id,
    label,
    ...(kind === null ? {} : { note: kind }),
    text: times.get(label) === 1 ? label : id,
  }));
}

/** What the cells of a field may be, as one types. */
export type CellOffers = Partial<Record<Field, (typed: string, fresh: boolean) => Offer[]>>;

/** The platform's own names for the fields that take names. */
export function useCellOffers(profile: string): CellOffers {
  const roles = useQuery(rolesQuery(profile)).data;
  const providers = useQuery(identityProvidersQuery(profile)).data;
  const organizations = useQuery(organizationsQuery(profile)).data;
  return useMemo(() => {
    const named = (all: readonly { id: string; name: string }[] = []) =>
      all.map(({ id, name }) => ({ id, label: name, text: name }));
    const [role, provider] = [named(roles), named(providers?.filter((one) => one.enabled))];
    const organization = organizationNames(organizations ?? []);
    return {
      role: (typed, fresh) => namesOffered(role, typed, fresh),
      identityProvider: (typed, fresh) => namesOffered(provider, typed, fresh),
      organizations: (typed, fresh) => lastOffered(organization, typed, fresh),
    };
  }, [roles, providers, organizations]);
}
