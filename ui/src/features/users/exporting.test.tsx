import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { ExportChoice, Picked, UserQuery } from "@/ipc";
import { accessibilityProblems } from "@/test/axe";
import { type FakeWorld, failure } from "@/test/fakeIpc";
import { fakePeople } from "@/test/fakePeople";
import { renderApp } from "@/test/renderApp";

const AT = "/p/sample/users";
type Person = { click: (element: Element) => Promise<void>; keyboard: (keys: string) => Promise<void> };
const grid = () => screen.findByRole("grid", { name: "People" });
const bar = () => screen.findByRole("region", { name: "Selected people" });

async function exportDialog(user: Person) {
  await within(await grid()).findByText(/Anna Ozola/);
  await user.click(screen.getByRole("button", { name: "More" }));
  await user.click(await screen.findByRole("menuitem", { name: "Export…" }));
  return screen.findByRole("dialog", { name: "Export people" });
}

async function marked(user: Person, keys: string) {
  await within(await grid()).findByText(/Anna Ozola/);
  (await grid()).focus();
  await user.keyboard(keys);
}

/** Commands by which so many people come into a draft. */
const drafting = (rowsRead: number) => ({
  reinvite_users: () => ({ id: "d1", file: { rowsRead } }),
  draft_view: () => new Promise(() => undefined),
});

/** A promise that is kept from outside. */
function later<T>() {
  let keep: (value: T) => void = () => undefined;
  let breakIt: (error: unknown) => void = () => undefined;
  const promise = new Promise<T>((resolve, reject) => {
    keep = resolve;
    breakIt = reject;
  });
  return { promise, keep, breakIt };
}

/** A platform whose rows are others from a moment on, which a command refuses that is about those of before. */
function moving(refusing: "copy_users" | "export_users") {
  const people = fakePeople(60);
  let asOf = "then";
  const refuse = (picked: Picked) => {
    if (picked.asOf !== asOf) throw failure("list-changed", "The list has changed; nothing was done. Choose again.");
  };
  const commands: FakeWorld["commands"] = {
    list_users: ({ query, offset, limit }) =>
      people.window(query as UserQuery, offset as number, limit as number, asOf),
    [refusing]: ({ picked, what }) => {
      refuse((picked ?? (what as ExportChoice).picked) as Picked);
      return { rows: 2, columns: 1 };
    },
  };
  const moved = () => {
    asOf = "now";
  };
  return { moved, commands };
}

describe("Exporting people", () => {
  it("asks who, which columns and what kind of file, and writes exactly that", async () => {
    const { user, shell } = renderApp(`${AT}?search=anna`, { people: 60 });
    const dialog = await exportDialog(user);
    expect(await accessibilityProblems()).toEqual([]);
    expect(within(dialog).getByRole("radio", { name: /who match the filters$/, checked: true })).toBeTruthy();
    expect(within(dialog).queryByRole("radio", { name: /selected$/ }), "nobody is marked").toBeNull();
    await user.click(within(dialog).getByRole("radio", { name: "All 60 people on the platform" }));
    await user.click(within(dialog).getByRole("radio", { name: /^CSV/ }));
    await user.click(within(dialog).getByRole("button", { name: /Separator/ }));
    await user.click(within(await screen.findByRole("listbox")).getByRole("option", { name: "Semicolon" }));
    await user.click(within(dialog).getByRole("button", { name: "Export 60 people…" }));
    expect(await screen.findByText(/^Saved as people\.xlsx: \d+ people\.$/)).toBeTruthy();
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(shell.callsOf("export_users")[0]?.what).toMatchObject({
      query: { search: "anna" },
      picked: null,
      everyone: true,
      columns: ["name", "email", "state", "role", "organization", "provider", "created"],
      format: "csv",
      separator: "semicolon",
      encoding: "utf8-bom",
    });
  });

  it("says how far it is and how long still, and stops when told to, without a file left behind", async () => {
    const file = later<never>();
    const { user, shell } = renderApp(AT, {
      people: 60,
      commands: {
        export_users: () => file.promise,
        cancel_export: () => file.breakIt(failure("cancelled", "The export was stopped.")),
      },
    });
    const dialog = await exportDialog(user);
    await user.click(within(dialog).getByRole("radio", { name: /All columns/ }));
    await user.click(within(dialog).getByRole("button", { name: "Export 60 people…" }));
    await within(dialog).findByText("Waiting for a file name");
    await shell.happen({
      kind: "export-progress",
      data: { profile: "sample", written: 20, total: 60, secondsLeft: 72 },
    });
    expect(await within(dialog).findByText("20 of 60 people written")).toBeTruthy();
    expect(within(dialog).getByText("1:12 left")).toBeTruthy();
    await user.keyboard("{Escape}");
    await user.click(within(dialog).getByRole("button", { name: "Stop" }));
    expect(await within(dialog).findByText("The export was stopped. No file was left behind.")).toBeTruthy();
    expect(shell.callsOf("export_users")[0]?.what, "all of them").toMatchObject({ columns: [] });
  });

  it("says in plain words why nothing was written, and can be tried in another way", async () => {
    const { user } = renderApp(AT, {
      commands: {
        export_users: () => {
          throw failure("bad-request", "Row 4 holds letters that Windows-1252 can’t write. No file was written.");
        },
      },
    });
    const dialog = await exportDialog(user);
    await user.click(within(dialog).getByRole("button", { name: /^Export 13 people/ }));
    expect(await within(dialog).findByText(/Row 4 holds letters/)).toBeTruthy();
    expect(within(dialog).getByRole("button", { name: /^Export 13 people/ })).toBeTruthy();
  });
});

