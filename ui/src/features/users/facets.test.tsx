import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { UserQuery } from "@/ipc";
import { accessibilityProblems } from "@/test/axe";
import { failure } from "@/test/fakeIpc";
import { renderApp } from "@/test/renderApp";

const AT = "/p/sample/users";
const FABRIKAM = "b3cd17cb-9e49-5a7c-8ad0-c50d66172fa4";
const wordOf = (router: { state: { location: { search: unknown } } }) => router.state.location.search;
const lastAsked = (shell: { callsOf: (command: string) => Record<string, unknown>[] }) =>
  shell.callsOf("list_users").at(-1)?.query as UserQuery;
const facets = () => screen.findByRole("region", { name: "Filters" });
const group = async (name: string) => within(await facets()).findByRole("group", { name });

async function opened(name: string, user: { click: (element: Element) => Promise<void> }) {
  const facet = await group(name);
  await user.click(within(facet).getByRole("button", { name }));
  return facet;
}

describe("The facets of a wide window", () => {
  const narrow = window.innerWidth;
  beforeEach(() => {
    window.innerWidth = 1600;
  });
  afterEach(() => {
    window.innerWidth = narrow;
  });

  it("count what each value would leave, over all other filters, and take several of one facet as any of them", async () => {
    const { user, router, shell } = renderApp(AT, { people: 200 });
    const state = await group("State");
    expect(within(state).getByRole("button", { name: /^New 40$/ })).toBeTruthy();
    await user.click(within(state).getByRole("button", { name: /^New/ }));
    await user.click(within(state).getByRole("button", { name: /^Blocked/ }));
    await waitFor(() => expect(wordOf(router)).toEqual({ state: "New,Blocked" }));
    expect(within(state).getByRole("button", { name: /^New 40$/ }), "not counted over itself").toBeTruthy();
    await waitFor(() => expect(lastAsked(shell)).toMatchObject({ states: ["New", "Blocked"] }));
    const role = await group("Role");
    await waitFor(() => expect(within(role).getAllByRole("button", { name: /Customer 7$/ })).toHaveLength(1));
    router.history.back();
    await waitFor(() => expect(wordOf(router)).toEqual({ state: "New" }));
  });

  it("say in chips and in a sentence what is on, and take each off again", async () => {
    const { user, router } = renderApp(`${AT}?state=New&organization=${FABRIKAM}&from=2020`, { people: 200 });
    expect(
      await screen.findByText("New people in Fabrikam – C-20003 and below, created from 1 Jan 2020."),
    ).toBeTruthy();
    expect(await accessibilityProblems()).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Take away: State: New" }));
    await waitFor(() => expect(wordOf(router)).toEqual({ organization: FABRIKAM, from: "2020-01-01" }));
    await user.click(screen.getByRole("button", { name: "Clear" }));
    await waitFor(() => expect(wordOf(router)).toEqual({}));
  });

  it("show organizations as a tree that the keyboard walks, searches and chooses from", async () => {
    const { user, router } = renderApp(AT, { people: 60 });
    const facet = await opened("Organization", user);
    const tree = within(facet).getByRole("tree", { name: "Organizations" });
    expect(
      within(tree)
        .getByRole("treeitem", { name: /^Baltic Cloud/ })
        .getAttribute("aria-expanded"),
    ).toBe("true");
    for (const row of within(tree).getAllByRole("treeitem")) {
      expect(row.getAttribute("aria-label")?.replace(",", ""), "named by what is read on it").toContain(
        row.textContent,
      );
    }
    tree.focus();
    await user.keyboard("{ArrowDown}{ArrowRight}{ArrowRight}");
    const active = () => document.getElementById(tree.getAttribute("aria-activedescendant") ?? "");
    expect(active()?.getAttribute("aria-level")).toBe("3");
    await user.keyboard("{ArrowLeft}{ArrowLeft}");
    expect(active()?.getAttribute("aria-expanded"), "closed again").toBe("false");
    await user.type(within(facet).getByRole("searchbox"), "20003");
    expect(within(facet).getAllByRole("treeitem")).toHaveLength(3);
    within(facet).getByRole("tree").focus();
    await user.keyboard("{End}{Enter}");
    await waitFor(() => expect(wordOf(router)).toEqual({ organization: FABRIKAM }));
    expect(
      within(facet)
        .getByRole("treeitem", { name: /^Fabrikam/ })
        .getAttribute("aria-selected"),
    ).toBe("true");
    expect(await accessibilityProblems()).toEqual([]);
  });

  it("find a mail domain among many", async () => {
    const { user, router, shell } = renderApp(AT, { people: 60 });
    const facet = await opened("Mail domain", user);
    await user.type(within(facet).getByRole("searchbox"), "fabri");
    await waitFor(() => expect(within(facet).queryByRole("button", { name: /contoso/ })).toBeNull());
    expect(shell.callsOf("user_facets").at(-1)?.domainSearch).toBe("fabri");
    await user.click(await within(facet).findByRole("button", { name: /^fabrikam\.example/ }));
    await waitFor(() => expect(wordOf(router)).toEqual({ domain: "fabrikam.example" }));
  });

  it("narrow by time of creation: a usual range, bars drawn over or marked by keys, or days as typed", async () => {
    const { user, router } = renderApp(AT, { people: 200 });
    const facet = await opened("Created", user);
    await user.click(within(facet).getByRole("button", { name: "This year" }));
    const year = `${new Date().getUTCFullYear()}`;
    await waitFor(() => expect(wordOf(router)).toEqual({ from: `${year}-01-01`, until: `${year}-12-31` }));
    const bars = within(facet).getByRole("listbox", { name: "People created, by time" });
    bars.focus();
    await user.keyboard("{Home}{Shift>}{ArrowRight}{/Shift}");
    expect(within(facet).getByText(/^Marked: /)).toBeTruthy();
    await user.keyboard("{Enter}");
    await waitFor(() => expect(wordOf(router)).not.toEqual({ from: `${year}-01-01`, until: `${year}-12-31` }));
    const options = within(facet).getAllByRole("option");
    fireEvent.pointerDown(options[2] as Element, { button: 0 });
    fireEvent.pointerEnter(options[4] as Element);
    fireEvent.pointerUp(window);
    await waitFor(() => expect(within(facet).getAllByRole("option", { selected: true })).toEqual(options.slice(2, 5)));
    const from = within(facet).getByRole("textbox", { name: "From" });
    await user.clear(from);
    await user.type(from, "2023-05{Enter}");
    await waitFor(() => expect(wordOf(router)).toMatchObject({ from: "2023-05-01" }));
    expect(await accessibilityProblems()).toEqual([]);
  });

  it("say that the numbers can't be had, and still show people", async () => {
    renderApp(AT, {
      commands: {
        user_facets: () => {
          throw failure("storage", "The data folder could not be read. Nothing was changed.");
        },
      },
    });
    expect(await within(await facets()).findByText(/The numbers beside the filters can’t be shown/)).toBeTruthy();
    expect(await screen.findByText("Peter Novak")).toBeTruthy();
  });
});

