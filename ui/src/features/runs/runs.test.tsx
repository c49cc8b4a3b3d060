import { cleanup, screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import type { RunView } from "@/ipc";
import { BUILT_IN, failure } from "@/test/fakeIpc";
import { runOf } from "../invite/test/fakeDraft";
import { open, RUN, row, sending, tidyUp } from "./test/openRun";

tidyUp();

test("the figures follow the run as it moves", async () => {
  const { shell, now } = open(RUN, { run: sending });
  expect(await screen.findByText("0:48")).toBeTruthy();
  now.run = {
    ...sending,
    secondsLeft: 20,
    counts: [
      { state: "confirmed", rows: 61 },
      { state: "unknown", rows: 3 },
      { state: "ready", rows: 20 },
    ],
    nextLookAt: "2026-11-23T14:09:00Z",
  };
  await shell.happen({ kind: "run-changed", data: { profile: "live", runId: "r1" } });
  expect(await screen.findByText("0:20")).toBeTruthy();
  expect(screen.getByText(/left; 3 looked up at/)).toBeTruthy();
  const bar = screen.getByRole("progressbar", { name: /Onboarding Q4/ });
  expect(bar.getAttribute("aria-valuenow")).toBe("64");
  expect(bar.getAttribute("aria-valuemax")).toBe("84");
});

test("stopping says that what is under way ends by itself", async () => {
  const { shell, user } = open(RUN, { run: sending });
  await user.click(await screen.findByRole("button", { name: "Stop after this batch" }));
  await waitFor(() => expect(shell.callsOf("stop_run")).toEqual([{ profile: "live", run: "r1" }]));
  expect(await screen.findByText(/What is under way ends by itself/)).toBeTruthy();
});

test("a pause tells its reason, the time, and that nothing is lost", async () => {
  const until = new Date(Date.now() + 17_000).toISOString();
  open(RUN, {
    run: { ...sending, state: "paused", pause: { until, reason: "The platform asked us to wait 17 seconds." } },
  });
  expect(await screen.findByText("The platform asked us to wait 17 seconds.")).toBeTruthy();
  expect(screen.getByText(/Goes on in 0:1/)).toBeTruthy();
  expect(screen.getByText(/Nothing is lost; the run goes on by itself/)).toBeTruthy();
});

test("after the first one the rest waits for the person's word", async () => {
  const run = { ...sending, state: "paused" as const, pause: { until: null, reason: "One person was invited." } };
  const { shell, user } = open(RUN, { run });
  await user.click(await screen.findByRole("button", { name: "Send the rest, 74 people" }));
  await waitFor(() => expect(shell.callsOf("go_on")).toEqual([{ profile: "live", run: "r1", mode: "all" }]));
});

test("when another process sends, going on says who and changes nothing", async () => {
  const refuse = () => {
    throw failure("sender-held", "rollcallctl, process 4711, is sending for this platform. Nothing was sent twice.");
  };
  const { user } = open(RUN, { run: { ...sending, active: false }, commands: { go_on: refuse } });
  expect(await screen.findByText(/not being sent from this window/)).toBeTruthy();
  await user.click(screen.getByRole("button", { name: /Send the rest/ }));
  expect(await screen.findByText(/process 4711/)).toBeTruthy();
});

const unclear = runOf({
  state: "stopped",
  counts: [
    { state: "confirmed", rows: 1 },
    { state: "needs-review", rows: 2 },
  ],
});
const UNCLEAR = [
  row(5, "confirmed"),
  row(6, "needs-review", { message: "No answer at 14:02:58." }),
  row(7, "needs-review"),
];

test("a person's word that it went through is taken at once", async () => {
  const { shell, user } = open(RUN, { run: unclear, rows: UNCLEAR });
  const answers = await screen.findByRole("group", { name: "What to do about person6@contoso.example" });
  await user.click(within(answers).getByRole("button", { name: "It went through" }));
  await waitFor(() =>
    expect(shell.callsOf("resolve_row")).toEqual([{ profile: "live", run: "r1", row: 6, decision: "done" }]),
  );
});

test("sending again is asked about first, because it may be a second mail", async () => {
  const { shell, user } = open(RUN, { run: unclear, rows: UNCLEAR });
  const answers = await screen.findByRole("group", { name: "What to do about person7@contoso.example" });
  await user.click(within(answers).getByRole("button", { name: "Send again" }));
  const dialog = await screen.findByRole("alertdialog");
  expect(within(dialog).getByText(/may get a second mail/)).toBeTruthy();
  expect(shell.callsOf("resolve_row")).toEqual([]);
  await user.click(within(dialog).getByRole("button", { name: "Send again" }));
  await waitFor(() => expect(shell.callsOf("resolve_row")[0]).toMatchObject({ row: 7, decision: "send" }));
});

test("rows say what became of them in words, and a chip shows one outcome alone", async () => {
  const run = runOf({
    counts: [
      { state: "confirmed-by-list", rows: 1 },
      { state: "refused", rows: 1 },
      { state: "folded", rows: 1 },
    ],
  });
  const rows = [
    row(5, "confirmed-by-list"),
    row(6, "refused", { message: "Legacy ADFS is switched off" }),
    row(7, "folded", { of: 5, at: null }),
  ];
  const { shell, user } = open(RUN, { run, rows });
  const grid = await screen.findByRole("grid");
  expect(await within(grid).findByText("Seen on the list of people")).toBeTruthy();
  expect(within(grid).getByText("Part of row 5")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: /^Refused/ }));
  await waitFor(() => expect(shell.callsOf("run_rows").at(-1)).toMatchObject({ states: ["refused"] }));
  await waitFor(() => expect(within(screen.getByRole("grid")).queryByText("Part of row 5")).toBeNull());
});

