import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { UserView } from "@/ipc";
import { accessibilityProblems } from "@/test/axe";
import { renderApp } from "@/test/renderApp";

const AT = "/p/sample/users";
const view = (id: string, name: string, query: UserView["query"]): UserView => ({
  id,
  name,
  query,
  columns: [],
  density: "comfortable",
});
const LAPSED = view("v1", "Lapsed", { invitation: "lapsed" });
const NEWEST = view("v2", "Newest", { sort: [{ column: "created", descending: true }] });
const VIEWS = [LAPSED, NEWEST];

const wordOf = (router: { state: { location: { search: unknown } } }) => router.state.location.search;
const menu = (name: string) => screen.findByRole("button", { name: `View: ${name}` });
type Person = { click: (element: Element) => Promise<void> };
async function choose(user: Person, shown: string, entry: string | RegExp) {
  await user.click(await menu(shown));
  await user.click(await screen.findByRole("menuitem", { name: entry }));
}

describe("Views", () => {
  it("show what was kept under their names, by the menu or by Ctrl and their number", async () => {
    const { user, router } = renderApp(AT, { views: VIEWS });
    await choose(user, "All people", /^Lapsed/);
    await waitFor(() => expect(wordOf(router)).toEqual({ queue: "lapsed", view: "v1" }));
    await menu("Lapsed");
    await user.keyboard("{Control>}2{/Control}");
    await waitFor(() => expect(wordOf(router)).toEqual({ sort: "-created", view: "v2" }));
    await choose(user, "Newest", "All people");
    await waitFor(() => expect(wordOf(router)).toEqual({}));
  });

  it("are shown whole when the address comes to name another, also by a step back", async () => {
    const close = { ...NEWEST, density: "compact" as const };
    const { router } = renderApp(`${AT}?view=v1`, { views: [LAPSED, close], people: 60 });
    const pressed = async () => (await screen.findByRole("button", { name: "Compact" })).getAttribute("aria-pressed");
    await waitFor(() => expect(wordOf(router)).toEqual({ queue: "lapsed", view: "v1" }));
    await menu("Lapsed");
    await router.navigate({ to: "/p/$profile/users", params: { profile: "sample" }, search: { view: "v2" } });
    await waitFor(() => expect(wordOf(router)).toEqual({ sort: "-created", view: "v2" }));
    await waitFor(async () => expect(await pressed()).toBe("true"));
    router.history.back();
    await waitFor(() => expect(wordOf(router)).toEqual({ queue: "lapsed", view: "v1" }));
    await waitFor(async () => expect(await pressed()).toBe("false"));
    expect(screen.queryByText(/^Differs from/)).toBeNull();
  });

  it("say when the screen differs, and can be saved as it is or put back", async () => {
    const { user, router, shell } = renderApp(`${AT}?view=v1&queue=lapsed`, { views: VIEWS });
    await menu("Lapsed");
    expect(screen.queryByText("Differs from “Lapsed”")).toBeNull();
    await user.click(await screen.findByRole("button", { name: "Compact" }));
    expect(await screen.findByText("Differs from “Lapsed”")).toBeTruthy();
    expect(await accessibilityProblems()).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Put back" }));
    await waitFor(() => expect(screen.queryByText("Differs from “Lapsed”")).toBeNull());
    await user.click(await screen.findByRole("button", { name: "Compact" }));
    await choose(user, "Lapsed", "Put back to “Lapsed”");
    await waitFor(() => expect(screen.queryByText("Differs from “Lapsed”")).toBeNull());
    await user.click(screen.getByRole("button", { name: /^Lapsed/ }));
    await waitFor(() => expect(wordOf(router)).toEqual({ view: "v1" }));
    await user.click(await screen.findByRole("button", { name: "Save" }));
    await waitFor(() => expect(screen.queryByText("Differs from “Lapsed”")).toBeNull());
    expect(shell.callsOf("save_view")[0]).toMatchObject({
      view: { id: "v1", name: "Lapsed", query: { invitation: null }, density: "comfortable" },
    });
  });

  it("are made of the screen as it stands, under a name that no other view has", async () => {
    const { user, router, shell } = renderApp(`${AT}?state=New`, { views: VIEWS });
    await choose(user, "All people", "Save as a new view…");
    const dialog = await screen.findByRole("dialog", { name: "Save as a new view" });
    await user.type(within(dialog).getByRole("textbox", { name: "Name" }), "lapsed{Enter}");
    expect(await within(dialog).findByText("There is a view “Lapsed” already.")).toBeTruthy();
    await user.type(within(dialog).getByRole("textbox", { name: "Name" }), " ones{Enter}");
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    await menu("lapsed ones");
    expect(wordOf(router)).toEqual({ state: "New", view: "made-1" });
    const kept = shell.callsOf("save_view")[0]?.view as UserView;
    expect(kept.query.states).toEqual(["New"]);
    expect(kept.columns.map(({ id }) => id)).toContain("other:PreferredLanguage");
  });

  it("are not kept once Esc is pressed where the name is typed", async () => {
    const { user, shell } = renderApp(AT, { views: VIEWS });
    await choose(user, "All people", "Save as a new view…");
    const dialog = await screen.findByRole("dialog", { name: "Save as a new view" });
    await user.type(within(dialog).getByRole("textbox", { name: "Name" }), "lapsed{Escape}");
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(shell.callsOf("save_view")).toEqual([]);
  });

  it("are renamed, put into order and deleted in one place, and what was deleted comes back where it was", async () => {
    const { user, shell } = renderApp(AT, { views: VIEWS });
    await choose(user, "All people", "Arrange views…");
    const dialog = await screen.findByRole("dialog", { name: "Arrange views" });
    expect(await accessibilityProblems()).toEqual([]);
    const names = () =>
      within(dialog)
        .getAllByRole("textbox")
        .map((field) => (field as HTMLInputElement).value);
    await user.click(within(dialog).getByRole("button", { name: "Move “Newest” up" }));
    await waitFor(() => expect(names()).toEqual(["Newest", "Lapsed"]));
    const field = within(dialog).getByRole("textbox", { name: "New name for “Newest”" });
    await user.clear(field);
    await user.type(field, "Latest{Enter}");
    await waitFor(() => expect(shell.callsOf("save_view")[0]).toMatchObject({ view: { id: "v2", name: "Latest" } }));
    await user.click(await within(dialog).findByRole("button", { name: "Delete “Latest”" }));
    expect(await within(dialog).findByText("“Latest” was deleted.")).toBeTruthy();
    expect(names()).toEqual(["Lapsed"]);
    await user.click(within(dialog).getByRole("button", { name: "Undo" }));
    await waitFor(() => expect(names()).toEqual(["Latest", "Lapsed"]));
  });

  it("are put into order by the keyboard, and the focus stays with the one that moves", async () => {
    const { user } = renderApp(AT, { views: VIEWS });
    await choose(user, "All people", "Arrange views…");
    const dialog = await screen.findByRole("dialog", { name: "Arrange views" });
    const button = (way: string) => within(dialog).getByRole("button", { name: `Move “Newest” ${way}` });
    button("up").focus();
    await user.keyboard("{Enter}");
    await within(dialog).findByText(/“Newest” .*1/);
    await waitFor(() => expect(document.activeElement, "it is the first").toBe(button("down")));
    await user.keyboard("{Enter}");
    await waitFor(() => expect(document.activeElement, "it is the last").toBe(button("up")));
  });

  it("go to a file and come from one, and it is said what that brought", async () => {
    const { user } = renderApp(AT, { views: VIEWS });
    await choose(user, "All people", "Save views to a file…");
    expect(await screen.findByText("The views were saved as views.json.")).toBeTruthy();
    await choose(user, "All people", "Take views from a file…");
    expect(await screen.findByText("2 views were added, 1 replaced.")).toBeTruthy();
  });
});

