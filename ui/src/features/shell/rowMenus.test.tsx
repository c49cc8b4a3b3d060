import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { draftCommands, LIVE, runOf } from "@/features/invite/test/fakeDraft";
import { fakeReview, personOf, summaryOf } from "@/features/reviews/test/fakeReview";
import { row } from "@/features/runs/test/openRun";
import type { RunRow } from "@/ipc";
import { off, rightClick, take } from "@/test/menu";
import { renderApp } from "@/test/renderApp";

const copied = () => navigator.clipboard.readText();
const inGrid = async (name: string, text: string | RegExp) =>
  within(await screen.findByRole("grid", { name })).findByText(text);

describe("the menu of people who are marked in Users", () => {
  const AT = "/p/sample/users";
  const first = () => inGrid("People", /Anna Ozola/);
  const marked = async (commands = {}) => {
    const app = renderApp(AT, { people: 60, commands });
    await first();
    screen.getByRole("grid", { name: "People" }).focus();
    await app.user.keyboard("{Shift>}{ArrowDown}{ArrowDown}{/Shift}");
    return app;
  };
  const picked = { all: false, ranges: [{ from: 0, to: 2 }], asOf: expect.any(String) };

  it("says how many it is about, and copies and exports these alone", async () => {
    const { user, shell } = await marked();
    expect(await rightClick(user, await first())).toEqual([
      "Open",
      "Copy selected cells",
      "Copy address",
      "Copy id",
      "Invite again… Active people have nothing to accept. To give them another role, use the platform itself.",
      "Export 3 people…",
      "Invite 3 people again…",
    ]);
    await take(user, "Copy selected cells");
    await waitFor(() =>
      expect(shell.callsOf("copy_users")).toMatchObject([{ picked, columns: ["name"], headers: true }]),
    );
    await rightClick(user, await first());
    await take(user, "Export 3 people…");
    const dialog = await screen.findByRole("dialog", { name: "Export people" });
    expect(within(dialog).getByRole("radio", { name: "The 3 people selected", checked: true })).toBeTruthy();
  });

  it("invites all of them again, and not twice while their draft is made", async () => {
    const { user, shell } = await marked({ reinvite_users: () => new Promise(() => undefined) });
    await rightClick(user, await first());
    expect(await off()).toEqual([expect.stringMatching(/^Invite again…/)]);
    await take(user, "Invite 3 people again…");
    await waitFor(() => expect(shell.callsOf("reinvite_users")).toMatchObject([{ profile: "sample", picked }]));
    await rightClick(user, await first());
    expect(await off()).toContain("Invite 3 people again…");
  });
});

describe("the menu of somebody in a list of people", () => {
  it("of a finding opens them in Users, copies, and leaves the list open", async () => {
    const at = "/p/sample/findings?open=privileged-in-customer&people=true";
    const { user, router, shell } = renderApp(at, { people: 100 });
    const list = "People: Privileged people in a customer organization";
    const { id, email } = shell.people.all.find(
      (one) => one.roles.includes("Distributor Admin") && /C-/.test(`${one.organizations}`),
    ) ?? { id: "", email: "" };
    expect(await rightClick(user, await inGrid(list, email))).toEqual(["Open", "Copy address", "Copy id"]);
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole("menu")).toBeNull());
    await rightClick(user, await inGrid(list, email));
    await take(user, "Copy address");
    expect(await copied()).toBe(email);
    await rightClick(user, await inGrid(list, email));
    await take(user, "Open");
    await waitFor(() => expect(router.state.location.pathname).toBe("/p/sample/users"));
    expect(router.state.location.search).toEqual({ person: id });
  });

  it("in Changes opens in Users who is listed", async () => {
    const { user, router } = renderApp("/p/sample/changes", { lists: 9 });
    expect(await rightClick(user, await screen.findByText("Dana Cohen"))).toEqual([
      "Open in Users",
      "Copy address",
      "Copy id",
    ]);
    await take(user, "Open in Users");
    await waitFor(() => expect(router.state.location.pathname).toBe("/p/sample/users"));
    expect(router.state.location.search).toEqual({ person: "p-3" });
  });

  it("in Changes shows what is known of who left, and copies their id", async () => {
    const { user, router } = renderApp("/p/sample/changes", { lists: 9 });
    const gone = await screen.findByText("Peter Novak");
    expect(await rightClick(user, gone)).toEqual(["Show what is known", "Copy address", "Copy id"]);
    await take(user, "Copy id");
    expect(await copied()).toBe("p-2");
    await rightClick(user, gone);
    await take(user, "Show what is known");
    expect(await screen.findByRole("region", { name: "What became of Peter Novak" })).toBeTruthy();
    expect(router.state.location.pathname).toBe("/p/sample/changes");
  });
});