test("at the end what failed can be saved, and the name of the file is told", async () => {
  const run = runOf({
    counts: [
      { state: "confirmed", rows: 2 },
      { state: "refused", rows: 1 },
    ],
  });
  const { shell, user } = open(RUN, { run });
  expect(await screen.findByText("The run is finished. 2 people invited.")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Save what failed…" }));
  await user.click(await screen.findByRole("menuitem", { name: /^CSV/ }));
  expect(await screen.findByText("Saved as Onboarding Q4 – what failed.xlsx.")).toBeTruthy();
  expect(shell.callsOf("save_report")).toEqual([{ profile: "live", run: "r1", rows: "failed", format: "csv" }]);
});

test("the end says how many rows were not sent, and of mails only where some went out", async () => {
  const counts: RunView["counts"] = [
    { state: "confirmed", rows: 2 },
    { state: "rejected", rows: 4 },
  ];
  open(RUN, { run: runOf({ counts }) });
  expect(await screen.findByText(/4 rows were not sent; the reasons are below/)).toBeTruthy();
  expect(screen.getByText(/The link in each mail works for 7 days/)).toBeTruthy();
  cleanup();
  const made = {
    profiles: [BUILT_IN],
    run: runOf({ profile: BUILT_IN.id, counts: [{ state: "confirmed", rows: 2 }] }),
  };
  open(`/p/${BUILT_IN.id}/runs/r1`, made);
  expect(await screen.findByText("The run is finished. 2 people invited.")).toBeTruthy();
  expect(screen.queryByText(/The link in each mail/)).toBeNull();
});

test("nothing failed, so there is nothing failed to save", async () => {
  open(RUN, { run: runOf() });
  expect(await screen.findByRole("button", { name: "Save the report…" })).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Save what failed…" })).toBeNull();
});

test("a run that is not here says so and leads back", async () => {
  const unknown = () => {
    throw failure("run-unknown", "No such run.");
  };
  const { user } = open(RUN, { run: runOf(), commands: { run_view: unknown } });
  await user.click(await screen.findByRole("button", { name: "All runs" }));
  expect(await screen.findByRole("heading", { name: /^Runs/ })).toBeTruthy();
});

test("what is not finished stands on top, and can be gone on with", async () => {
  const runs = [runOf({ id: "r9", title: "newest.xlsx" }), runOf({ id: "r2", title: "older.csv", state: "stopped" })];
  const { user, shell } = open("/p/live/runs", { run: runOf(), commands: { list_runs: () => runs } });
  const groups = await screen.findAllByRole("region", { name: /finished/i });
  expect(within(groups[0] as HTMLElement).getByRole("link", { name: "older.csv" })).toBeTruthy();
  expect(within(groups[1] as HTMLElement).getByRole("link", { name: "newest.xlsx" })).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Go on with older.csv" }));
  await waitFor(() => expect(shell.callsOf("go_on")).toEqual([{ profile: "live", run: "r2", mode: "all" }]));
});

test("a title that looks like markup is text", async () => {
  const title = '<img src=x onerror="alert(1)">.xlsx';
  open("/p/live/runs", { run: runOf({ title }) });
  expect(await screen.findByRole("link", { name: title })).toBeTruthy();
  expect(document.querySelector("img")).toBeNull();
});

test("before the first run there is one button that leads to it", async () => {
  const { user } = open("/p/live/runs", { run: runOf(), commands: { list_runs: () => [] } });
  expect(await screen.findByText("No runs yet")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Invite people" }));
  expect(await screen.findByText("Drop a spreadsheet anywhere on this window")).toBeTruthy();
});
