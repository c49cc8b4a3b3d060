import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { accessibilityProblems } from "@/test/axe";
import { failure } from "@/test/fakeIpc";
import { fakePeople } from "@/test/fakePeople";
import { renderApp } from "@/test/renderApp";

const AT = "/p/sample/users";
const grid = () => screen.findByRole("grid", { name: "People" });
const rowOf = async (name: string) => within(await grid()).findByText(name);
const wordOf = (router: { state: { location: { search: unknown } } }) => router.state.location.search;

describe("Users", () => {
  it("shows everyone, and nothing that axe-core objects to", async () => {
    renderApp(AT);
    await rowOf("Peter Novak");
    expect((await grid()).getAttribute("aria-rowcount")).toBe("14");
    expect(screen.getByText("sorted by name, A to Z")).toBeTruthy();
    expect(await accessibilityProblems()).toEqual([]);
  });

  it("puts search and order into the address and asks for exactly that", async () => {
    const { user, router, shell } = renderApp(AT, { people: 200 });
    await rowOf("Anna Becker");
    await user.keyboard("/");
    await user.keyboard("novak");
    await waitFor(() => expect(wordOf(router)).toEqual({ search: "novak" }));
    await user.click(screen.getByRole("button", { name: "Created" }));
    await user.click(screen.getByRole("button", { name: "Created" }));
    await waitFor(() => expect(wordOf(router)).toEqual({ search: "novak", sort: "-created" }));
    await waitFor(() =>
      expect(shell.callsOf("list_users").at(-1)).toMatchObject({
        query: { search: "novak", sort: [{ column: "created", descending: true }] },
        offset: 0,
      }),
    );
    expect(screen.getByText("sorted by creation date, newest first")).toBeTruthy();
  });

  it("orders by several columns, and says so", async () => {
    const { user, router } = renderApp(AT, { people: 60 });
    await rowOf("Anna Ozola");
    await user.click(screen.getByRole("button", { name: "State" }));
    await user.keyboard("{Shift>}");
    await user.click(screen.getByRole("button", { name: "Created" }));
    await user.keyboard("{/Shift}");
    await waitFor(() => expect(wordOf(router)).toEqual({ sort: "state,created" }));
    expect(await screen.findByText("sorted by state, A to Z; then creation date, oldest first")).toBeTruthy();
  });

  it("shows every column that there is for the asking, also fields that Rollcall has no name for", async () => {
    const { user } = renderApp(AT);
    await rowOf("Anna Ozola");
    expect(screen.queryByRole("columnheader", { name: "PreferredLanguage" })).toBeNull();
    await user.click(screen.getByRole("button", { name: "Columns" }));
    for (const name of ["External id", "PreferredLanguage"]) {
      await user.click(await screen.findByRole("checkbox", { name }));
      expect(await screen.findByRole("columnheader", { name })).toBeTruthy();
    }
    expect(screen.getAllByText("lv-LV").length).toBeGreaterThan(1);
  });

  it("goes to a row by its number, asked for from anywhere on the screen", async () => {
    const { user } = renderApp(AT, { people: 200 });
    await rowOf("Anna Becker");
    await user.keyboard("{Control>}k{/Control}go to row");
    await user.click(await screen.findByRole("option", { name: /^Go to row/ }));
    await user.type(await screen.findByLabelText("Row number"), "5{Enter}");
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    const fifth = within(await grid()).getAllByRole("row")[5];
    const active = document.getElementById((await grid()).getAttribute("aria-activedescendant") ?? "");
    expect(fifth?.contains(active), "the fifth row under the header is the active one").toBe(true);
  });

  it("goes back by one step to what was searched before, not letter by letter", async () => {
    const { user, router } = renderApp(AT, { people: 60 });
    await rowOf("Anna Ozola");
    await user.keyboard("/");
    await user.keyboard("nov");
    await waitFor(() => expect(wordOf(router)).toEqual({ search: "nov" }));
    await user.keyboard("ak");
    await waitFor(() => expect(wordOf(router)).toEqual({ search: "novak" }));
    router.history.back();
    await waitFor(() => expect(wordOf(router)).toEqual({}));
    expect((screen.getByRole("searchbox", { name: "Search people" }) as HTMLInputElement).value).toBe("");
  });

  it("keeps the old rows, dimmed, until the new ones are there", async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const people = fakePeople(13);
    const { user } = renderApp(AT, {
      commands: {
        list_users: async ({ query, offset, limit }) => {
          const asked = query as { search: string };
          if (asked.search !== "") await held;
          return people.window(asked, offset as number, limit as number, "2026-11-25T08:00:00Z");
        },
      },
    });
    await rowOf("Anna Ozola");
    await user.keyboard("/");
    await user.keyboard("peter");
    await waitFor(async () => expect((await grid()).getAttribute("aria-busy")).toBe("true"));
    expect(await rowOf("Anna Ozola")).toBeTruthy();
    release();
    await waitFor(async () => expect(within(await grid()).queryByText("Anna Ozola")).toBeNull());
    expect(await rowOf("Peter Novak")).toBeTruthy();
  });

  it("opens the one person whose address was pasted into the search, once", async () => {
    const { user, router, shell } = renderApp(AT);
    await rowOf("Peter Novak");
    const peter = shell.people.all[5];
    await user.click(screen.getByRole("searchbox", { name: "Search people" }));
    await user.paste(peter?.email ?? "");
    await screen.findByRole("complementary", { name: /Peter Novak/ });
    expect(wordOf(router)).toEqual({ search: peter?.email, person: peter?.id });
    await user.click(screen.getByRole("button", { name: "Close" }));
    await waitFor(() => expect(screen.queryByRole("complementary")).toBeNull());
    expect(wordOf(router), "whoever was closed stays closed").toEqual({ search: peter?.email });
  });

  it("opens that person again where the search was emptied and the same is searched for again", async () => {
    const { user, shell } = renderApp(AT);
    await rowOf("Peter Novak");
    const email = shell.people.all[5]?.email ?? "";
    const field = screen.getByRole("searchbox", { name: "Search people" });
    for (const time of ["first", "second"]) {
      await user.click(field);
      await user.paste(email);
      expect(await screen.findByRole("complementary", { name: /Peter Novak/ }), `the ${time} time`).toBeTruthy();
      await user.click(screen.getByRole("button", { name: "Close" }));
      await waitFor(() => expect(screen.queryByRole("complementary")).toBeNull());
      await user.clear(field);
      await rowOf("Anna Ozola");
    }
  });

  it("opens a person from the address, with fields that Rollcall has no name for", async () => {
    const { shell, unmount } = renderApp(AT);
    const id = shell.people.all[5]?.id;
    unmount();
    renderApp(`${AT}?person=${id}`);
    const panel = await screen.findByRole("complementary", { name: /Peter Novak/ });
    expect(await within(panel).findByText("PreferredLanguage")).toBeTruthy();
    expect(within(panel).getByText("lv-LV")).toBeTruthy();
    expect(await accessibilityProblems()).toEqual([]);
  });

  it("opens with Enter, follows the arrows, closes with Escape and keeps the focus", async () => {
    const { user, router } = renderApp(AT);
    await rowOf("Anna Ozola");
    (await grid()).focus();
    await user.keyboard("{Enter}");
    await screen.findByRole("complementary", { name: /Anna Ozola/ });
    await user.keyboard("{ArrowDown}");
    await screen.findByRole("complementary", { name: /Chloé Dubois/ });
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole("complementary")).toBeNull());
    expect(wordOf(router)).toEqual({});
    expect((await grid()).contains(document.activeElement)).toBe(true);
  });

  it("closes a person with one Escape, also from the button whose hint is open", async () => {
    const { user } = renderApp(AT);
    await user.click(await rowOf("Peter Novak"));
    const about = await screen.findByRole("complementary", { name: /Peter Novak/ });
    await user.tab();
    expect(document.activeElement).toBe(within(about).getByRole("button", { name: "Close" }));
    expect(await screen.findByRole("tooltip")).toBeTruthy();
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole("complementary", { name: /Peter Novak/ })).toBeNull());
  });

  it("leads to Invite with someone whose invitation lapsed, and says why an active person can't be invited", async () => {
    const { user, router, shell } = renderApp(AT);
    await user.click(await rowOf("Anna Ozola"));
    const off = await screen.findByRole("button", { name: "Invite again" });
    expect(off.getAttribute("aria-disabled")).toBe("true");
    await user.click(await rowOf("Peter Novak"));
    await screen.findByRole("complementary", { name: /Peter Novak/ });
    await user.click(screen.getByRole("button", { name: "Invite again" }));
    await waitFor(() => expect(router.state.location.pathname).toBe("/p/sample/invite"));
    expect(wordOf(router)).toEqual({ person: shell.people.all[5]?.id });
  });

  it("keeps the filter when nobody matches, and offers to clear it", async () => {
    const { user, router } = renderApp(`${AT}?search=nobody-of-this-name`);
    expect(await screen.findByText("Nobody matches")).toBeTruthy();
    expect(wordOf(router)).toEqual({ search: "nobody-of-this-name" });
    expect(
      screen.getByText("Nobody’s name, address, id, role or organization holds “nobody-of-this-name”."),
    ).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Clear search and filters" }));
    await rowOf("Peter Novak");
    await waitFor(() => expect(document.activeElement?.textContent, "the button is gone").toBe("Users"));
  });

  it("offers to try again when its data can't be opened, and shows no rows that will not come", async () => {
    let locked = true;
    const people = fakePeople(3);
    const list_users = () => {
      if (locked) throw failure("storage-key", "The key is not at hand. Nothing was changed.");
      return people.window({}, 0, 3, "2026-11-25T08:00:00Z");
    };
    const { user } = renderApp(AT, { commands: { list_users } });
    expect(await screen.findByText(/The key is not at hand/)).toBeTruthy();
    expect(screen.queryByText("Loading")).toBeNull();
    locked = false;
    await user.click(screen.getByRole("button", { name: "Try again" }));
    await waitFor(() => expect(screen.queryByText(/The key is not at hand/)).toBeNull());
  });

  it("begins anew only at a person's word what can't be read any more, and says why where that fails", async () => {
    let lost = true;
    let locked = true;
    const people = fakePeople(3);
    const list_users = () => {
      if (lost) throw failure("storage-lost", "Rollcall can't read the drafts of this platform. Nothing was changed.");
      return people.window({}, 0, 3, "2026-11-25T08:00:00Z");
    };
    const begin_anew = () => {
      if (locked) throw failure("storage-key", "The key is not at hand. Nothing was moved.");
      lost = false;
      return null;
    };
    const { user, shell } = renderApp(AT, { commands: { list_users, begin_anew } });
    expect(await screen.findByText(/can't read the drafts/)).toBeTruthy();
    expect(shell.callsOf("begin_anew")).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Keep it aside and begin anew" }));
    expect(await screen.findByText("The key is not at hand. Nothing was moved.")).toBeTruthy();
    locked = false;
    await user.click(screen.getByRole("button", { name: "Keep it aside and begin anew" }));
    await waitFor(() => expect(screen.queryByText(/can't read the drafts/)).toBeNull());
    expect(shell.callsOf("begin_anew")).toEqual([{ profile: "sample" }, { profile: "sample" }]);
  });

  it("reads a list that was never read, once, without being asked", async () => {
    const { shell } = renderApp(AT, { fetched: false });
    await rowOf("Peter Novak");
    expect(shell.callsOf("refresh")).toEqual([{ profile: "sample" }]);
  });

  it("shows how far a refresh is and lets it be stopped", async () => {
    const { user, shell } = renderApp(AT, { commands: { refresh: () => new Promise(() => undefined) } });
    await rowOf("Peter Novak");
    await user.click(screen.getByRole("button", { name: "More" }));
    await user.click(await screen.findByRole("menuitem", { name: "Refresh" }));
    await shell.happen({
      kind: "refresh-progress",
      data: { profile: "sample", read: 7200, total: 18_402, secondsLeft: 12 },
    });
    expect(await screen.findByText("7,200 of 18,402 people read")).toBeTruthy();
    expect(screen.getByText("0:12 left")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Cancel" }));
    expect(shell.callsOf("cancel_refresh")).toEqual([{ profile: "sample" }]);
  });

  it("keeps the old list in sight after a failed refresh, and says so", async () => {
    renderApp(AT, {
      lastFailure: { at: new Date().toISOString(), sentence: "The platform did not answer within 60 seconds." },
    });
    await rowOf("Peter Novak");
    expect(await screen.findByText(/The list could not be refreshed/)).toBeTruthy();
    expect(screen.getByText(/is still here/)).toBeTruthy();
  });

  it("leads to the connection when its credentials are missing", async () => {
    const { user, router } = renderApp(AT, {
      fetched: false,
      commands: {
        refresh: () => {
          throw failure("credentials-missing", "The subscription key was never entered.");
        },
      },
    });
    await user.click(await screen.findByRole("button", { name: "Open connection" }));
    await waitFor(() => expect(router.state.location.pathname).toBe("/connections/sample"));
  });

  it("shows a name that a hostile platform gives as text", async () => {
    const hostile = `<img src=x onerror="alert(1)">`;
    const { shell } = renderApp(AT, {
      commands: {
        list_users: () => ({
          total: 1,
          matching: 1,
          rows: [{ ...shell.people.all[0], name: hostile }],
          asOf: "2026-11-25T08:00:00Z",
          exact: null,
        }),
        known_fields: () => [hostile],
      },
    });
    await rowOf(hostile);
    expect(document.querySelector("img")).toBeNull();
  });
});