describe("People who are marked", () => {
  it("are counted under the rows, and copied with headers or without", async () => {
    const { user, shell } = renderApp(AT, { people: 60 });
    await marked(user, "{Shift>}{ArrowDown}{ArrowDown}{ArrowRight}{/Shift}");
    expect(within(await bar()).getByText("3 people selected")).toBeTruthy();
    expect(await accessibilityProblems()).toEqual([]);
    await user.keyboard("{Control>}c{/Control}");
    expect(await within(await bar()).findByText("Copied 3 rows of 2 columns.")).toBeTruthy();
    await user.click(within(await bar()).getByRole("button", { name: "Copy" }));
    const asked = shell.callsOf("copy_users");
    expect(asked.map(({ headers }) => headers)).toEqual([false, true]);
    expect(asked[0]).toMatchObject({
      picked: { all: false, ranges: [{ from: 0, to: 2 }], asOf: expect.any(String) },
      columns: ["name", "email"],
    });
    await user.click(within(await bar()).getByRole("button", { name: "Clear" }));
    await waitFor(() => expect(screen.queryByRole("region", { name: "Selected people" })).toBeNull());
  });

  it("are everyone who matches with Ctrl and A: exported and invited again as that, not as places", async () => {
    const { user, router, shell } = renderApp(`${AT}?state=New`, {
      people: 200,
      commands: drafting(40),
    });
    await within(await grid()).findAllByRole("row");
    await waitFor(async () => expect((await grid()).getAttribute("aria-rowcount")).toBe("41"));
    (await grid()).focus();
    await user.keyboard("{Control>}a{/Control}");
    expect(within(await bar()).getByText("40 people selected")).toBeTruthy();
    await user.click(within(await bar()).getByRole("button", { name: "Export…" }));
    const dialog = await screen.findByRole("dialog", { name: "Export people" });
    expect(within(dialog).getByRole("radio", { name: "The 40 people selected", checked: true })).toBeTruthy();
    await user.click(within(dialog).getByRole("button", { name: "Export 40 people…" }));
    await screen.findByText(/^Saved as people\.xlsx/);
    const all = { all: true, ranges: [], asOf: expect.any(String) };
    expect(shell.callsOf("export_users")[0]?.what).toMatchObject({ picked: all });
    await user.click(within(await bar()).getByRole("button", { name: "Invite again…" }));
    await waitFor(() => expect(router.state.location.pathname).toBe("/p/sample/invite/d1"));
    expect(shell.callsOf("reinvite_users")[0]).toMatchObject({ query: { states: ["New"] }, picked: all });
  });

  it("are told how many were left out of the draft because they are not New, before it is opened", async () => {
    const { user, router } = renderApp(AT, { people: 60, commands: drafting(2) });
    await marked(user, "{Shift>}{ArrowDown}{ArrowDown}{ArrowDown}{/Shift}");
    await user.click(within(await bar()).getByRole("button", { name: "Invite again…" }));
    expect(await screen.findByText(/^The draft holds 2 people\. 2 others were left out: .* not New/)).toBeTruthy();
    expect(router.state.location.pathname).toBe(AT);
    expect(await accessibilityProblems()).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Open the draft" }));
    await waitFor(() => expect(router.state.location.pathname).toBe("/p/sample/invite/d1"));
  });

  it("come into a draft also where the list that is read for it takes the marks away", async () => {
    const draft = later<unknown>();
    const { user, router, shell } = renderApp(AT, {
      people: 60,
      commands: { ...drafting(2), reinvite_users: () => draft.promise },
    });
    await marked(user, "{Shift>}{ArrowDown}{/Shift}");
    await user.click(within(await bar()).getByRole("button", { name: "Invite again…" }));
    await user.keyboard("{Escape}");
    await user.click(within(await bar()).getByRole("button", { name: "Clear" }));
    await waitFor(() => expect(screen.queryByRole("region", { name: "Selected people" })).toBeNull());
    expect(shell.callsOf("reinvite_users")).toHaveLength(1);
    draft.keep({ id: "d1", file: { rowsRead: 2 } });
    await waitFor(() => expect(router.state.location.pathname).toBe("/p/sample/invite/d1"));
  });

  it("say before copying and after it that cells between the marked ones come along", async () => {
    const { user } = renderApp(AT, { people: 60 });
    await marked(user, "{Shift>}{ArrowDown}{/Shift}");
    const named = (await screen.findByRole("grid", { name: "People" })).querySelectorAll('[role="row"]')[4];
    await user.keyboard("{Control>}");
    await user.click(within(named as HTMLElement).getAllByRole("gridcell")[2] as HTMLElement);
    await user.keyboard("{/Control}");
    const words = screen.getAllByRole("status").map((one) => one.textContent);
    expect(words).toContain("3 people selected, 3 cells");
    expect(within(await bar()).getByText("Copying takes along the cells between: 3 rows of 2 columns.")).toBeTruthy();
    await user.click(within(await bar()).getByRole("button", { name: "Copy" }));
    expect(
      await within(await bar()).findByText(
        "Copied 3 rows of 2 columns. The cells between that were not marked came along.",
      ),
    ).toBeTruthy();
  });

  it("are told when they are others by now, and can be chosen again at once", async () => {
    const { moved, commands } = moving("copy_users");
    const { user, shell } = renderApp(AT, { people: 60, commands });
    await marked(user, "{Shift>}{ArrowDown}{/Shift}");
    await bar();
    moved();
    await user.keyboard("{Control>}c{/Control}");
    expect(await screen.findByText(/nothing was done. Choose again/)).toBeTruthy();
    await waitFor(() => expect(screen.queryByRole("region", { name: "Selected people" })).toBeNull());
    expect(screen.getByText(/nothing was done. Choose again/), "it outlives the marks").toBeTruthy();
    await marked(user, "{Shift>}{ArrowDown}{/Shift}{Control>}c{/Control}");
    expect(await within(await bar()).findByText("Copied 2 rows of 1 column.")).toBeTruthy();
    expect(shell.callsOf("copy_users").map(({ picked }) => (picked as Picked).asOf)).toEqual(["then", "now"]);
  });

  it("are still the ones that an export is about when the list changes under its dialog", async () => {
    const { moved, commands } = moving("export_users");
    const { user, shell } = renderApp(AT, { people: 60, commands });
    await marked(user, "{Shift>}{ArrowDown}{/Shift}");
    await user.click(within(await bar()).getByRole("button", { name: "Export…" }));
    const dialog = await screen.findByRole("dialog", { name: "Export people" });
    moved();
    await shell.happen({ kind: "roster-changed", data: "sample" });
    await waitFor(() => expect(screen.queryByRole("region", { name: "Selected people" })).toBeNull());
    await user.click(within(dialog).getByRole("button", { name: "Export 2 people…" }));
    expect(await within(dialog).findByText(/nothing was done. Choose again/)).toBeTruthy();
    const picked = { all: false, ranges: [{ from: 0, to: 1 }], asOf: "then" };
    expect(shell.callsOf("export_users").map(({ what }) => what)).toMatchObject([{ picked }]);
  });
});
