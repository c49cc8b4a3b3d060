import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import type { RunSince } from "@/ipc";
import { accessibilityProblems } from "@/test/axe";
import { failure, NOBODY } from "@/test/fakeIpc";
import { draftOf, runOf } from "../invite/test/fakeDraft";
import { open, RUN, tidyUp } from "./test/openRun";

tidyUp();

const run = runOf({ counts: [{ state: "confirmed", rows: 268 }] });
const AS_OF = "2026-11-20T14:02:00Z";

const SINCE: RunSince = {
  asOf: AS_OF,
  invited: 268,
  people: { ...NOBODY, accepted: 201, waits: 40, lapseSoon: 12, lapsed: 20, notListed: 7 },
  organizations: [
    {
      id: "o1",
      label: "Contoso – C-20001",
      invited: 200,
      people: { ...NOBODY, accepted: 161, waits: 30, lapsed: 9 },
    },
    {
      id: "o2",
      label: "Fabrikam – C-20003",
      invited: 68,
      people: { ...NOBODY, accepted: 40, waits: 10, lapsed: 11, notListed: 7 },
    },
  ],
};

const card = () => screen.findByRole("region", { name: "What became of them" });

/** A finished run of which this became. */
function openSince(since: RunSince, commands: object = {}) {
  return open(RUN, { run, commands: { run_since: () => since, ...commands } });
}

test("a finished run says what became of its people, and as of which list", async () => {
  openSince(SINCE);
  const told = within(await card());
  expect(told.getByText("Of 268 people invited:")).toBeTruthy();
  expect(
    told.getByText(/201 accepted, 40 wait \(12 lapse within 2 days\), 20 lapsed, 7 no longer listed\./),
  ).toBeTruthy();
  expect(told.getByText(/^As of the list of 20 Nov 2026/)).toBeTruthy();
  expect(await accessibilityProblems()).toEqual([]);
});

test("by organization it is a table that opens, without columns in which nobody is", async () => {
  const { user } = openSince(SINCE);
  const told = within(await card());
  const toggle = told.getByRole("button", { name: "By organization" });
  expect(told.queryByRole("table")).toBeNull();
  await user.click(toggle);
  expect(toggle.getAttribute("aria-expanded")).toBe("true");
  const table = within(told.getByRole("table"));
  expect(table.queryByRole("columnheader", { name: "Blocked" })).toBeNull();
  const fabrikam = within(table.getByRole("row", { name: /Fabrikam/ }));
  expect(fabrikam.getAllByRole("cell").map((cell) => cell.textContent)).toEqual(["68", "40", "10", "11", "7"]);
  expect(await accessibilityProblems()).toEqual([]);
});

test("those who lapsed are invited again by way of a draft and its review, and nothing is sent yet", async () => {
  const draft = draftOf(20, { id: "again" });
  const { user, shell, router } = openSince(SINCE, {
    invite_again: () => draft,
    draft_view: () => draft,
    check_draft: () => {
      throw failure("list-not-fresh", "Not in this test.");
    },
  });
  await user.click(within(await card()).getByRole("button", { name: "Invite the 20 again…" }));
  await waitFor(() => expect(router.state.location.pathname).toBe("/p/live/invite/again"));
  expect(router.state.location.search).toMatchObject({ step: "review" });
  expect(shell.callsOf("invite_again")).toEqual([{ profile: "live", run: "r1", who: ["lapsed"] }]);
  expect(shell.callsOf("start_run")).toEqual([]);
});

test("whom to invite or save is chosen, and who is no longer listed can only be saved", async () => {
  const { user, shell } = openSince(SINCE, { save_since: () => "Onboarding Q4 - not accepted.xlsx" });
  const told = within(await card());
  const choose = async (name: string) => {
    await user.click(told.getByRole("button", { name: /Whom/ }));
    await user.click(within(await screen.findByRole("listbox")).getByRole("option", { name }));
  };
  await choose("60 who wait or lapsed");
  expect(told.getByRole("button", { name: "Invite the 60 again…" })).toBeTruthy();
  await choose("7 no longer listed");
  expect(told.getByRole("button", { name: "Invite the 7 again…" }).getAttribute("aria-disabled")).toBe("true");
  await user.click(told.getByRole("button", { name: "Save these…" }));
  await user.click(await screen.findByRole("menuitem", { name: /^Excel/ }));
  expect(await told.findByText("Saved as Onboarding Q4 - not accepted.xlsx.")).toBeTruthy();
  expect(shell.callsOf("save_since")).toEqual([{ profile: "live", run: "r1", who: ["not-listed"], format: "xlsx" }]);
});

test("a newer list gives newer figures", async () => {
  let now = SINCE;
  const { user, shell } = open(RUN, { run, commands: { run_since: () => now } });
  const told = within(await card());
  now = { ...SINCE, people: { ...NOBODY, accepted: 268 } };
  await user.click(told.getByRole("button", { name: "Refresh the list" }));
  expect(await told.findByText(/268 accepted, 0 wait\./)).toBeTruthy();
  expect(shell.callsOf("refresh")).toEqual([{ profile: "live" }]);
  expect(told.queryByRole("button", { name: /again…$/ })).toBeNull();
});

test("without a list nothing is claimed, and one can be fetched", async () => {
  openSince({ ...SINCE, asOf: null, people: NOBODY, organizations: [] });
  const told = within(await card());
  expect(told.getByText(/Not known yet/)).toBeTruthy();
  expect(told.getByRole("button", { name: "Refresh the list" })).toBeTruthy();
  expect(told.queryByRole("button", { name: /again…$/ })).toBeNull();
  expect(await accessibilityProblems()).toEqual([]);
});

test("a refusal to make the draft is told, and the run stays as it was", async () => {
  const { user } = openSince(SINCE, {
    invite_again: () => {
      throw failure("nothing-to-send", "By the current list, nobody of this run stands so any more. Nothing was sent.");
    },
  });
  const told = within(await card());
  await user.click(told.getByRole("button", { name: "Invite the 20 again…" }));
  expect(await told.findByText(/nobody of this run stands so any more/)).toBeTruthy();
});

test("an organization that is called like markup is text", async () => {
  const label = '<img src=x onerror="alert(1)">';
  const organizations = SINCE.organizations.map((one) => ({ ...one, label }));
  const { user } = openSince({ ...SINCE, organizations });
  const told = within(await card());
  await user.click(told.getByRole("button", { name: "By organization" }));
  expect(told.getAllByText(label)).toHaveLength(2);
  expect(document.querySelector("img")).toBeNull();
});

test("a run that invited nobody has nobody to follow", async () => {
  openSince({ ...SINCE, invited: 0, people: NOBODY, organizations: [] });
  expect(await screen.findByRole("button", { name: "Save the report…" })).toBeTruthy();
  expect(screen.queryByRole("region", { name: "What became of them" })).toBeNull();
});
