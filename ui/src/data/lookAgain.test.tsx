import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { runOf } from "@/features/invite/test/fakeDraft";
import type { RosterSummary, RunView } from "@/ipc";
import { failure, SAMPLE } from "@/test/fakeIpc";
import { renderApp } from "@/test/renderApp";

const comeForward = () => fireEvent.focus(window);

it("a run that was made elsewhere is there once the window comes forward", async () => {
  const runs: RunView[] = [];
  renderApp("/p/sample/runs", { commands: { list_runs: () => [...runs] } });
  await screen.findByText("No runs yet");
  runs.push(runOf({ title: "from-a-terminal.xlsx" }));
  comeForward();
  expect(await screen.findByText("from-a-terminal.xlsx")).toBeTruthy();
});

it("a run that is looked at goes on in sight, whoever goes on with it", async () => {
  let run = runOf({ id: "r1", counts: [{ state: "in-flight", rows: 3 }] });
  renderApp("/p/sample/runs/r1", { commands: { run_view: () => run, run_rows: () => ({ total: 0, rows: [] }) } });
  await screen.findByRole("heading", { name: "Run" });
  run = runOf({ id: "r1", title: "somebody went on.xlsx" });
  comeForward();
  expect((await screen.findAllByText(/somebody went on\.xlsx/)).length).toBeGreaterThan(0);
});

it("a connection that was added elsewhere is there once the window comes forward", async () => {
  const profiles = [SAMPLE];
  renderApp("/connections", { commands: { list_profiles: () => [...profiles] } });
  await screen.findByRole("heading", { name: "Connections" });
  profiles.push({ ...SAMPLE, id: "nordlys", name: "Nordlys", baseUrl: "https://nordlys.example" });
  comeForward();
  expect(await screen.findByRole("heading", { name: "Nordlys" })).toBeTruthy();
});

it("people are asked for anew only when there is another list", async () => {
  const summary: RosterSummary = {
    generation: 4,
    people: 13,
    byState: [],
    roles: 3,
    identityProviders: 2,
    organizations: 1,
    fetchedAt: "2026-11-25T09:00:00Z",
    complete: true,
    lastFailure: null,
    held: null,
    refreshing: null,
  };
  let fails = false;
  const roster_summary = () => {
    if (fails) throw failure("keychain-locked", "The keychain is locked.");
    return { ...summary };
  };
  const { shell } = renderApp("/p/sample/users", { people: 13, commands: { roster_summary } });
  const grid = await screen.findByRole("grid", { name: "People" });
  await waitFor(() => expect(within(grid).getAllByText(/@/).length).toBeGreaterThan(0));
  const asked = () => shell.callsOf("list_users").length;
  const looks = () => shell.callsOf("roster_summary").length;
  const look = async () => {
    const before = looks();
    comeForward();
    await waitFor(() => expect(looks()).toBeGreaterThan(before));
  };
  const before = asked();
  await look();
  expect(asked()).toBe(before);

  fails = true;
  await look();
  expect(asked()).toBe(before);
  expect(screen.queryByText("The keychain is locked.")).toBeNull();

  fails = false;
  // One customer alone was read anew: the list is as old as it was.
  summary.generation += 1;
  await look();
  await waitFor(() => expect(asked()).toBeGreaterThan(before));
});
