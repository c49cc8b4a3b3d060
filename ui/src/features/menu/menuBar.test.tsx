import { act, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import type { MenuEntry, MenuItem, MenuShown } from "@/ipc";
import { told } from "@/kit/toasts";
import { BUILT_IN, SAMPLE } from "@/test/fakeIpc";
import { renderApp } from "@/test/renderApp";
import { keyWords } from "@/words/keys";
import { menu } from "@/words/menu";

type Shell = ReturnType<typeof renderApp>["shell"];

const itemsOf = (entries: MenuEntry[]): MenuItem[] =>
  entries.flatMap((entry) => {
    if (entry.kind === "item") return [entry.data];
    return entry.kind === "menu" ? itemsOf(entry.data.entries) : [];
  });

/** The items of the bar as it was said last. */
function bar(shell: Shell): MenuItem[] {
  const said = shell.callsOf("hand_over_menus").at(-1)?.menus as MenuShown[] | undefined;
  return (said ?? []).flatMap((menu) => itemsOf(menu.entries));
}

const item = (shell: Shell, label: string) => {
  const found = bar(shell).find((one) => one.label === label);
  if (!found) throw new Error(`${label} is not in the menu bar`);
  return found;
};

const choose = (shell: Shell, label: string) => shell.happen({ kind: "menu-chosen", data: item(shell, label).id });

describe("the menu bar", () => {
  it("is handed over once, as is that the page can be seen, which waits for no keychain", async () => {
    const { shell } = renderApp("/p/sample/users", { commands: { app_status: () => new Promise(() => undefined) } });
    await waitFor(() => expect(shell.callsOf("hand_over_menus").length).toBeGreaterThan(0));
    expect(shell.callsOf("painted")).toHaveLength(1);
    await waitFor(() => expect(bar(shell).map(({ label }) => label)).toContain("Roles"));
    expect(shell.callsOf("painted")).toHaveLength(1);
  });

  it("is made at once where the system shows it, for the window waits for it and paints nothing before", async () => {
    vi.spyOn(window, "requestAnimationFrame").mockImplementation(() => 1);
    const { shell } = renderApp("/p/sample/users");
    await waitFor(() => expect(bar(shell).map(({ label }) => label)).toContain("Roles"));
  });

  it("lets the window appear also where the system refuses it", async () => {
    const refuse = () => {
      throw new Error("no menus here");
    };
    const { shell } = renderApp("/p/sample/users", { commands: { hand_over_menus: refuse } });
    await waitFor(() => expect(shell.callsOf("painted").length).toBeGreaterThan(0));
  });

  it("leads to the screens and the platforms", async () => {
    const { shell, router } = renderApp("/p/sample/users", { profiles: [SAMPLE, { ...SAMPLE, id: "b", name: "Bee" }] });
    await screen.findByRole("grid", { name: "People" });
    await waitFor(() => expect(bar(shell).map(({ label }) => label)).toContain("Roles"));
    await choose(shell, "Roles");
    await waitFor(() => expect(router.state.location.pathname).toBe("/p/sample/roles"));
    await waitFor(() => expect(item(shell, "Bee").keys).toBe("CmdOrCtrl+Shift+2"));
    await choose(shell, "Bee");
    await waitFor(() => expect(router.state.location.pathname).toBe("/p/b/roles"));
    await choose(shell, "About Rollcall");
    await waitFor(() => expect(router.state.location.pathname).toBe("/settings"));
  });

  it("does what the screen offers, and is off where that makes no sense", async () => {
    const { shell, user, router } = renderApp("/p/sample/users");
    await screen.findByRole("grid", { name: "People" });
    await waitFor(() => expect(item(shell, "Export…").enabled).toBe(true));
    await choose(shell, "Export…");
    await screen.findByRole("dialog", { name: "Export people" });
    await waitFor(() => expect(item(shell, "Roles").enabled, "a question stands over the screen").toBe(false));
    for (const off of ["Roles", "Settings", "About Rollcall", "Connections", menu.keys]) await choose(shell, off);
    expect(router.state.location.pathname, "the bar may hear of the question too late").toBe("/p/sample/users");
    expect(screen.getAllByRole("dialog")).toHaveLength(1);
    await user.keyboard("{Escape}");
    await waitFor(() => expect(item(shell, "Roles").enabled).toBe(true));
    await choose(shell, "Roles");
    await screen.findByRole("heading", { name: "Roles" });
    await waitFor(() => expect(item(shell, "Export…").enabled).toBe(false));
  });

  it("opens the map of keys from any screen", async () => {
    const { shell } = renderApp("/p/sample/roles");
    await screen.findByRole("heading", { name: "Roles" });
    await waitFor(() => expect(item(shell, menu.keys).enabled).toBe(true));
    await choose(shell, menu.keys);
    expect(await screen.findByRole("dialog", { name: keyWords.title })).toBeTruthy();
  });

  it("shows the keys of what it offers, where the menu bar and the page may both have them", async () => {
    const { shell } = renderApp("/p/sample/users");
    await screen.findByRole("grid", { name: "People" });
    await waitFor(() => expect(item(shell, "Export…").enabled).toBe(true));
    const keys = ["Invite from a file…", "Export…", "Settings", "Overview", "Runs"].map((one) => item(shell, one).keys);
    expect(keys).toEqual(["CmdOrCtrl+O", "CmdOrCtrl+E", "CmdOrCtrl+,", "Alt+1", "Alt+9"]);
  });

  it("takes back what was done last, and in a field what was typed", async () => {
    const { shell, user } = renderApp("/p/sample/users");
    await screen.findByRole("grid", { name: "People" });
    await waitFor(() => expect(item(shell, "Dark").enabled).toBe(true));
    await choose(shell, "Undo");
    expect(shell.callsOf("save_settings"), "nothing was done yet").toEqual([]);
    await user.keyboard("{Control>},{/Control}");
    await user.click(await screen.findByRole("radio", { name: "Dark" }));
    await waitFor(() => expect(shell.callsOf("save_settings").at(-1)).toMatchObject({ settings: { theme: "dark" } }));
    await screen.findByRole("button", { name: "Undo" });
    await choose(shell, "Undo");
    await waitFor(() => expect(shell.callsOf("save_settings").at(-1)).toMatchObject({ settings: { theme: "system" } }));
    const steps = vi.fn();
    document.execCommand = steps;
    const field = document.body.appendChild(document.createElement("input"));
    field.focus();
    await choose(shell, "Redo");
    field.remove();
    expect(steps).toHaveBeenCalledWith("redo");
  });

  it("takes nothing back behind a question, and still the letters of a field in it", async () => {
    const { shell, user } = renderApp("/p/sample/roles");
    await screen.findByRole("heading", { name: "Roles" });
    await waitFor(() => expect(item(shell, menu.keys).enabled).toBe(true));
    const undo = vi.fn(() => Promise.resolve());
    act(() => void told.add({ text: "Done.", undo }));
    await screen.findByRole("button", { name: "Undo" });
    await choose(shell, menu.keys);
    const question = await screen.findByRole("dialog", { name: keyWords.title });
    const close = within(question).getByRole("button", { name: "Close" });
    close.focus();
    await choose(shell, "Undo");
    const steps = vi.fn();
    document.execCommand = steps;
    const field = question.appendChild(document.createElement("input"));
    field.focus();
    await choose(shell, "Undo");
    field.remove();
    expect(steps).toHaveBeenCalledWith("undo");
    await user.click(close);
    await waitFor(() => expect(question.isConnected).toBe(false));
    expect(undo).not.toHaveBeenCalled();
    await choose(shell, "Undo");
    expect(undo).toHaveBeenCalledTimes(1);
  });

  it("tells what is chosen: rows, theme", async () => {
    const { shell } = renderApp("/p/sample/users");
    await screen.findByRole("grid", { name: "People" });
    await waitFor(() => expect(item(shell, "Compact rows")).toMatchObject({ enabled: true, checked: false }));
    await choose(shell, "Compact rows");
    await waitFor(() => expect(item(shell, "Compact rows").checked).toBe(true));
    await choose(shell, "Dark");
    await waitFor(() => expect(item(shell, "Dark").checked).toBe(true));
    expect(shell.callsOf("save_settings").at(-1)).toEqual({ settings: { theme: "dark" } });
  });

  it("invites from a file on a platform that may be changed, and only there", async () => {
    const file = { token: "t", name: "people.csv" };
    const opened: unknown[] = [];
    const { shell } = renderApp("/connections", {
      profiles: [SAMPLE],
      commands: {
        pick_file: () => file,
        open_file: (args) => {
          opened.push(args);
          return new Promise(() => undefined);
        },
      },
    });
    await screen.findByRole("heading", { name: "Connections" });
    await waitFor(() => expect(item(shell, "Invite from a file…").enabled).toBe(true));
    await choose(shell, "Invite from a file…");
    await waitFor(() => expect(opened).toEqual([{ profile: "sample", token: "t" }]));
  });

  it("has nothing to invite with on a platform that is only looked at", async () => {
    const { shell } = renderApp("/p/sample/users", { profiles: [{ ...BUILT_IN, id: "sample", readOnly: true }] });
    await screen.findByRole("grid", { name: "People" });
    await waitFor(() => expect(item(shell, "Overview").enabled).toBe(true));
    expect(item(shell, "Invite from a file…").enabled).toBe(false);
  });
});

describe("the size of the page", () => {
  it("changes by keys and the wheel, is kept, and is told at the foot with the way back", async () => {
    const { shell, user } = renderApp("/p/sample/users");
    await screen.findByRole("grid", { name: "People" });
    await user.keyboard("{Control>}+{/Control}");
    const back = await screen.findByRole("button", { name: "Size 110%: back to normal" });
    expect(shell.callsOf("save_settings").at(-1)).toEqual({ settings: { theme: "system", zoomPercent: 110 } });
    window.dispatchEvent(new WheelEvent("wheel", { ctrlKey: true, deltaY: 100, cancelable: true }));
    await waitFor(() => expect(back.isConnected).toBe(false));
    expect(shell.callsOf("save_settings").at(-1)).toEqual({ settings: { theme: "system", zoomPercent: null } });
  });

  it("loses no press while an earlier one is being kept", async () => {
    const { shell, user } = renderApp("/p/sample/users");
    await screen.findByRole("grid", { name: "People" });
    await user.keyboard("{Control>}+++{/Control}");
    await screen.findByRole("button", { name: "Size 150%: back to normal" });
    expect(shell.callsOf("save_settings").at(-1)).toEqual({ settings: { theme: "system", zoomPercent: 150 } });
  });
});

describe("what comes from outside of the page", () => {
  it("opens the run whose notification was clicked", async () => {
    const { shell, router } = renderApp("/p/sample/users");
    await screen.findByRole("grid", { name: "People" });
    await shell.happen({ kind: "run-asked", data: { profile: "sample", runId: "r1" } });
    await waitFor(() => expect(router.state.location.pathname).toBe("/p/sample/runs/r1"));
  });

  it("says in the title where a first start begins", async () => {
    document.title = "Settings – Rollcall";
    renderApp("/", { profiles: [] });
    await waitFor(() => expect(document.title).toBe("Welcome – Rollcall"));
  });

  it("says the screen and the open platform in the title", async () => {
    renderApp("/p/sample/users");
    await screen.findByRole("grid", { name: "People" });
    await waitFor(() => expect(document.title).toMatch(/^Users – .+ – Rollcall$/));
  });
});
