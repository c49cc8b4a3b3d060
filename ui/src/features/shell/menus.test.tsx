import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { runOf } from "@/features/invite/test/fakeDraft";
import type { FindingsView } from "@/ipc";
import { accessibilityProblems } from "@/test/axe";
import { SAMPLE } from "@/test/fakeIpc";
import { off, rightClick, take } from "@/test/menu";
import { renderApp } from "@/test/renderApp";

const NORDLYS = { ...SAMPLE, id: "nordlys", name: "Nordlys", baseUrl: "https://nordlys.example" };

describe("the menu under a right click", () => {
  it("is never the browser's own, but in a field", async () => {
    renderApp("/p/sample/users");
    await screen.findByRole("grid", { name: "People" });
    const heading = screen.getByRole("heading", { level: 1 });
    const search = await screen.findByRole("searchbox", { name: "Search people" });
    // What is prevented gives false.
    expect(fireEvent.contextMenu(heading)).toBe(false);
    expect(fireEvent.contextMenu(search)).toBe(true);
  });

  it("of a person says why something is off, in the words of its button", async () => {
    const { user } = renderApp("/p/sample/users?state=Active");
    const grid = await screen.findByRole("grid", { name: "People" });
    const row = await waitFor(() => {
      const [, first] = within(grid).getAllByRole("row");
      const cell = first?.querySelectorAll('[role="gridcell"]')[1];
      if (!cell?.textContent?.includes("@")) throw new Error("not there yet");
      return cell;
    });
    await rightClick(user, row);
    expect(await off()).toEqual([expect.stringMatching(/^Invite again… Active people have nothing to accept\./)]);
  });

  it("of a connection holds what its buttons and its own menu do", async () => {
    const { user } = renderApp("/connections", { profiles: [NORDLYS] });
    const offered = await rightClick(user, await screen.findByRole("heading", { name: "Nordlys" }));
    expect(offered.slice(0, 3)).toEqual(["Open", "Test", "Edit"]);
    expect(offered).toContain("Remove…");
    expect(await accessibilityProblems()).toEqual([]);
  });

  it("opens with the menu key and with Shift and F10, and gives the focus back", async () => {
    const { user } = renderApp("/connections", { profiles: [NORDLYS] });
    const test = await screen.findByRole("button", { name: "Test" });
    for (const keys of ["{ContextMenu}", "{Shift>}{F10}{/Shift}"]) {
      test.focus();
      await user.keyboard(keys);
      await screen.findByRole("menu");
      await user.keyboard("{Escape}");
      await waitFor(() => expect(screen.queryByRole("menu")).toBeNull());
      await waitFor(() => expect(document.activeElement).toBe(test));
    }
  });

  it("of a role shows who holds it and invites with it", async () => {
    const { user, router } = renderApp("/p/sample/roles");
    const ladder = await screen.findByRole("table");
    const [role] = await within(ladder).findAllByRole("rowheader");
    const invite = (await rightClick(user, role as Element)).find((one) => one.startsWith("Invite"));
    await take(user, invite ?? "");
    await waitFor(() => expect(router.state.location.pathname).toBe("/p/sample/invite"));
    expect(router.state.location.search).toHaveProperty("role");
  });
});

