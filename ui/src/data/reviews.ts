import {
  keepPreviousData,
  type QueryClient,
  queryOptions,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import {
  AppError,
  type HandOverChoice,
  ipc,
  type NewReview,
  type RemovalStands,
  type ReportFormat,
  type ReviewDecision,
  type ReviewFilter,
  type ReviewRow,
  type ReviewRows,
  type ReviewScope,
  type ReviewSummary,
  type ReviewView,
  type SavedPdf,
  type TakenBack,
  type UserId,
} from "@/ipc";
import { told } from "@/words/core/told";
import { everyWord } from "@/words/language";
import { keys } from "./queries";

const key = {
  review: (profile: string, review: string) => [...keys.reviews(profile), "review", review] as const,
  view: (profile: string, review: string) => [...key.review(profile, review), "view"] as const,
  rows: (profile: string, review: string) => [...key.review(profile, review), "rows"] as const,
  takenBack: (profile: string) => ["taken-back", profile] as const,
};

/** People that one act can decide on. */
export const AT_ONCE = 500;

/** The core says what a review is about; the page says it in the chosen language. */
async function inOwnWords(review: ReviewSummary): Promise<ReviewSummary> {
  await everyWord();
  return { ...review, words: told(review.words).text };
}

/** The reviews of a connection, the last started first. */
export const reviewsQuery = (profile: string) =>
  queryOptions({
    queryKey: [...keys.reviews(profile), "list"] as const,
    queryFn: async () => Promise.all((await ipc.listReviews(profile)).map(inOwnWords)),
  });

/** A review as it stands. */
export const reviewQuery = (profile: string, review: string) =>
  queryOptions({
    queryKey: key.view(profile, review),
    queryFn: async (): Promise<ReviewView> => {
      const view = await ipc.reviewView(profile, review);
      return { ...view, review: await inOwnWords(view.review) };
    },
  });

/** How many people a scope is about, by the list that is there. */
export const reviewScopeQuery = (profile: string, scope: ReviewScope) =>
  queryOptions({
    queryKey: [...keys.roster(profile), "review-scope", scope] as const,
    queryFn: () => ipc.reviewScope(profile, scope),
  });

/** The organizations of a review's people, those with most undecided people first. */
export const reviewOrganizationsQuery = (profile: string, review: string) =>
  queryOptions({
    queryKey: [...key.review(profile, review), "organizations"] as const,
    queryFn: () => ipc.reviewOrganizations(profile, review),
  });

/** The name of the windows of a review's people. */
export const reviewRowsKey = (profile: string, review: string, filter: ReviewFilter, search: string) =>
  [...key.rows(profile, review), filter, search] as const;

/** One person of a review, also of those who came after its start; null where nobody is so called. */
export const reviewPersonQuery = (profile: string, review: string, person: UserId) =>
  queryOptions({
    queryKey: [...key.review(profile, review), "person", person] as const,
    queryFn: async () =>
      (await personIn(profile, review, person, "all")) ?? personIn(profile, review, person, "appeared"),
    placeholderData: keepPreviousData,
  });

/** The search knows people by their ids too. */
async function personIn(profile: string, review: string, person: UserId, filter: ReviewFilter) {
  const { rows } = await ipc.reviewRows(profile, review, { filter, search: person, limit: 100 });
  return rows.find((row) => row.userId === person) ?? null;
}

/** The name of the windows of removals that stand so. */
export const followUpKey = (profile: string, review: string, stands: readonly RemovalStands[]) =>
  [...key.review(profile, review), "follow-up", ...stands] as const;

/** How the removals of a review stand, counted. */
export const followUpQuery = (profile: string, review: string) =>
  queryOptions({
    queryKey: [...key.review(profile, review), "follow-up-counts"] as const,
    queryFn: () => ipc.followUp(profile, review, [], 0, 1),
  });

/** Refreshes the list, and starts a review by it; none where the refresh was stopped, which is not a failure. */
export function useStartReview(profile: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (review: NewReview) =>
      ipc.startReview(profile, review).catch((error: unknown) => {
        if (error instanceof AppError && error.code === "cancelled") return null;
        throw error;
      }),
    onSuccess: (view) => {
      if (!view) return;
      client.setQueryData(key.view(profile, view.review.id), view);
      return client.invalidateQueries({ queryKey: reviewsQuery(profile).queryKey });
    },
  });
}

/** What every act on a review of a connection is called. */
export const reviewChanges = (profile: string) => ["review-change", profile] as const;