describe("the menu of a row of a run", () => {
  const rows = [row(5, "confirmed"), row(6, "refused", { email: "" })];
  const open = () =>
    renderApp("/p/live/runs/r1", {
      profiles: [LIVE],
      commands: {
        run_view: () => runOf({ rows: 2, people: 2, counts: rows.map(({ state }) => ({ state, rows: 1 })) }),
        run_rows: () => ({ total: rows.length, rows }),
        row_history: ({ row: number }) => ({ row: rows.find((one) => one.row === number) as RunRow, moments: [] }),
      },
    });
  const cell = (text: string) => inGrid("Rows of the run", text);

  it("shows what happened and copies the address", async () => {
    const { user, router } = open();
    expect(await rightClick(user, await cell("person5@contoso.example"))).toEqual([
      "Show what happened",
      "Copy address",
    ]);
    await take(user, "Copy address");
    expect(await copied()).toBe("person5@contoso.example");
    await rightClick(user, await cell("person5@contoso.example"));
    await take(user, "Show what happened");
    expect(await screen.findByRole("region", { name: "Row 5" })).toBeTruthy();
    expect(router.state.location.search).toMatchObject({ row: 5 });
  });

  it("says that there is no address where a row has none", async () => {
    const { user } = open();
    await rightClick(user, await cell("6"));
    expect(await off()).toEqual(["Copy address There is no address."]);
  });
});

