import { screen, waitFor, within } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import type { HistoryEntry, UserDetail } from "@/ipc";
import { accessibilityProblems } from "@/test/axe";
import { fakePeople } from "@/test/fakePeople";
import { renderApp } from "@/test/renderApp";

const people = fakePeople(13);
const PETER = people.all[5]?.id ?? "";
const AT = `/p/sample/users?person=${PETER}`;
const panel = () => screen.findByRole("complementary", { name: /Peter Novak/ });

const entry = (change: Partial<HistoryEntry>): HistoryEntry => ({
  at: "2026-11-20T08:00:00Z",
  number: 7,
  kind: "role",
  field: null,
  before: [],
  after: [],
  ...change,
});

it("a person tells their invitation with what it rests on, and how their provider was found", async () => {
  renderApp(AT);
  const about = await panel();
  expect(await within(about).findByText(/Invited .+ \(creation date\)\./)).toBeTruthy();
  expect(within(about).getByText("told from how the external id begins")).toBeTruthy();
});

it("a person's history says step by step what changed, and the runs that held them lead there", async () => {
  const detail: UserDetail = {
    ...(people.detail(PETER) as UserDetail),
    runs: [{ runId: "r1", title: "HR October.xlsx", startedAt: "2026-10-01T07:45:00Z", outcome: "invited" }],
  };
  const { user, router } = renderApp(AT, {
    commands: {
      user_detail: () => detail,
      person_history: () => [
        entry({ kind: "role", before: ["Customer"], after: ["Customer", "Seller Admin"] }),
        entry({ kind: "other", field: "other:PreferredLanguage", before: ["lv-LV"], after: [], number: 5 }),
        entry({ kind: "other", field: "email", before: ["peter@a.example"], after: ["peter@b.example"], number: 3 }),
        entry({ kind: "joined", number: 1 }),
      ],
      run_view: () => new Promise(() => undefined),
    },
  });
  const about = await panel();
  await user.click(await within(about).findByRole("tab", { name: "History" }));
  const steps = within(await within(about).findByRole("list", { name: "What changed" })).getAllByRole("listitem");
  expect(steps.map((step) => step.textContent)).toEqual([
    "20 Nov 2026Role: Customer → Customer, Seller Admin",
    "20 Nov 2026PreferredLanguage: lv-LV → none",
    "20 Nov 2026E-mail: peter@a.example → peter@b.example",
    "20 Nov 2026Joined",
  ]);
  expect(await accessibilityProblems()).toEqual([]);
  await user.click(within(about).getByRole("link", { name: "Open the run “HR October.xlsx”" }));
  await waitFor(() => expect(router.state.location.pathname).toBe("/p/sample/runs/r1"));
});

it("a person covers the list in a small window, takes the focus along, and gives it back", async () => {
  const wide = window.innerWidth;
  window.innerWidth = 900;
  const focus = HTMLElement.prototype.focus;
  // As in a browser: what can't be seen takes no focus.
  vi.spyOn(HTMLElement.prototype, "focus").mockImplementation(function (this: HTMLElement, options) {
    if (!this.closest(".invisible")) focus.call(this, options);
  });
  try {
    const { user } = renderApp(AT);
    const about = await panel();
    expect(document.activeElement).toBe(about);
    expect(screen.getByRole("grid").closest(".invisible"), "nothing behind it can be reached").toBeTruthy();
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole("complementary")).toBeNull());
    expect(screen.getByRole("grid").closest(".invisible")).toBeNull();
    await waitFor(() => expect(screen.getByRole("grid").contains(document.activeElement)).toBe(true));
  } finally {
    vi.restoreAllMocks();
    window.innerWidth = wide;
  }
});

it("a person without history or runs is told so", async () => {
  const { user } = renderApp(AT, { commands: { person_history: () => [] } });
  await user.click(await within(await panel()).findByRole("tab", { name: "History" }));
  expect(await screen.findByText("Nothing changed since Rollcall first read this list.")).toBeTruthy();
  expect(screen.getByText("No run of this computer held this person.")).toBeTruthy();
});

it.each([
  [true, "As the platform sent it."],
  [false, /^As Rollcall read it\. .* from the next refresh on\.$/],
])("a person's JSON says whose words it is (the platform's: %s)", async (raw, said) => {
  const json = '{\n  "userId": "7",\n  "Spare": null\n}';
  const detail: UserDetail = { ...(people.detail(PETER) as UserDetail), json, raw };
  const { user } = renderApp(AT, { commands: { user_detail: () => detail } });
  const about = await panel();
  await user.click(await within(about).findByRole("tab", { name: "JSON" }));
  expect(await within(about).findByText(said)).toBeTruthy();
  expect(about.querySelector("pre")?.textContent).toBe(json);
  expect(await accessibilityProblems()).toEqual([]);
});