/** What changes a review, one act after the other; the answer is the review as it stands then. */
function useReviewChange<T>(
  profile: string,
  review: string,
  change: (input: T) => Promise<ReviewView>,
  atOnce?: (client: QueryClient, input: T) => void,
) {
  const client = useQueryClient();
  const mutationKey = [...reviewChanges(profile), review];
  return useMutation({
    mutationKey,
    scope: { id: mutationKey.join(" ") },
    mutationFn: change,
    onMutate: async (input: T) => {
      if (!atOnce) return;
      // An answer on its way knows nothing of this act yet.
      await client.cancelQueries({ queryKey: key.rows(profile, review) });
      atOnce(client, input);
    },
    onSuccess: (view) => client.setQueryData(key.view(profile, review), view),
    onSettled: () => {
      // The last of several acts asks anew, for all of them.
      if (client.isMutating({ mutationKey }) > 1) return;
      const fresh = client.invalidateQueries({ queryKey: keys.reviews(profile) });
      // What the rows showed at once is not waited for.
      return atOnce ? undefined : fresh;
    },
  });
}

/** What is decided of whom. Without a note theirs stays. */
export type Deciding = { users: UserId[]; decision: ReviewDecision; note: string | null };

/** Decides on people as one act; their rows show it at once. */
export function useDecide(profile: string, review: string) {
  return useReviewChange(
    profile,
    review,
    ({ users, decision, note }: Deciding) => ipc.decide(profile, review, users, decision, note),
    (client, deciding) =>
      client.setQueriesData<ReviewRows>(
        { queryKey: key.rows(profile, review) },
        (rows) => rows && decided(rows, deciding),
      ),
  );
}

function decided(window: ReviewRows, { users, decision, note }: Deciding): ReviewRows {
  const meant = new Set(users);
  const changed = (row: ReviewRow): ReviewRow =>
    meant.has(row.userId) ? { ...row, decision, note: note ?? row.note } : row;
  return { ...window, rows: window.rows.map(changed) };
}

/** Takes the last act back. */
export const useUndoDecision = (profile: string, review: string) =>
  useReviewChange<void>(profile, review, () => ipc.undoDecision(profile, review));

/** Signs the review off; `undecided` people stay so, knowingly. */
export const useFinishReview = (profile: string, review: string) =>
  useReviewChange(profile, review, ({ name, undecided }: { name: string; undecided: number }) =>
    ipc.finishReview(profile, review, name, undecided),
  );

/** Says after how many months it is to be done again; none for never. */
export const useReviewRepeat = (profile: string, review: string) =>
  useReviewChange(profile, review, (months: number | null) => ipc.setReviewRepeat(profile, review, months));

/** Writes a part where the person says, and gives the file's name; none if no place was named. */
export function useHandOver(profile: string, review: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ choice, to }: { choice: HandOverChoice; to: string }) => ipc.handOver(profile, review, choice, to),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.reviews(profile) }),
  });
}

/** Takes the decisions of a part that came back. What came of it is told by {@link useTookBack}. */
export function useTakeBack(profile: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (token: string) => ipc.takeBack(profile, token),
    onSuccess: (taken) => {
      client.setQueryData(key.takenBack(profile), taken);
      return client.invalidateQueries({ queryKey: keys.reviews(profile) });
    },
  });
}

/** What was taken of the last part that came back, until the person has read it. */
export function useTookBack(profile: string): { taken: TakenBack | null; read: () => void } {
  const client = useQueryClient();
  const told = useQuery<TakenBack | null>({
    queryKey: key.takenBack(profile),
    queryFn: () => null,
    enabled: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return { taken: told.data ?? null, read: () => client.setQueryData(key.takenBack(profile), null) };
}

/** Writes the evidence where the person says. */
export function useSaveEvidence(profile: string, review: string) {
  return useMutation({
    mutationFn: async (as: "workbook" | "pdf"): Promise<SavedPdf | null> => {
      if (as === "pdf") return ipc.saveEvidencePdf(profile, review);
      const name = await ipc.saveEvidence(profile, review);
      return name === null ? null : { name, unknownLetters: 0 };
    },
  });
}

/** Writes the remove list where the person says, and gives the file's name. */
export function useSaveRemoveList(profile: string, review: string) {
  return useMutation({ mutationFn: (format: ReportFormat) => ipc.saveRemoveList(profile, review, format) });
}

/** Forgets a review that is not signed off. */
export function useDiscardReview(profile: string, review: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => ipc.discardReview(profile, review),
    onSuccess: () => {
      client.removeQueries({ queryKey: key.review(profile, review) });
      return client.invalidateQueries({ queryKey: reviewsQuery(profile).queryKey });
    },
  });
}
