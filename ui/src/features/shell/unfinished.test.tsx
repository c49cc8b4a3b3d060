import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { RunView } from "@/ipc";
import { accessibilityProblems } from "@/test/axe";
import { failure, SAMPLE } from "@/test/fakeIpc";
import { renderApp } from "@/test/renderApp";
import { runOf } from "../invite/test/fakeDraft";

const NORDLYS = { ...SAMPLE, id: "live", name: "Nordlys", live: true };
const LEFT = runOf({
  id: "r1",
  profile: "live",
  state: "stopped",
  stoppedBecause: "Rollcall was closed while this run was being sent.",
  counts: [
    { state: "confirmed", rows: 10 },
    { state: "unknown", rows: 3 },
    { state: "ready", rows: 74 },
  ],
});

function start(runs: RunView[], commands = {}) {
  const of = (id: unknown) => runs.filter((run) => run.profile === id);
  return renderApp("/p/sample/users", {
    profiles: [SAMPLE, NORDLYS],
    commands: {
      list_runs: ({ profile }) => of(profile),
      run_view: ({ run }) => runs.find((one) => one.id === run),
      run_rows: () => ({ total: 0, rows: [] }),
      go_on: () => ({ ...LEFT, state: "running", active: true }),
      save_report: () => "Onboarding Q4 - report.xlsx",
      ...commands,
    },
  });
}

const offer = () => screen.findByRole("region", { name: "Runs that were not finished" });

describe("a run that was not finished when Rollcall closed", () => {
  it("is offered on the first screen, of whichever connection, in nobody's way", async () => {
    start([{ ...LEFT, id: "r0", state: "finished" }, LEFT]);
    const card = await offer();
    expect(within(card).getByText("1 run was not finished when Rollcall closed.")).toBeTruthy();
    expect(within(card).getByText("Onboarding Q4.xlsx to Nordlys – live")).toBeTruthy();
    expect(within(card).getByText("10 invited, 3 being checked, 74 to go")).toBeTruthy();
    expect(await screen.findByRole("grid", { name: "People" })).toBeTruthy();
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(await accessibilityProblems()).toEqual([]);
  });

  it("goes on when the person says so, and its own screen is shown", async () => {
    const { user, shell, router } = start([LEFT]);
    await user.click(within(await offer()).getByRole("button", { name: /^Resume Onboarding Q4.xlsx/ }));
    await waitFor(() => expect(router.state.location.pathname).toBe("/p/live/runs/r1"));
    expect(shell.callsOf("go_on")).toEqual([{ profile: "live", run: "r1", mode: "all" }]);
  });

  it("leads to its screen also when it is over before the answer is here", async () => {
    const over = { ...LEFT, state: "finished" as const, counts: [{ state: "confirmed" as const, rows: 87 }] };
    let now: RunView = LEFT;
    const app = start([{ ...LEFT, profile: "sample" }], {
      run_view: () => ({ ...now, profile: "sample" }),
      go_on: async () => {
        now = over;
        await app.shell.happen({ kind: "run-changed", data: { profile: "sample", runId: "r1" } });
        await waitFor(() => expect(screen.queryByRole("region", { name: /not finished/ })).toBeNull());
        return { ...over, profile: "sample" };
      },
    });
    await app.user.click(within(await offer()).getByRole("button", { name: /^Resume/ }));
    await waitFor(() => expect(app.router.state.location.pathname).toBe("/p/sample/runs/r1"));
  });

  it("says so where it can't go on, and stays offered", async () => {
    const refuse = () => {
      throw failure("sender-held", "Process 4711 is sending. Nothing was sent from here.");
    };
    const { user } = start([LEFT], { go_on: refuse });
    await user.click(within(await offer()).getByRole("button", { name: /^Resume/ }));
    expect(await within(await offer()).findByText(/Process 4711 is sending/)).toBeTruthy();
  });

  it("gives its report without going on", async () => {
    const { user, shell } = start([LEFT]);
    await user.click(within(await offer()).getByRole("button", { name: /^Save the report/ }));
    expect(await screen.findByText("Saved as Onboarding Q4 - report.xlsx.")).toBeTruthy();
    expect(shell.callsOf("save_report")[0]).toMatchObject({ profile: "live", run: "r1", rows: "all" });
    expect(shell.callsOf("go_on")).toEqual([]);
  });

  it("is left until the next start", async () => {
    const { user, router } = start([LEFT]);
    await user.click(within(await offer()).getByRole("button", { name: /^Leave/ }));
    await waitFor(() => expect(screen.queryByRole("region", { name: /not finished/ })).toBeNull());
    await router.navigate({ to: "/p/$profile/roles", params: { profile: "sample" } });
    await screen.findByRole("heading", { name: "Roles" });
    expect(screen.queryByRole("region", { name: /not finished/ })).toBeNull();
  });

  it("gives way to the next one when there are many", async () => {
    const many = ["a", "b", "c"].map((id) => ({ ...LEFT, id, title: `${id}.xlsx` }));
    const { user } = start(many);
    const card = await offer();
    expect(within(card).getByText(/And 1 more/)).toBeTruthy();
    await user.click(within(card).getByRole("button", { name: "Leave a.xlsx for now" }));
    expect(await within(card).findByText(/c.xlsx/)).toBeTruthy();
  });
});

it("nothing is offered of runs that ended, that are being sent, or that only wait for a person's word", async () => {
  const ended = { ...LEFT, id: "a", state: "finished" as const };
  const elsewhere = { ...LEFT, id: "b", state: "running" as const };
  const words = { ...LEFT, id: "c", counts: [{ state: "needs-review" as const, rows: 3 }] };
  const { shell } = start([ended, elsewhere, words]);
  await screen.findByRole("grid", { name: "People" });
  await waitFor(() => expect(shell.callsOf("list_runs").map((call) => call.profile)).toContain("live"));
  expect(screen.queryByRole("region", { name: /not finished/ })).toBeNull();
});

it("a connection that can't be opened keeps no other from being offered", async () => {
  const list_runs = ({ profile }: Record<string, unknown>) => {
    if (profile === "sample") throw failure("storage-newer", "A newer Rollcall wrote this.");
    return [LEFT];
  };
  start([LEFT], { list_runs });
  expect(await within(await offer()).findByText(/Nordlys/)).toBeTruthy();
});
