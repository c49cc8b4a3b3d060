import { cleanup } from "@testing-library/react";
import { afterEach } from "vitest";
import type { ProfileView, RowState, RunRow, RunView } from "@/ipc";
import { fakeIpc } from "@/test/fakeIpc";
import { LIVE, runOf } from "../../invite/test/fakeDraft";
import { renderAt } from "../../invite/test/renderAt";

let shell: ReturnType<typeof fakeIpc> | undefined;

/** Takes every screen and its shell away after each test of the file. */
export function tidyUp() {
  afterEach(async () => {
    cleanup();
    // Listeners are taken away a moment after the screen is.
    await new Promise((done) => setTimeout(done));
    shell?.end();
  });
}

/** A row of a run. */
export const row = (n: number, state: RowState, change: Partial<RunRow> = {}): RunRow => ({
  row: n,
  email: `person${n}@contoso.example`,
  state,
  attempts: 1,
  of: null,
  userId: null,
  code: null,
  message: null,
  at: "2026-11-23T14:02:58Z",
  ...change,
});

type OpenWorld = { run: RunView; rows?: RunRow[]; commands?: object; profiles?: ProfileView[] };

/** The window at an address, over a shell that holds one run. */
export function open(path: string, world: OpenWorld) {
  const now = { run: world.run, rows: world.rows ?? [] };
  shell = fakeIpc({
    profiles: world.profiles ?? [LIVE],
    commands: {
      list_runs: () => [now.run],
      run_view: () => now.run,
      run_rows: ({ states, offset, limit }) => {
        const asked = states as RowState[];
        const some = now.rows.filter((one) => asked.length === 0 || asked.includes(one.state));
        const from = offset as number;
        return { total: some.length, rows: some.slice(from, from + (limit as number)) };
      },
      go_on: () => now.run,
      stop_run: () => now.run,
      resolve_row: () => now.run,
      row_history: ({ row: number }) => ({
        row: now.rows.find((one) => one.row === number) ?? row(number as number, "ready"),
        moments: [],
      }),
      save_report: () => "Onboarding Q4 – what failed.xlsx",
      ...world.commands,
    },
  });
  return { shell, now, ...renderAt(path) };
}

export const RUN = "/p/live/runs/r1";
/** A run that is being sent here: 10 invited, 74 to go. */
export const sending = runOf({
  state: "running",
  active: true,
  rows: 84,
  people: 84,
  secondsLeft: 48,
  counts: [
    { state: "confirmed", rows: 10 },
    { state: "ready", rows: 74 },
  ],
});