describe("the menu of somebody in a review", () => {
  const AT = "/p/sample/reviews/r1";
  const people = [1, 2, 3, 4, 5, 6].map((n) => personOf(n));
  const name = (n: number) => inGrid("People of the review", `Person 0${n}`);
  const ALONE = ["Everything about the person", "Copy address", "Copy id"];
  const open = async (review: ReturnType<typeof fakeReview>, at = AT) => {
    const app = renderApp(at, { commands: review.commands });
    const grid = await screen.findByRole("grid", { name: "People of the review" });
    await waitFor(() => expect(document.activeElement).toBe(grid));
    return { ...app, decided: () => app.shell.callsOf("decide") };
  };

  it("decides on them alone, in the words of the buttons under the rows", async () => {
    const { user, router, decided } = await open(fakeReview(people));
    const buttons = within(screen.getByRole("region", { name: "Decide" })).getAllByRole("button");
    const offered = await rightClick(user, await name(3));
    expect(offered).toEqual([ALONE[0], "Keep", "Remove", "Ask", "Note…", ...ALONE.slice(1)]);
    expect(buttons.map((one) => one.textContent).slice(0, 4)).toEqual(offered.slice(1, 5));
    await take(user, "Remove");
    await waitFor(() => expect(decided()).toMatchObject([{ users: ["u-3"], decision: "remove", note: null }]));
    await rightClick(user, await name(5));
    await take(user, "Note…");
    expect(await screen.findByRole("dialog", { name: "Note on Person 05" })).toBeTruthy();
    await user.keyboard("{Escape}");
    await rightClick(user, await name(2));
    await take(user, "Everything about the person");
    await waitFor(() => expect(router.state.location.search).toEqual({ person: "u-2" }));
  });

  it("decides on everybody who is marked as one act, with a note or without", async () => {
    const { user, decided } = await open(fakeReview(people));
    await user.keyboard("{Shift>}{ArrowDown}{ArrowDown}{/Shift}");
    await rightClick(user, await name(2));
    await take(user, "Ask");
    await waitFor(() => expect(decided()).toMatchObject([{ users: ["u-1", "u-2", "u-3"], decision: "ask" }]));
    await screen.findByText("3 people: ask. 3 of 6 decided.");
    await user.keyboard("{Shift>}{ArrowDown}{/Shift}");
    await rightClick(user, await name(4));
    await take(user, "Note…");
    await screen.findByRole("dialog", { name: "Note on 2 people" });
    await user.keyboard("left the team");
    await user.click(screen.getByRole("radio", { name: "Remove" }));
    await user.keyboard("{Control>}{Enter}{/Control}");
    await waitFor(() =>
      expect(decided()[1]).toMatchObject({ users: ["u-4", "u-5"], decision: "remove", note: "left the team" }),
    );
  });

  it("is about the one who is pressed where others are marked", async () => {
    const { user, decided } = await open(fakeReview(people));
    await user.keyboard("{Shift>}{ArrowDown}{/Shift}");
    await rightClick(user, await name(6));
    await take(user, "Keep");
    await waitFor(() => expect(decided()).toMatchObject([{ users: ["u-6"], decision: "keep" }]));
  });

  it("says why nothing can be decided of who came after the start", async () => {
    const { user } = await open(fakeReview([personOf(1), personOf(2, { flags: ["appeared"] })]), `${AT}?rows=appeared`);
    await rightClick(user, await name(2));
    const why = "Who came after the start can’t be decided on: the next review looks at them.";
    expect(await off()).toEqual(["Keep", "Remove", "Ask", "Note…"].map((one) => `${one} ${why}`));
  });

  it("offers no decision once the review is signed off", async () => {
    const finished = { by: "Maria Lind", at: "2026-11-25T11:00:00Z", undecided: 6 };
    const { commands } = fakeReview(people, { review: summaryOf({ finished }) });
    const { user } = renderApp(AT, { commands });
    expect(await rightClick(user, await name(1))).toEqual(ALONE);
  });
});

describe("the menu of a row before sending", () => {
  const open = (draft = {}) =>
    renderApp("/p/live/invite/d1?step=review", { profiles: [LIVE], commands: draftCommands(12, draft) });
  const cell = () => inGrid("Rows of the file", "person1@contoso.example");

  it("leaves the row out and takes it in again, in the words of its detail", async () => {
    const { user, shell } = open();
    const change = (skip: boolean) => ({ kind: "skip-rows", rows: [6], skip });
    expect(await rightClick(user, await cell())).toEqual(["Tell about this row", "Skip this row", "Copy address"]);
    await take(user, "Tell about this row");
    const detail = await screen.findByRole("region", { name: "Row 6" });
    expect(within(detail).getByRole("button", { name: "Skip this row" })).toBeTruthy();
    await rightClick(user, await cell());
    await take(user, "Skip this row");
    await within(detail).findByRole("button", { name: "Take this row in" });
    expect(shell.callsOf("change_draft").at(-1)).toMatchObject({ change: change(true) });
    await rightClick(user, await cell());
    await take(user, "Take this row in");
    await waitFor(() => expect(shell.callsOf("change_draft").at(-1)).toMatchObject({ change: change(false) }));
  });

  it("changes nothing any more once the draft was sent", async () => {
    const { user } = open({ run: "r1" });
    expect(await rightClick(user, await cell())).toEqual(["Tell about this row", "Copy address"]);
    await take(user, "Copy address");
    expect(await copied()).toBe("person1@contoso.example");
  });
});