describe("the menu of a finding", () => {
  const AT = "/p/sample/findings";
  const BLOCKED = "Blocked people who still hold roles";
  const title = () => screen.findByText(BLOCKED);
  const one: FindingsView["findings"][number] = {
    rule: "blocked-with-roles",
    severity: "medium",
    title: BLOCKED,
    meaning: "They can’t sign in.",
    toDo: "Take the roles away.",
    people: 3,
    parts: [],
    partsTotal: 0,
    basis: [],
    query: null,
    mute: null,
  };
  const told = (change: Partial<typeof one>): FindingsView => ({
    ...{ asOf: "2026-11-26T09:00:00Z", complete: true, people: 40, muted: [], clear: [] },
    findings: [{ ...one, ...change }],
  });
  const mute = { by: "Ann Lee", at: "2026-11-20T09:00:00Z", reason: "Guests.", until: "2026-12-31", newSince: 2 };

  it("opens and closes it, and shows exactly its people", async () => {
    const { user, router } = renderApp(AT, { people: 100 });
    const link = (await screen.findByRole("link", { name: /^Show the \d+ people: Blocked/ })).textContent ?? "";
    expect(await rightClick(user, await title())).toEqual(["Show what it means", link, "Mute…"]);
    await take(user, "Show what it means");
    expect(await screen.findByText(`${BLOCKED}: what it means.`)).toBeTruthy();
    await rightClick(user, await title());
    await take(user, "Hide what it means");
    await waitFor(() => expect(screen.queryByText(`${BLOCKED}: what it means.`)).toBeNull());
    await rightClick(user, await title());
    await take(user, link);
    await waitFor(() => expect(router.state.location.pathname).toBe("/p/sample/users"));
    expect(router.state.location.search).toEqual({ state: "Blocked" });
  });

  it("lists its people where Users can’t, and leads to the providers where it is about those", async () => {
    const { user, router, unmount } = renderApp(AT, { commands: { findings: () => told({}) } });
    await rightClick(user, await title());
    await take(user, "Show the 3 people");
    expect(await screen.findByRole("dialog", { name: BLOCKED })).toBeTruthy();
    expect(router.state.location.search).toEqual({ open: "blocked-with-roles", people: true });
    unmount();
    const again = renderApp(AT, { commands: { findings: () => told({ people: 0 }) } });
    await rightClick(again.user, await title());
    await take(again.user, "Look at the identity providers");
    await waitFor(() => expect(again.router.state.location.pathname).toBe("/p/sample/providers"));
  });

  it("mutes it after the same question as the button, and tells it again", async () => {
    const { user, shell } = renderApp(AT, { people: 100 });
    await rightClick(user, await title());
    await take(user, "Mute…");
    const dialog = await screen.findByRole("dialog", { name: `Mute “${BLOCKED}”?` });
    await user.type(within(dialog).getByRole("textbox", { name: "Why it can be ignored" }), "Known.");
    await user.click(within(dialog).getByRole("button", { name: "Mute it" }));
    const apart = await screen.findByRole("region", { name: "Muted" });
    expect((await rightClick(user, within(apart).getByText(BLOCKED))).at(-1)).toBe("Unmute");
    await take(user, "Unmute");
    await waitFor(() => expect(screen.queryByRole("region", { name: "Muted" })).toBeNull());
    expect(shell.callsOf("unmute_finding")).toEqual([{ profile: "sample", rule: "blocked-with-roles" }]);
  });

  it("offers both to mute and to unmute one that is told again, as its buttons do", async () => {
    const { user, shell } = renderApp(AT, {
      commands: { findings: () => told({ mute }), unmute_finding: () => told({}) },
    });
    expect((await rightClick(user, await title())).slice(2)).toEqual(["Mute…", "Unmute"]);
    await take(user, "Unmute");
    await waitFor(() => expect(screen.queryByRole("button", { name: `Unmute ${BLOCKED}` })).toBeNull());
    expect(shell.callsOf("unmute_finding")).toEqual([{ profile: "sample", rule: "blocked-with-roles" }]);
  });
});

describe("the menu of a run in the list of runs", () => {
  const runs = [
    runOf({ id: "r9", profile: "sample", title: "newest.xlsx" }),
    runOf({ id: "r2", profile: "sample", title: "older.csv", state: "stopped" }),
  ];
  const open = () =>
    renderApp("/p/sample/runs", {
      runs,
      commands: {
        go_on: () => runs[1],
        run_view: ({ run }) => runs.find(({ id }) => id === run),
        run_rows: () => ({ total: 0, rows: [] }),
      },
    });
  const title = (name: string) => screen.findByRole("link", { name });

  it("opens it and copies its name", async () => {
    const { user, router } = open();
    expect(await rightClick(user, await title("newest.xlsx"))).toEqual(["Open", "Copy its name"]);
    await take(user, "Copy its name");
    expect(await navigator.clipboard.readText()).toBe("newest.xlsx");
    await rightClick(user, await title("newest.xlsx"));
    await take(user, "Open");
    await waitFor(() => expect(router.state.location.pathname).toBe("/p/sample/runs/r9"));
  });

  it("goes on with one that was stopped, and shows how that goes", async () => {
    const { user, router, shell } = open();
    const button = await screen.findByRole("button", { name: "Go on with older.csv" });
    const offered = await rightClick(user, await title("older.csv"));
    expect(offered).toEqual(["Open", button.textContent, "Copy its name"]);
    await take(user, "Go on");
    await waitFor(() => expect(shell.callsOf("go_on")).toEqual([{ profile: "sample", run: "r2", mode: "all" }]));
    await waitFor(() => expect(router.state.location.pathname).toBe("/p/sample/runs/r2"));
  });
});