describe("Views whose file could not be read", () => {
  it("were put aside under a name that is said, until that is put away", async () => {
    const list_views = () => ({ views: [], last: null, setAside: "views-unreadable-1.json" });
    const { user } = renderApp(AT, { commands: { list_views } });
    expect(await screen.findByText("The saved views could not be read.")).toBeTruthy();
    expect(screen.getByText(/^Nothing was lost: the file was put aside as views-unreadable-1\.json/)).toBeTruthy();
    expect(await accessibilityProblems()).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Close" }));
    await waitFor(() => expect(screen.queryByText("The saved views could not be read.")).toBeNull());
    await user.click(screen.getByRole("link", { name: /^Changes/ }));
    await screen.findByRole("heading", { level: 1, name: "Changes" });
    await user.click(screen.getByRole("link", { name: /^Users/ }));
    await screen.findByRole("grid", { name: "People" });
    expect(screen.queryByText("The saved views could not be read."), "it was read").toBeNull();
  });
});

describe("Coming back to Users", () => {
  const last = { ...view("", "Newest", { states: ["New"], sort: NEWEST.query.sort }), density: "compact" as const };

  it("finds the screen as it was left, with the view that it began with", async () => {
    const { router, shell } = renderApp(AT, { views: VIEWS, lastView: last, people: 60 });
    await waitFor(() => expect(wordOf(router)).toEqual({ state: "New", sort: "-created", view: "v2" }));
    expect((await screen.findByRole("button", { name: "Compact" })).getAttribute("aria-pressed")).toBe("true");
    expect(await screen.findByText("Differs from “Newest”")).toBeTruthy();
    const asked = shell.callsOf("list_users").map(({ query }) => (query as UserView["query"]).states);
    expect(new Set(asked.map(String)), "nothing else was asked for on the way").toEqual(new Set(["New"]));
  });

  it("shows what an address says instead, where it says anything", async () => {
    const { router } = renderApp(`${AT}?state=Blocked`, { views: VIEWS, lastView: last, people: 60 });
    await screen.findByRole("grid");
    expect(wordOf(router)).toEqual({ state: "Blocked" });
  });

  it("keeps how the screen stands, also when it is left at once", async () => {
    const { user, router, shell, unmount } = renderApp(AT, { views: VIEWS, people: 60 });
    await choose(user, "All people", /^Lapsed/);
    await waitFor(() => expect(wordOf(router)).toEqual({ queue: "lapsed", view: "v1" }));
    await menu("Lapsed");
    unmount();
    expect(shell.callsOf("keep_last_view").at(-1)).toMatchObject({
      profile: "sample",
      view: { id: "", name: "Lapsed", query: { invitation: "lapsed" } },
    });
  });
});
