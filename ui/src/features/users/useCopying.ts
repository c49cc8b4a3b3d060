import { useState } from "react";
import type { WholeQuery } from "@/data/addresses";
import { useCopyUsers } from "@/data/users";
import type { Selected } from "@/kit/gridSelected";
import { exporting } from "@/words/exporting";
import { pickedOf } from "./export/choice";

const words = exporting.selection;

/** Puts what is marked on the clipboard. What was said or refused belongs to one selection: with another one it is over. */
export function useCopying(profile: string, query: WholeQuery, asOf: string) {
  const { mutate, data, error, isPending } = useCopyUsers(profile);
  const [of, setOf] = useState<Selected | null>(null);
  const copy = (selected: Selected, headers: boolean) => {
    setOf(selected);
    mutate({ query, picked: pickedOf(selected, asOf), columns: selected.columns, headers });
  };
  const saidOf = (selected: Selected): string | null => {
    if (of !== selected || !data) return null;
    const told = words.copied(data.rows, data.columns);
    return selected.even ? told : `${told} ${words.between}`;
  };
  return { copy, isPending, saidOf, errorOf: (selected: Selected) => (of === selected ? error : null) };
}

export type Copying = ReturnType<typeof useCopying>;
