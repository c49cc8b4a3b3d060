import {
  type QueryKey,
  queryOptions,
  useIsMutating,
  useMutation,
  useMutationState,
  useQueryClient,
} from "@tanstack/react-query";
import {
  type AppError,
  type DraftChange,
  type DraftView,
  type FieldChoice,
  ipc,
  type ReadChoice,
  type RowClass,
  type Search,
} from "@/ipc";

const key = {
  draft: (draft: string) => ["draft", draft] as const,
  view: (draft: string) => ["draft", draft, "view"] as const,
  drafts: ["drafts"] as const,
  remembered: (profile: string) => ["remembered", profile] as const,
  check: (draft: string) => ["draft", draft, "check"] as const,
};

/** That part of every draft. */
export const ofEveryDraft = (part: "check" | "view") => ({
  predicate: ({ queryKey: [what, , is] }: { queryKey: QueryKey }) => what === "draft" && is === part,
});

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

/** How many cells hold a text, of the rows as they were checked then. */
export const findQuery = (draft: string, search: Search, checkedAt: number) =>
  queryOptions({
    queryKey: [...key.draft(draft), "find", checkedAt, search] as const,
    queryFn: () => ipc.findInDraft(draft, search),
  });

function useTaken(draft: string) {
  const client = useQueryClient();
  return (view: DraftView) => {
    client.setQueryData(key.view(draft), view);
    // Only the check: windows of rows are named after it, and would be refused before it has ended.
    return client.invalidateQueries({ queryKey: key.check(draft) });
  };
}

function useDraftChange<T>(draft: string, change: (input: T) => Promise<DraftView>) {
  const taken = useTaken(draft);
  return useMutation({ mutationFn: change, onSuccess: taken });
}

const changesOf = (draft: string) => [...key.draft(draft), "change"] as const;

/** Whether a change waits for its answer: until then nobody knows what will be sent. */
export const useIsChanging = (draft: string) => useIsMutating({ mutationKey: changesOf(draft) }) > 0;

/** Changes in the order in which they were made, none of which waits for the rows to be checked again. */
function useInTurn<T>(draft: string, what: string, change: (input: T) => Promise<DraftView>) {
  const taken = useTaken(draft);
  return useMutation<DraftView, AppError, T>({
    mutationKey: [...changesOf(draft), what],
    scope: { id: draft },
    mutationFn: change,
    onSuccess: (view) => void taken(view),
  });
}

/** Changes cells or rows; each change can be undone. */
export function useChange(draft: string) {
  return useInTurn(draft, "rows", (change: DraftChange) => ipc.changeDraft(draft, change));
}

/** Takes the last change back, or brings it back. */
export function useStepBack(draft: string) {
  return useInTurn(draft, "step", (step: "undo" | "redo") =>
    step === "undo" ? ipc.undoDraft(draft) : ipc.redoDraft(draft),
  );
}

/** Reads the file again in another way. */
export function useReread(draft: string) {
  return useDraftChange(draft, (choice: ReadChoice) => ipc.rereadDraft(draft, choice));
}

/** Takes the person's word on what columns mean. */
export function useChooseColumns(draft: string) {
  return useDraftChange(draft, (columns: FieldChoice[]) => ipc.chooseColumns(draft, columns));
}

type Values = Pick<DraftView, "defaults" | "decisions">;

/**
 * The person's defaults and decisions, and how they are chosen. What was chosen last holds at once: the answer waits for
 * a list that is being read.
 */
export function useValues({ id, ...draft }: DraftView) {
  const take = useInTurn(id, "values", (values: Values) => ipc.chooseValues(id, values.defaults, values.decisions));
  const chosen = useMutationState({
    filters: { mutationKey: [...changesOf(id), "values"], status: "pending" },
    select: ({ state }) => state.variables as Values,
  });
  const { defaults, decisions } = chosen.at(-1) ?? draft;
  return {
    defaults,
    decisions,
    error: take.error,
    choose: (part: Partial<Values>) => take.mutate({ defaults, decisions, ...part }),
  };
}

/** Forgets a draft and all that was asked about it. */
export function useDiscard(draft: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => ipc.discardDraft(draft),
    onSuccess: () => {
      client.removeQueries({ queryKey: key.draft(draft) });
      return client.invalidateQueries({ queryKey: key.drafts });
    },
  });
}

/** Notes on a draft that a run was made of it: it can't be changed any more, nor sent again. */
export function useNoteSent(draft: string) {
  const client = useQueryClient();
  return (run: string) => client.setQueryData<DraftView>(key.view(draft), (view) => view && { ...view, run });
}

/** Puts a draft that Rust just made where {@link draftQuery} finds it. */
export function useKeepDraft() {
  const client = useQueryClient();
  return (view: DraftView) => {
    client.setQueryData(key.view(view.id), view);
    // It may be a draft of before, which the file has just changed.
    void client.invalidateQueries({ queryKey: key.check(view.id) });
  };
}

/** Drafts that can be gone on with. They change with every edit, so each look asks anew. */
export const draftsQuery = (profile: string) =>
  queryOptions({
    queryKey: [...key.drafts, profile] as const,
    queryFn: () => ipc.listDrafts(profile),
    staleTime: 0,
  });

/** What is remembered of earlier files. It grows with every file, so each look asks anew. */
export const rememberedQuery = (profile: string) =>
  queryOptions({
    queryKey: key.remembered(profile),
    queryFn: () => ipc.remembered(profile),
    staleTime: 0,
  });

/** Forgets a mapping or an answer. */
export function useForget(profile: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => ipc.forget(profile, id),
    onSuccess: (left) => {
      client.setQueryData(key.remembered(profile), left);
      // A draft says since when its columns are remembered.
      return client.invalidateQueries(ofEveryDraft("view"));
    },
  });
}

/** Gives rows without a role the one asked for. */
export async function withDefaultRole(draft: DraftView, role: string | undefined): Promise<DraftView> {
  return role ? ipc.chooseValues(draft.id, { ...draft.defaults, roleId: role }, draft.decisions) : draft;
}

/** Makes a draft of a table that was copied in another program; rows without a role get the one asked for. */
export function usePasteTable(profile: string, role?: string) {
  const keep = useKeepDraft();
  return useMutation({
    mutationFn: async (text: string) => withDefaultRole(await ipc.pasteTable(profile, text), role),
    onSuccess: keep,
  });
}

/** Writes a workbook where the person says, and gives its name. */
export function useSaveBook(write: () => Promise<string | null>) {
  return useMutation({ mutationFn: write });
}
