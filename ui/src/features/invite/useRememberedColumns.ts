import { useQuery } from "@tanstack/react-query";
import { rememberedQuery } from "@/data/drafts";
import type { DraftView, RememberedMapping } from "@/ipc";

/** Whether a remembered mapping is the one that a draft's columns have: field by field the same headers. */
export function isMappingOf(draft: DraftView, mapping: RememberedMapping): boolean {
  const headers = new Map(mapping.columns.map(({ field, text }) => [field, text]));
  const mapped = draft.mapping.filter((guess) => guess.column !== null);
  return (
    mapped.length === headers.size &&
    mapped.every(
      ({ field, column }) => draft.columns.find((one) => one.index === column)?.header === headers.get(field),
    )
  );
}

/** The remembered mapping that a draft's columns came from, so that it can be forgotten. */
export function useRememberedColumns(profile: string, draft: DraftView): RememberedMapping | undefined {
  const known = useQuery({ ...rememberedQuery(profile), enabled: draft.rememberedAt !== null });
  return known.data?.mappings.find((mapping) => isMappingOf(draft, mapping));
}
