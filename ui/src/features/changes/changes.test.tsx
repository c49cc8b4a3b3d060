import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { accessibilityProblems } from "@/test/axe";
import { failure } from "@/test/fakeIpc";
import { renderApp } from "@/test/renderApp";

const AT = "/p/sample/changes";
/** The lists that a picker offers. */
const offered = async () => within(await screen.findByRole("listbox")).getAllByRole("option");
const rows = () => screen.findByRole("grid", { name: "People who joined, left or changed" });

describe("Changes", () => {
  it("says in words what changed since last week, and nothing that axe-core objects to", async () => {
    renderApp(AT, { lists: 9 });
    expect(
      await screen.findByText(
        /^Since Wednesday 18 November( 2026)? \(7 days\): 1 joined, 1 left, 1 changed state, 1 changed role, 1 changed otherwise\.$/,
      ),
    ).toBeTruthy();
    expect(await screen.findByText("State: New → Active · Role: Customer → Seller Admin, Support Agent")).toBeTruthy();
    expect(screen.getByText("PreferredLanguage: none → lv-LV")).toBeTruthy();
    expect(within(await rows()).getAllByText("No longer listed")).toHaveLength(1);
    expect(await accessibilityProblems()).toEqual([]);
  });

  it("counts in the rail who changed since last week", async () => {
    renderApp(AT, { lists: 9 });
    const rail = await screen.findByRole("navigation");
    expect(await within(rail).findByRole("link", { name: /^Changes\s*4$/ })).toBeTruthy();
  });

  it("asks only for the kinds that are chosen, and keeps them in the address", async () => {
    const { user, router, shell } = renderApp(AT, { lists: 9 });
    await user.click(await screen.findByRole("button", { name: /^Left/ }));
    await user.click(screen.getByRole("button", { name: /^Role/ }));
    await waitFor(() => expect(router.state.location.search).toEqual({ kind: ["left", "role"] }));
    await waitFor(() => expect(screen.queryByText("Anna Ozola")).toBeNull());
    expect(screen.getByText("Dana Cohen")).toBeTruthy();
    expect(shell.callsOf("change_rows").at(-1)?.kinds).toEqual(["left", "role"]);
  });

  it("keeps the search in the address, and offers the way out of one that finds nobody", async () => {
    const { user, router } = renderApp(AT, { lists: 9 });
    await user.type(await screen.findByRole("searchbox", { name: "Search changes" }), "nobody here");
    expect(await screen.findByText("Nothing matches")).toBeTruthy();
    expect(router.state.location.search).toEqual({ search: "nobody here" });
    await user.click(screen.getByRole("button", { name: "Clear search and kinds" }));
    expect(await screen.findByText("Anna Ozola")).toBeTruthy();
    expect(router.state.location.search).toEqual({});
  });

  it("compares the two lists that are chosen", async () => {
    const { user, router, shell } = renderApp(AT, { lists: 9 });
    await user.click(await screen.findByRole("button", { name: /To the list of/ }));
    const lists = await offered();
    expect(lists[0]?.textContent, "people, and how many came and went").toMatch(/18,409 people, \+14 −3/);
    expect(lists, "only lists that are newer than the other one").toHaveLength(7);
    await user.click(lists[3] as HTMLElement);
    await waitFor(() => expect(router.state.location.search).toEqual({ from: 2, to: 6 }));
    await waitFor(() => expect(shell.callsOf("changes").at(-1)?.span).toEqual({ from: 2, to: 6 }));
    expect(await screen.findByText(/^From Wednesday 18 November( 2026)? to Sunday 22 November/)).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Since last week" }));
    await waitFor(() => expect(router.state.location.search).toEqual({}));
  });

  it("draws of thousands of lists only those in sight", async () => {
    const { user } = renderApp(AT, { lists: 3000 });
    await user.click(await screen.findByRole("button", { name: /From the list of/ }));
    expect((await offered()).length).toBeLessThan(100);
  });

  it("compares since last week where the address names a list that is no longer kept", async () => {
    const { shell } = renderApp(`${AT}?from=77`, { lists: 9 });
    await screen.findByText("Anna Ozola");
    expect(shell.callsOf("changes").map(({ span }) => span)).toEqual([{ from: null, to: null }]);
  });

  it("follows the list when it is refreshed", async () => {
    const { shell } = renderApp(AT, { lists: 9 });
    await screen.findByText("Anna Ozola");
    const before = shell.callsOf("change_rows").length;
    await shell.happen({ kind: "roster-changed", data: "sample" });
    await waitFor(() => expect(shell.callsOf("list_refreshes").length).toBe(2));
    await waitFor(() => expect(shell.callsOf("change_rows").length).toBeGreaterThan(before));
  });

  it("opens who is listed in Users", async () => {
    const { user, router } = renderApp(AT, { lists: 9 });
    await user.click(await screen.findByText("Dana Cohen"));
    await waitFor(() => expect(router.state.location.pathname).toBe("/p/sample/users"));
    expect(router.state.location.search).toEqual({ person: "p-3" });
  });

  it("tells by keys alone what is known of who left, and gives the focus back", async () => {
    const { user } = renderApp(AT, { lists: 9 });
    const grid = await rows();
    await screen.findByText("Peter Novak");
    grid.focus();
    await user.keyboard("{ArrowDown}{Enter}");
    const detail = await screen.findByRole("region", { name: "What became of Peter Novak" });
    expect(within(detail).getByText("No longer listed")).toBeTruthy();
    const steps = await within(detail).findByRole("list", { name: "What changed" });
    expect(within(steps).getAllByRole("listitem")[1]?.textContent).toBe("20 Nov 2026State: New → Active");
    expect(await accessibilityProblems()).toEqual([]);
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole("region", { name: /What became of/ })).toBeNull());
    expect(document.activeElement).toBe(grid);
  });

  it("finds who left again when only the address says who it is", async () => {
    renderApp(`${AT}?person=p-2`, { lists: 9 });
    expect(await screen.findByRole("region", { name: "What became of Peter Novak" })).toBeTruthy();
  });

  it("writes exactly what is shown", async () => {
    const { user, shell } = renderApp(`${AT}?from=3&kind=left&search=novak`, { lists: 9 });
    await screen.findByText("Peter Novak");
    await user.click(screen.getByRole("button", { name: "Export…" }));
    await user.click(await screen.findByRole("menuitem", { name: /CSV/ }));
    expect(await screen.findByText("Saved as changes.csv.")).toBeTruthy();
    expect(shell.callsOf("export_changes")).toEqual([
      { profile: "sample", span: { from: 3, to: null }, kinds: ["left"], search: "novak", format: "csv" },
    ]);
  });

  it("says what it waits for while there is one list, and reads the next one", async () => {
    const { user, shell } = renderApp(AT, { lists: 1 });
    expect(await screen.findByText("There is one list so far")).toBeTruthy();
    expect(screen.getByText("After the next refresh this page says who joined, left and changed.")).toBeTruthy();
    expect(await accessibilityProblems()).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Refresh" }));
    await waitFor(() => expect(shell.callsOf("refresh")).toHaveLength(1));
    await waitFor(() => expect(shell.callsOf("list_refreshes").length).toBe(2));
  });

  it("says so where no list was read, and where nothing changed", async () => {
    const { unmount } = renderApp(AT, { lists: 0 });
    expect(await screen.findByRole("button", { name: "Read the list" })).toBeTruthy();
    unmount();
    renderApp(AT, { lists: 9, commands: { change_rows: () => ({ total: 0, rows: [] }) } });
    expect(await screen.findByText("Nobody joined, left or changed")).toBeTruthy();
  });

  it("says what happened when the comparison fails, and tries again", async () => {
    let broken = true;
    const { user } = renderApp(AT, {
      lists: 9,
      commands: {
        change_rows: () => {
          if (broken) throw failure("storage", "The data folder could not be read. Nothing was lost.");
          return { total: 0, rows: [] };
        },
      },
    });
    expect(await screen.findByText(/The data folder could not be read/)).toBeTruthy();
    broken = false;
    await user.click(screen.getByRole("button", { name: "Try again" }));
    expect(await screen.findByText("Nobody joined, left or changed")).toBeTruthy();
  });
});
