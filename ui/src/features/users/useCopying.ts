import { useState } from "react";
import type { WholeQuery } from "@/data/addresses";
import { isListChanged } from "@/data/queries";
import { useCopyUsers } from "@/data/users";
import type { Selected } from "@/kit/gridSelected";
import { exporting } from "@/words/exporting";
import { pickedOf } from "./export/choice";

const words = exporting.selection;

/**
 * Puts what is marked on the clipboard. What was said or refused belongs to one selection: with another one it is over.
 * That the rows are others by now takes the marks away, and so it is told to `onGone`.
 */
export function useCopying(profile: string, query: WholeQuery, asOf: string, onGone: (error: unknown) => void) {
  const { mutate, data, error, isPending } = useCopyUsers(profile);
  const [of, setOf] = useState<Selected | null>(null);
  const copy = (selected: Selected, headers: boolean) => {
    setOf(selected);
    mutate(
      { query, picked: pickedOf(selected, asOf), columns: selected.columns, headers },
      { onError: (problem) => isListChanged(problem) && onGone(problem) },
    );
  };
  const saidOf = (selected: Selected): string | null => {
    if (of !== selected || !data) return null;
    const told = words.copied(data.rows, data.columns);
    return selected.even ? told : `${told} ${words.between}`;
  };
  return {
    copy,
    isPending,
    saidOf,
    errorOf: (selected: Selected) => (of === selected && !isListChanged(error) ? error : null),
  };
}

export type Copying = ReturnType<typeof useCopying>;
