import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import {
  type Decisions,
  type Defaults,
  type DraftView,
  type FieldChoice,
  ipc,
  type ReadChoice,
  type RowClass,
} from "@/ipc";

const key = {
  draft: (draft: string) => ["draft", draft] as const,
  view: (draft: string) => ["draft", draft, "view"] as const,
  check: (draft: string) => ["draft", draft, "check"] as const,
};

/** A draft as it stands. It changes only by what the page itself asks. */
export const draftQuery = (draft: string) =>
  queryOptions({
    queryKey: key.view(draft),
    queryFn: () => ipc.draftView(draft),
  });

/** What would happen if it were sent now. Sends nothing; may first refresh the list of people. */
export const checkQuery = (draft: string) =>
  queryOptions({
    queryKey: key.check(draft),
    queryFn: () => ipc.checkDraft(draft),
  });

/** The key under which windows of checked rows live: a new check makes them all new. */
export const draftRowsKey = (draft: string, classes: readonly RowClass[], checkedAt: number) =>
  [...key.draft(draft), "rows", checkedAt, ...classes] as const;

/** One call, exactly as it would be sent. */
export const callQuery = (draft: string, index: number, checkedAt: number) =>
  queryOptions({
    queryKey: [...key.draft(draft), "call", checkedAt, index] as const,
    queryFn: () => ipc.draftCall(draft, index),
  });

function useDraftChange<T>(draft: string, change: (input: T) => Promise<DraftView>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: (view) => {
      client.setQueryData(key.view(draft), view);
      // Only the check: windows of rows are named after it, and would be refused before it has ended.
      return client.invalidateQueries({ queryKey: key.check(draft) });
    },
  });
}

/** Reads the file again in another way. */
export function useReread(draft: string) {
  return useDraftChange(draft, (choice: ReadChoice) => ipc.rereadDraft(draft, choice));
}

/** Takes the person's word on what columns mean. */
export function useChooseColumns(draft: string) {
  return useDraftChange(draft, (columns: FieldChoice[]) => ipc.chooseColumns(draft, columns));
}

/** Takes the person's defaults and decisions. */
export function useChooseValues(draft: string) {
  return useDraftChange(draft, (values: { defaults: Defaults; decisions: Decisions }) =>
    ipc.chooseValues(draft, values.defaults, values.decisions),
  );
}

/** Forgets a draft and all that was asked about it. */
export function useDiscard(draft: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => ipc.discardDraft(draft),
    onSuccess: () => client.removeQueries({ queryKey: key.draft(draft) }),
  });
}

/** Puts a draft that Rust just made where {@link draftQuery} finds it. */
export function useKeepDraft() {
  const client = useQueryClient();
  return (view: DraftView) => client.setQueryData(key.view(view.id), view);
}
