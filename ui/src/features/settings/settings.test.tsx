import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { lastLook, showLook } from "@/features/shell/look";
import { accessibilityProblems } from "@/test/axe";
import { KEPT } from "@/test/fakeHistory";
import { failure, SAMPLE } from "@/test/fakeIpc";
import { renderApp } from "@/test/renderApp";

const NORDLYS = { ...SAMPLE, id: "nordlys", name: "Nordlys" };
const TWO = [SAMPLE, NORDLYS];
/** One of the choices of the open list. */
const offer = async (name: string) => within(await screen.findByRole("listbox")).getByRole("option", { name });
const forget = () => screen.findByRole("button", { name: "Forget this platform’s data: Nordlys" });
const question = () => screen.findByRole("alertdialog", { name: "Forget everything about Nordlys?" });

describe("reading in the background", () => {
  it("is chosen in minutes, and leaves the other choices as they are", async () => {
    const { user, shell } = renderApp("/settings", { status: { settings: { theme: "dark" } } });
    await user.click(await screen.findByRole("button", { name: /Read the lists/ }));
    await user.click(await offer("every 30 minutes"));
    await waitFor(() =>
      expect(shell.callsOf("save_settings")).toEqual([{ settings: { theme: "dark", refreshEveryMinutes: 30 } }]),
    );
  });

  it("shows what was chosen elsewhere, and can be switched off", async () => {
    const { user, shell } = renderApp("/settings", { status: { settings: { refreshEveryMinutes: 45 } } });
    await user.click(await screen.findByRole("button", { name: /every 45 minutes/ }));
    await user.click(await offer("Only when asked"));
    await waitFor(() => expect(shell.callsOf("save_settings")).toEqual([{ settings: { refreshEveryMinutes: null } }]));
  });

  it("is kept when the theme is changed", async () => {
    const { user, shell } = renderApp("/settings", { status: { settings: { refreshEveryMinutes: 60 } } });
    await user.click(await screen.findByRole("radio", { name: "Dark" }));
    await waitFor(() =>
      expect(shell.callsOf("save_settings")).toEqual([{ settings: { theme: "dark", refreshEveryMinutes: 60 } }]),
    );
  });
});

describe("what is kept of a platform", () => {
  it("is told part by part, with the lists and since when, and nothing that axe-core objects to", async () => {
    renderApp("/settings", { profiles: TWO });
    const kept = await screen.findByRole("group", { name: "Nordlys" });
    expect(await within(kept).findByText("82.1 MB in all")).toBeTruthy();
    const of = (part: string) => within(kept).getByText(part).nextElementSibling?.textContent;
    expect(of("List of people")).toBe("63 MB");
    expect(of("Earlier lists and what changed")).toBe("18.5 MB");
    expect(of("Runs")).toBe("512 KB");
    expect(within(kept).getByText("41 lists since 1 Oct 2026")).toBeTruthy();
    expect(await accessibilityProblems()).toEqual([]);
  });

  it("says what happened when it can't be told", async () => {
    renderApp("/settings", {
      commands: {
        storage: () => {
          throw failure("storage", "The data folder could not be read. Nothing was lost.");
        },
      },
    });
    expect(await screen.findByText(/The data folder could not be read/)).toBeTruthy();
  });
});