describe("The facets of a small window", () => {
  it("stand behind a button that the keyboard opens", async () => {
    const { user, router } = renderApp(AT, { people: 60 });
    const add = await screen.findByRole("button", { name: "Filter" });
    add.focus();
    await user.keyboard("{Enter}");
    const dialog = await screen.findByRole("dialog", { name: "Add a filter" });
    expect(await accessibilityProblems()).toEqual([]);
    await user.click(await within(dialog).findByRole("button", { name: /^Several roles|^How many roles/ }));
    await user.click(await within(dialog).findByRole("button", { name: /^Several roles/ }));
    await waitFor(() => expect(wordOf(router)).toEqual({ roles: "several" }));
  });

  it("leave the queues in sight, each a press away, and invite exactly a queue again", async () => {
    const draft = { id: "d1", file: { rowsRead: 60 } };
    const { user, router, shell } = renderApp(AT, {
      people: 60,
      commands: { reinvite_users: () => draft, draft_view: () => new Promise(() => undefined) },
    });
    const queues = await screen.findByRole("group", { name: "Invitations that need someone" });
    const lapsed = within(queues).getByRole("button", { name: /^Lapsed \d+$/ });
    const people = Number(/\d+/.exec(lapsed.textContent ?? "")?.[0]);
    await user.click(lapsed);
    await waitFor(() => expect(wordOf(router)).toEqual({ queue: "lapsed" }));
    expect(lapsed.getAttribute("aria-pressed")).toBe("true");
    await user.click(await screen.findByRole("button", { name: `Invite ${people} people again…` }));
    await waitFor(() => expect(router.state.location.pathname).toBe("/p/sample/invite/d1"));
    expect(shell.callsOf("reinvite_users")).toEqual([
      { profile: "sample", query: expect.objectContaining({ invitation: "lapsed" }), picked: null },
    ]);
  });

  it("say in plain words why no draft was made", async () => {
    const { user } = renderApp(`${AT}?queue=lapsed`, {
      people: 60,
      commands: {
        reinvite_users: () => {
          throw failure("nothing-to-send", "None of them waits for an invitation. Nothing was changed.");
        },
      },
    });
    await user.click(await screen.findByRole("button", { name: /^Invite \d+ people again…$/ }));
    expect(await screen.findByText(/None of them waits for an invitation/)).toBeTruthy();
  });
});
