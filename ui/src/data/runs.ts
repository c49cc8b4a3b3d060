import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { type CalledOff, ipc, onEvent, type RowDecision, type RowState, type RunView, type SendMode } from "@/ipc";
import { titleOf } from "@/words/core/titleOf";
import { everyWord } from "@/words/language";
import { useNoteSent } from "./drafts";
import { keys } from "./queries";
import { isAboutSignIn } from "./signingIn";

const key = {
  all: (profile: string) => ["runs", profile] as const,
  list: (profile: string) => ["runs", profile, "list"] as const,
  run: (profile: string, run: string) => ["runs", profile, "run", run] as const,
  view: (profile: string, run: string) => ["runs", profile, "run", run, "view"] as const,
};

/** The key under which everything about a connection's runs lives. */
export const runsOf = (profile: string) => key.all(profile);

/** A run of people who were typed or pasted has no file: its title is the core's, in the chosen language. */
async function inOwnWords(run: RunView): Promise<RunView> {
  await everyWord();
  return { ...run, title: titleOf(run.title) };
}

/** All runs of a connection, newest first. */
export const runsQuery = (profile: string) =>
  queryOptions({
    queryKey: key.list(profile),
    queryFn: async () => Promise.all((await ipc.listRuns(profile)).map(inOwnWords)),
  });

/** A run as it stands. */
export const runQuery = (profile: string, run: string) =>
  queryOptions({
    queryKey: key.view(profile, run),
    queryFn: async () => inOwnWords(await ipc.runView(profile, run)),
  });

/** The key under which windows of a run's rows live. */
export const runRowsKey = (profile: string, run: string, states: readonly RowState[]) =>
  [...key.run(profile, run), "rows", ...states] as const;

/** Milliseconds between two looks at a run that moves: quick enough to watch, slow enough to read. */
export const LOOK_EVERY_MS = 500;

/** The same for the list of people, whose numbers cost more to count. */
const CLOCKS_EVERY_MS = 2_000;

/** People asked about at once, which is as many as one answer may be for; the others come up as these are settled. */
const ASKED_AT_ONCE = 500;

/** The rows that wait for a person's word. */
export const needsYouQuery = (profile: string, run: string) =>
  queryOptions({
    queryKey: [...key.run(profile, run), "needs-you"] as const,
    queryFn: () => ipc.runRows(profile, run, ["needs-review"], 0, ASKED_AT_ONCE),
  });

/** Everything that happened to a row. */
export const rowHistoryQuery = (profile: string, run: string, row: number) =>
  queryOptions({
    queryKey: [...key.run(profile, run), "history", row] as const,
    queryFn: () => ipc.rowHistory(profile, run, row),
  });

/** The runs of every connection as they stood when Rollcall started. One that can't be opened now tells of itself when it is. */
export const runsAtStartQuery = () =>
  queryOptions({
    queryKey: ["runs-at-start"] as const,
    queryFn: async () => {
      const profiles = await ipc.listProfiles();
      const runs = await Promise.all(profiles.map(({ id }) => ipc.listRuns(id).catch((): RunView[] => [])));
      return Promise.all(runs.flat().map(inOwnWords));
    },
    gcTime: Number.POSITIVE_INFINITY,
  });

/**
 * Calls `act` at once, then at most every `ms`, and once more after the last call, so that the
 * final state is never the one that got dropped.
 */
export function throttled(act: () => void, ms: number): { call: () => void; end: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let owed = false;
  const tick = () => {
    timer = undefined;
    if (!owed) return;
    owed = false;
    act();
    timer = setTimeout(tick, ms);
  };
  return {
    call: () => {
      owed = true;
      if (timer === undefined) tick();
    },
    end: () => clearTimeout(timer),
  };
}

/** Keeps what is shown of a connection's runs as they are, while they move. Once, at the root. */
export function useRunsMoving(profile: string): void {
  const client = useQueryClient();
  useEffect(() => {
    const look = throttled(() => void client.invalidateQueries({ queryKey: key.all(profile) }), LOOK_EVERY_MS);
    // Whoever was just invited waits from now on: the clocks of the list have moved.
    const clocks = throttled(() => void client.invalidateQueries({ queryKey: keys.roster(profile) }), CLOCKS_EVERY_MS);
    const unlisten = onEvent((event) => {
      if (event.kind !== "run-changed") return;
      if (event.data.profile !== profile) {
        void client.invalidateQueries({ queryKey: keys.roster(event.data.profile), refetchType: "none" });
        return;
      }
      look.call();
      clocks.call();
    });
    return () => {
      look.end();
      clocks.end();
      unlisten();
    };
  }, [client, profile]);
}

function useRunChange<T, A extends RunView | { run: RunView }>(
  profile: string,
  run: string,
  change: (input: T) => Promise<A>,
) {
  const client = useQueryClient();
  return useMutation({
    mutationKey: key.all(profile),
    mutationFn: change,
    onSuccess: (answer) => client.setQueryData(key.view(profile, run), "run" in answer ? answer.run : answer),
    // A refusal may mean that the run is no longer as shown.
    onSettled: () => client.invalidateQueries({ queryKey: key.all(profile) }),
  });
}

/** Goes on with a run that waits or was stopped. */
export function useGoOn(profile: string, run: string) {
  return useRunChange(profile, run, (mode: SendMode) => ipc.goOn(profile, run, mode));
}

/** Starts no more calls; what is under way ends by itself. */
export function useStopRun(profile: string, run: string) {
  return useRunChange<void, RunView>(profile, run, () => ipc.stopRun(profile, run));
}

/** Takes a person's word on a row. */
export function useResolveRow(profile: string, run: string) {
  return useRunChange(profile, run, ({ row, decision }: { row: number; decision: RowDecision }) =>
    ipc.resolveRow(profile, run, row, decision),
  );
}

/** Takes the same word on several rows; the answer says which of them did not take it. */
export function useResolveRows(profile: string, run: string) {
  return useRunChange(profile, run, ({ rows, decision }: { rows: number[]; decision: RowDecision }) =>
    ipc.resolveRows(profile, run, rows, decision),
  );
}

/** Calls off every row that was not sent. */
export function useCallOff(profile: string, run: string) {
  return useRunChange<void, CalledOff>(profile, run, () => ipc.callOffRun(profile, run));
}

/** How a draft is sent, and the platform's name as a person typed it where that is asked for. */
export type Sending = { mode: SendMode; typedName: string | null };

/** Writes a draft's checked plan into the journal and begins to send it. Whoever asked may be elsewhere by then. */
export function useStartRun(draft: string) {
  const client = useQueryClient();
  const noteSent = useNoteSent(draft);
  return useMutation({
    mutationFn: async ({ mode, typedName }: Sending) => {
      if (typedName !== null) await ipc.confirmSending(draft, typedName);
      return ipc.startRun(draft, mode);
    },
    // What was looked at no longer holds, or was sent: the next look has to be a new one. Why is said before that is there.
    onError: (error) => {
      if (!isAboutSignIn(error)) void client.invalidateQueries({ queryKey: ["draft", draft, "check"] });
    },
    onSuccess: (view) => {
      client.setQueryData(key.view(view.profile, view.id), view);
      noteSent(view.id);
      void client.invalidateQueries({ queryKey: key.all(view.profile) });
    },
  });
}