describe("forgetting a platform", () => {
  it("says exactly what goes and what stays, and takes reviews along only if ticked", async () => {
    const { user } = renderApp("/settings", { profiles: TWO });
    await user.click(await forget());
    const asked = await question();
    for (const gone of [/list of people/, /^41 kept lists/, /^its runs/, /^drafts/, /^saved views/, /keychain/]) {
      expect(within(asked).getByText(gone)).toBeTruthy();
    }
    expect(within(asked).getByText(/On the platform nothing changes/)).toBeTruthy();
    expect(within(asked).getByRole("checkbox", { name: /Also the access reviews/ })).toHaveProperty("checked", false);
    expect(await accessibilityProblems()).toEqual([]);
  });

  it("says of one kept list that it is one", async () => {
    const commands = { storage: () => ({ ...KEPT, refreshes: 1 }) };
    const { user } = renderApp("/settings", { profiles: TWO, commands });
    await user.click(await forget());
    expect(within(await question()).getByText(/^1 kept list and everything/)).toBeTruthy();
  });

  it("does nothing before the platform's name is typed", async () => {
    const { user, shell } = renderApp("/settings", { profiles: TWO });
    await user.click(await forget());
    const asked = await question();
    await user.type(within(asked).getByRole("textbox", { name: "To confirm, type Nordlys" }), "nord");
    await user.click(within(asked).getByRole("button", { name: "Forget Nordlys" }));
    expect(shell.callsOf("forget_platform")).toEqual([]);
  });

  it("leads to another platform afterwards, and the forgotten one is nowhere any more", async () => {
    localStorage.setItem("rollcall.profile", "nordlys");
    const { user, shell, router, client } = renderApp("/settings", { profiles: TWO });
    await user.click(await forget());
    const asked = await question();
    await user.type(within(asked).getByRole("textbox", { name: "To confirm, type Nordlys" }), "Nordlys");
    await user.click(within(asked).getByRole("checkbox", { name: /Also the access reviews/ }));
    await user.click(within(asked).getByRole("button", { name: "Forget Nordlys" }));
    await waitFor(() => expect(router.state.location.pathname).toBe("/p/sample/overview"));
    expect(shell.callsOf("forget_platform")).toEqual([{ profile: "nordlys", alsoReviews: true }]);
    await waitFor(() => expect(screen.queryByText("Nordlys")).toBeNull());
    const known = client.getQueryCache().findAll({ predicate: ({ queryKey }) => queryKey[1] === "nordlys" });
    expect(known.map(({ queryKey }) => queryKey)).toEqual([]);
  });

  it("leads to the start when it was the only one", async () => {
    const { user } = renderApp("/settings", { profiles: [NORDLYS] });
    await user.click(await forget());
    await user.type(await screen.findByRole("textbox", { name: "To confirm, type Nordlys" }), "Nordlys");
    await user.click(screen.getByRole("button", { name: "Forget Nordlys" }));
    expect(await screen.findByRole("button", { name: "Try the sample platform" })).toBeTruthy();
  });

  it("is refused in plain words while a run is unclear, with the way to the runs", async () => {
    const sentence = "Of 3 people it is not clear whether they were invited. Nothing was forgotten.";
    const { user, router } = renderApp("/settings", {
      profiles: TWO,
      commands: {
        forget_platform: () => {
          throw failure("run-refused", sentence);
        },
      },
    });
    await user.click(await forget());
    const asked = await question();
    await user.type(within(asked).getByRole("textbox", { name: "To confirm, type Nordlys" }), "Nordlys");
    await user.click(within(asked).getByRole("button", { name: "Forget Nordlys" }));
    expect(await within(asked).findByText(sentence)).toBeTruthy();
    await user.click(within(asked).getByRole("button", { name: "Look at the runs" }));
    await waitFor(() => expect(router.state.location.pathname).toBe("/p/nordlys/runs"));
  });

  it("keeps everything when one thinks better of it", async () => {
    const { user, shell } = renderApp("/settings", { profiles: TWO });
    await user.click(await forget());
    await user.type(await screen.findByRole("textbox", { name: "To confirm, type Nordlys" }), "Nordlys");
    await user.click(screen.getByRole("button", { name: "Keep everything" }));
    await waitFor(() => expect(screen.queryByRole("alertdialog")).toBeNull());
    await user.click(await forget());
    expect(await screen.findByRole("textbox", { name: "To confirm, type Nordlys" })).toHaveProperty("value", "");
    expect(shell.callsOf("forget_platform")).toEqual([]);
  });
});

describe("how the window looks", () => {
  it.each([
    ["Contrast", "High", { contrast: "high" }],
    ["Rows", "Compact", { density: "compact" }],
    ["Motion", "Nothing moves", { motion: "reduced" }],
  ])("%s is chosen, kept and taken back", async (group, option, change) => {
    const { user, shell } = renderApp("/settings", { status: { settings: { theme: "dark" } } });
    const choices = within(await screen.findByRole("radiogroup", { name: group }));
    await user.click(choices.getByRole("radio", { name: option }));
    await waitFor(() => expect(shell.callsOf("save_settings")).toEqual([{ settings: { theme: "dark", ...change } }]));
    expect(await screen.findByText(`${group}: ${option}.`)).toBeTruthy();
    await user.keyboard("{Control>}z{/Control}");
    await waitFor(() => expect(shell.callsOf("save_settings").at(-1)).toEqual({ settings: { theme: "dark" } }));
  });

  it("is known to the page's styles, and to the next start", async () => {
    renderApp("/settings", { status: { settings: { theme: "light", contrast: "high", motion: "reduced" } } });
    await screen.findByRole("heading", { level: 1, name: "Settings" });
    await waitFor(() =>
      expect({ ...document.documentElement.dataset }).toMatchObject({
        theme: "light",
        contrast: "high",
        motion: "reduced",
      }),
    );
    document.documentElement.dataset.contrast = "usual";
    showLook(lastLook());
    expect(document.documentElement.dataset.contrast).toBe("high");
  });

  it("gives its density to lists that have none of their own", async () => {
    renderApp("/p/sample/users", { status: { settings: { density: "compact" } } });
    expect((await screen.findByRole("button", { name: "Compact" })).getAttribute("aria-pressed")).toBe("true");
  });

  it.each(["/settings", "/p/sample/users", "/p/sample/findings", "/p/sample/roles", "/connections"])(
    "has nothing in high contrast that axe-core objects to: %s",
    async (address) => {
      renderApp(address, { status: { settings: { theme: "dark", contrast: "high" } } });
      await screen.findByRole("heading", { level: 1 });
      expect(await accessibilityProblems()).toEqual([]);
    },
  );
});
