import { act, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { flushSync } from "react-dom";
import { describe, expect, it } from "vitest";
import type { FoundPerson, UserView } from "@/ipc";
import { useCommands } from "@/kit/commands";
import { KEY_NAMES, KEYMAP } from "@/kit/keymap";
import { allKeysOf } from "@/kit/keyNames";
import { accessibilityProblems } from "@/test/axe";
import { failure, SAMPLE } from "@/test/fakeIpc";
import { renderApp } from "@/test/renderApp";
import { keyWords } from "@/words/keys";

const AT = "/p/sample/users";
const NORDLYS = { ...SAMPLE, id: "nordlys", name: "Nordlys", colour: "#0891b2", live: true };
const anna = (profile: typeof SAMPLE): FoundPerson => ({
  profile: profile.id,
  profileName: profile.name,
  colour: profile.colour,
  userId: `anna-${profile.id}`,
  name: "Anna Ozola",
  email: `anna.ozola@${profile.id}.example`,
  externalId: `waad|9c41-${profile.id}`,
  state: "Active",
});
const WORLD = {
  profiles: [SAMPLE, NORDLYS],
  commands: {
    find_people: ({ text }: Record<string, unknown>) =>
      `${text}`.startsWith("anna") ? [anna(SAMPLE), anna(NORDLYS)] : [],
    list_views: () => ({
      views: [{ id: "v1", name: "Lapsed in May", query: {}, columns: [], density: "compact" }],
      last: null,
    }),
  },
};
/** As the platforms are searched: by any part of the ids or the address. */
const WORLD_OF_IDS = {
  ...WORLD,
  commands: {
    ...WORLD.commands,
    find_people: ({ text }: Record<string, unknown>) =>
      [anna(SAMPLE), { ...anna(NORDLYS), userId: "u-17" }].filter((one) =>
        `${one.userId} ${one.externalId} ${one.email}`.includes(`${text}`.toLowerCase()),
      ),
  },
};
const field = () => screen.findByRole("combobox", { name: /^Whom or what to find/ });
/** The choice that Enter takes. */
const active = (of: HTMLElement) => document.getElementById(of.getAttribute("aria-activedescendant") ?? "");

async function opened(at = AT, world: Parameters<typeof renderApp>[1] = WORLD) {
  const app = renderApp(at, world);
  await screen.findByRole("heading", { level: 1 });
  await app.user.keyboard("{Control>}k{/Control}");
  return { ...app, input: await field() };
}

describe("finding anyone", () => {
  it("has a button that shows its key, and opens with the focus in the field", async () => {
    const { user } = renderApp(AT, WORLD);
    const button = await screen.findByRole("button", { name: /Find or do.*Ctrl\+K/ });
    await user.click(button);
    expect(document.activeElement).toBe(await field());
    expect(await accessibilityProblems()).toEqual([]);
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    await waitFor(() => expect(document.activeElement).toBe(button));
  });

  it("finds a person on every platform, each with its platform's name and colour", async () => {
    const { user, input, shell } = await opened();
    await user.type(input, "anna");
    const found = await screen.findAllByRole("option", { name: /Anna Ozola/ });
    expect(found.map((one) => one.textContent?.replace(/\s+/g, " "))).toEqual([
      "Anna Ozola anna.ozola@sample.example · Active Sample platform",
      "Anna Ozola anna.ozola@nordlys.example · Active Nordlys",
    ]);
    const colours = found.map((one) => one.querySelector<HTMLElement>("[style]")?.style.background);
    expect(colours).toEqual(["rgb(124, 58, 237)", "rgb(8, 145, 178)"]);
    expect(shell.callsOf("find_people").map(({ text }) => text)).toContain("anna");
    expect(await accessibilityProblems()).toEqual([]);
  });

  it("goes to the one person whose id or address is pasted onto any screen", async () => {
    for (const pasted of ["u-17", "Anna.Ozola@nordlys.example", "waad|9c41-nordlys"]) {
      const { user, router, unmount } = renderApp("/p/sample/roles", WORLD_OF_IDS);
      await screen.findByRole("heading", { level: 1, name: "Roles" });
      await user.paste(`${pasted}\n`);
      await waitFor(() => expect(router.state.location.pathname).toBe("/p/nordlys/users"));
      expect(router.state.location.search).toEqual({ person: "u-17" });
      await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
      unmount();
    }
  });

  it("shows whoever fits where it is not one person, and nobody where a plain word is pasted", async () => {
    const both = [anna(SAMPLE), { ...anna(NORDLYS), email: "anna.ozola@sample.example" }];
    const { user, router } = renderApp("/p/sample/roles", { ...WORLD, commands: { find_people: () => both } });
    await screen.findByRole("heading", { level: 1, name: "Roles" });
    await user.paste("Customer");
    expect(screen.queryByRole("dialog")).toBeNull();
    await user.paste("anna.ozola@sample.example");
    expect(await screen.findAllByRole("option", { name: /Anna Ozola/ })).toHaveLength(2);
    expect((await field()).getAttribute("value")).toBe("anna.ozola@sample.example");
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    // It may be a subscription key.
    await user.paste("0f1e2d3c4b5a69788796a5b4c3d2e1f0");
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(document.body.textContent).not.toContain("0f1e2d3c");
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(router.state.location.pathname).toBe("/p/sample/roles");
  });

  it("goes there from Users too, without the filters of before", async () => {
    const at = `${AT}?state=Active&search=peter&sort=-created&view=v1`;
    const { user, router } = renderApp(at, WORLD_OF_IDS);
    await screen.findByRole("grid", { name: "People" });
    await user.paste(" anna-sample ");
    await waitFor(() =>
      expect(router.state.location.search).toEqual({ sort: "-created", view: "v1", person: "anna-sample" }),
    );
    expect(router.state.location.pathname, "the platform that is open").toBe(AT);
    await user.paste("anna.ozola@nordlys.example");
    await waitFor(() => expect(router.state.location.pathname).toBe("/p/nordlys/users"));
    expect(router.state.location.search, "another platform has an order of its own").toEqual({ person: "u-17" });
  });

  it("makes an address that nobody has the search of Users, where it is pasted there", async () => {
    const { user, router } = renderApp(`${AT}?state=Active&person=anna-sample`, WORLD_OF_IDS);
    await screen.findByRole("grid", { name: "People" });
    await user.paste("gone@nordlys.example");
    await waitFor(() => expect(router.state.location.search).toEqual({ search: "gone@nordlys.example" }));
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("shows nowhere and keeps nowhere what may be a secret, on Users as little as elsewhere", async () => {
    const { user, router, shell } = renderApp(AT, WORLD_OF_IDS);
    await screen.findByRole("grid", { name: "People" });
    for (const secret of ["0f1e2d3c4b5a69788796a5b4c3d2e1f0", "https://ann:0f1e2d3c@gate.example", "P@ss-0f1e2d3c"]) {
      await user.paste(secret);
      // Longer than the screen waits before it keeps how it stands.
      await new Promise((resolve) => setTimeout(resolve, 600));
      const shown = router.state.location.href + document.body.innerHTML;
      expect(shown.includes("0f1e2d3c"), `${secret} is shown`).toBe(false);
    }
    expect(JSON.stringify(shell.callsOf("keep_last_view"))).not.toContain("0f1e2d3c");
    expect(JSON.stringify(shell.callsOf("list_users"))).not.toContain("0f1e2d3c");
  });

  it("looks for nobody in what is pasted while something has to be answered first", async () => {
    const { user, router } = renderApp("/p/sample/roles", WORLD_OF_IDS);
    await screen.findByRole("heading", { level: 1, name: "Roles" });
    await user.keyboard("?");
    await screen.findByRole("dialog");
    await user.paste("u-17");
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(screen.getAllByRole("dialog")).toHaveLength(1);
    expect(router.state.location.pathname).toBe("/p/sample/roles");
  });

  it("opens that person in that platform's Users, by keys alone", async () => {
    const { user, input, router } = await opened();
    await user.type(input, "anna");
    await screen.findAllByRole("option", { name: /Anna Ozola/ });
    await user.keyboard("{ArrowDown}");
    expect(active(input)?.textContent).toContain("nordlys.example");
    expect(active(input)?.getAttribute("aria-selected")).toBe("true");
    await user.keyboard("{Enter}");
    await waitFor(() => expect(router.state.location.pathname).toBe("/p/nordlys/users"));
    expect(router.state.location.search).toEqual({ person: "anna-nordlys" });
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("opens the first who is found when an address is pasted and Enter is pressed", async () => {
    const { user, input, router } = await opened();
    input.focus();
    await user.paste("anna.ozola@sample.example");
    await screen.findAllByRole("option", { name: /Anna Ozola/ });
    await user.keyboard("{Enter}");
    await waitFor(() => expect(router.state.location.search).toEqual({ person: "anna-sample" }));
  });

  it("says so when nobody and nothing is found, and when looking fails", async () => {
    const { user, input, unmount } = await opened();
    await user.type(input, "qqqq");
    expect(await screen.findByText("Nobody and nothing is called “qqqq”.")).toBeTruthy();
    unmount();
    const broken = await opened(AT, {
      commands: {
        find_people: () => {
          throw failure("storage-key", "The keychain is locked. Unlock it, and try again.");
        },
      },
    });
    await broken.user.type(broken.input, "anna");
    expect(await screen.findByText(/The keychain is locked/)).toBeTruthy();
  });

  it("says that it is looking as long as it does", async () => {
    let answer: (people: FoundPerson[]) => void = () => undefined;
    const later = new Promise<FoundPerson[]>((done) => {
      answer = done;
    });
    const { user, input } = await opened(AT, { commands: { find_people: () => later } });
    await user.type(input, "anna");
    expect(await screen.findByText("Looking on all platforms…")).toBeTruthy();
    answer([anna(SAMPLE)]);
    expect(await screen.findByRole("option", { name: /Anna Ozola/ })).toBeTruthy();
    expect(screen.queryByText("Looking on all platforms…")).toBeNull();
  });
});

describe("going anywhere", () => {
  it("offers no screen that the platform lacks, and the others keep their keys", async () => {
    await opened(AT, { profiles: [{ ...SAMPLE, needs: { ...SAMPLE.needs, identityProviders: false } }] });
    const screens = within(screen.getByRole("group", { name: "Go to" })).getAllByRole("option");
    const texts = screens.map((one) => one.textContent?.replace(/\s+/g, " ").trim());
    expect(texts).not.toContain("Identity providers Alt+6");
    expect(texts).toContain("Access reviews Alt+7");
  });

  it("offers screens, platforms and the saved views of the open platform", async () => {
    await opened();
    const list = screen.getByRole("listbox", { name: "Found" });
    await within(list).findByRole("option", { name: /^Lapsed in May/ });
    const of = (group: string) =>
      within(within(list).getByRole("group", { name: group }))
        .getAllByRole("option")
        .map((one) => one.textContent?.trim());
    expect(of("Go to").map((text) => text?.replace(/\s+/g, " "))).toEqual([
      "Overview Alt+1",
      "Users Alt+2",
      "Changes Alt+3",
      "Findings Alt+4",
      "Roles Alt+5",
      "Identity providers Alt+6",
      "Access reviews Alt+7",
      "Invite Alt+8",
      "Runs Alt+9",
      "Connections",
      "Settings Ctrl+,",
    ]);
    expect(of("Platforms").map((text) => text?.replace(/\s+/g, " "))).toEqual([
      "Sample platform Ctrl+Shift+1",
      "Nordlys – live Ctrl+Shift+2",
    ]);
    expect(of("Saved views")).toEqual([expect.stringContaining("Lapsed in May")]);
  });

  it("goes to the screen that is typed, and to a saved view", async () => {
    const { user, input, router } = await opened();
    await user.type(input, "chan{Enter}");
    await waitFor(() => expect(router.state.location.pathname).toBe("/p/sample/changes"));
    await user.keyboard("{Control>}k{/Control}");
    await user.type(await field(), "lapsed");
    await screen.findAllByRole("option", { name: /^Lapsed in May/ });
    await user.keyboard("{Enter}");
    await waitFor(() => expect(router.state.location.search).toEqual({ view: "v1" }));
  });

  it("takes what was typed where Enter comes before the list is drawn for it", async () => {
    const { input, router } = await opened();
    expect(active(input)?.textContent).not.toContain("Settings");
    act(() => {
      fireEvent.change(input, { target: { value: "settings" } });
      expect(active(input)?.textContent, "what was drawn before").not.toContain("Settings");
      fireEvent.keyDown(input, { key: "Enter" });
    });
    await waitFor(() => expect(router.state.location.pathname).toBe("/settings"));
  });

  it("takes the view that was chosen last where Enter comes before anything is drawn", async () => {
    const { user, router } = await opened("/p/sample/changes");
    await user.type(await field(), "lapsed");
    await screen.findAllByRole("option", { name: /^Lapsed in May/ });
    await user.keyboard("{Enter}");
    await waitFor(() => expect(router.state.location.search).toEqual({ view: "v1" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    await act(() => router.navigate({ to: "/p/$profile/roles", params: { profile: "sample" } }));
    await screen.findByRole("heading", { level: 1, name: "Roles" });
    act(() => {
      flushSync(() => fireEvent.keyDown(document.body, { key: "k", code: "KeyK", ctrlKey: true }));
      expect(screen.queryAllByRole("option"), "nothing is drawn yet").toEqual([]);
      fireEvent.keyDown(screen.getByRole("combobox"), { key: "Enter" });
    });
    await waitFor(() => expect(router.state.location.search).toEqual({ view: "v1" }));
  });

  it("opens a saved view over the Users that stand there already: its people, its order and its density", async () => {
    const LAPSED = {
      id: "v2",
      name: "Lapsed, newest first",
      query: { invitation: "lapsed", sort: [{ column: "created", descending: true }] },
      columns: [],
      density: "compact",
    } satisfies UserView;
    const { user, input, router, shell } = await opened(`${AT}?state=Active`, { views: [LAPSED], people: 60 });
    const grid = await screen.findByRole("grid", { name: "People" });
    await within(grid).findByText("Anna Ozola");
    await user.type(input, "lapsed, n");
    await screen.findByRole("option", { name: /^Lapsed, newest first/ });
    await user.keyboard("{Enter}");
    await waitFor(() =>
      expect(router.state.location.search).toEqual({ queue: "lapsed", sort: "-created", view: "v2" }),
    );
    await waitFor(() => expect(within(grid).queryByText("Anna Ozola")).toBeNull());
    const lapsed = shell.people.found({ ...LAPSED.query });
    await waitFor(() => expect(grid.getAttribute("aria-rowcount")).toBe(`${lapsed.length + 1}`));
    expect((await screen.findByRole("button", { name: "Compact" })).getAttribute("aria-pressed")).toBe("true");
    expect(screen.queryByText(/^Differs from/)).toBeNull();
  });

  it("shows first what was chosen before, and keeps none of it in the page's storage", async () => {
    const { user, input } = await opened();
    await user.type(input, "anna");
    await screen.findAllByRole("option", { name: /Anna Ozola/ });
    await user.keyboard("{Enter}");
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    await user.keyboard("{Control>}k{/Control}");
    const list = await screen.findByRole("listbox", { name: "Found" });
    const first = within(list).getAllByRole("option")[0];
    expect(first?.textContent).toContain("Anna Ozola");
    expect(active(await field())).toBe(first);
    expect(JSON.stringify({ ...localStorage })).not.toContain("anna");
  });

  it("opens from a field that is being typed into, but not over a question", async () => {
    const { user } = renderApp(AT, WORLD);
    await user.click(await screen.findByRole("searchbox", { name: "Search people" }));
    await user.keyboard("{Control>}k{/Control}");
    await field();
    await user.keyboard("{Control>}k{/Control}");
    expect(screen.getAllByRole("dialog")).toHaveLength(1);
  });

  it("goes round at the ends", async () => {
    const { user, input } = await opened();
    await screen.findAllByRole("option", { name: /^Lapsed in May/ });
    const all = within(screen.getByRole("listbox", { name: "Found" })).getAllByRole("option");
    await user.keyboard("{ArrowUp}");
    expect(active(input)).toBe(all.at(-1));
    await user.keyboard("{ArrowDown}");
    expect(active(input)).toBe(all[0]);
  });
});

describe("doing anything", () => {
  const offered = (group: string) =>
    within(within(screen.getByRole("listbox", { name: "Found" })).getByRole("group", { name: group }))
      .getAllByRole("option")
      .map((one) => one.textContent?.replace(/\s+/g, " ").trim());

  it("offers what the screen can do and what the window can, each with its key", async () => {
    await opened();
    await waitFor(() =>
      expect(offered("On this screen")).toEqual(
        expect.arrayContaining(["Search people /", "Export Ctrl+E", "Save as a new view…"]),
      ),
    );
    expect(offered("Do")).toEqual(
      expect.arrayContaining([
        "Refresh the lists of Sample platform F5",
        "Invite from a file… Ctrl+O",
        "Invite one person… Ctrl+N",
        "Start an access review…",
        "Dark theme",
        "High contrast",
        "Show these keys ?",
      ]),
    );
  });

  it("offers what a screen can do that is there only after it was opened", async () => {
    await opened();
    await screen.findByRole("option", { name: /^Export/ });
    const Late = () => {
      useCommands([{ id: "late", label: "Come late", act: () => undefined }]);
      return null;
    };
    const late = render(<Late />);
    await waitFor(() => expect(offered("On this screen")).toContain("Come late"));
    late.unmount();
    await waitFor(() => expect(offered("On this screen")).not.toContain("Come late"));
  });

  it("does what is chosen", async () => {
    const { user, input, shell } = await opened();
    await user.type(input, "high con{Enter}");
    await waitFor(() =>
      expect(shell.callsOf("save_settings")).toEqual([{ settings: { theme: "system", contrast: "high" } }]),
    );
    await waitFor(() => expect(document.documentElement.dataset.contrast).toBe("high"));
  });

  it("says of what can't be done now why, and does not do it", async () => {
    const { user, input, router } = await opened("/connections", { profiles: [] });
    await user.type(input, "invite from");
    const off = await screen.findByRole("option", { name: /^Invite from a file/ });
    expect(off.getAttribute("aria-disabled")).toBe("true");
    expect(off.textContent).toContain("no platform is open");
    await user.keyboard("{Enter}");
    expect(screen.getByRole("dialog")).toBeTruthy();
    expect(router.state.location.pathname).toBe("/connections");
  });

  it("reads no list and no key of the page's own: F5 reads the platform's lists and tells of it", async () => {
    const { user, shell } = renderApp("/p/sample/roles", WORLD);
    await screen.findByRole("heading", { level: 1 });
    await user.keyboard("{F5}");
    await waitFor(() => expect(shell.callsOf("refresh")).toHaveLength(1));
    expect(await screen.findByText(/^The lists of Sample platform were read/)).toBeTruthy();
  });

  it("goes to a screen by its place in the list on the left", async () => {
    const { user, router } = renderApp(AT, WORLD);
    await screen.findByRole("heading", { level: 1 });
    await user.keyboard("{Alt>}5{/Alt}");
    await waitFor(() => expect(router.state.location.pathname).toBe("/p/sample/roles"));
  });
});

describe("the map of keys", () => {
  it("shows every key that is bound, by what it does, and opens with its own", async () => {
    const { user } = renderApp(AT, WORLD);
    await screen.findByRole("heading", { level: 1 });
    await user.keyboard("?");
    const map = await screen.findByRole("dialog", { name: "Keys" });
    for (const name of KEY_NAMES) {
      const line = within(within(map).getByRole("region", { name: keyWords.area[KEYMAP[name].area] })).getByText(
        keyWords.does[name],
      );
      const keys = [...(line.nextElementSibling?.querySelectorAll("kbd") ?? [])].map((key) => key.textContent);
      expect(keys, name).toEqual(allKeysOf(name));
    }
    expect(await accessibilityProblems()).toEqual([]);
  });

  it("leaves the sign to a field that is typed into", async () => {
    const { user } = renderApp(AT, WORLD);
    const search = await screen.findByRole("searchbox", { name: "Search people" });
    await user.type(search, "who?");
    expect(search).toHaveProperty("value", "who?");
    expect(screen.queryByRole("dialog")).toBeNull();
  });
});
