import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { accessibilityProblems } from "@/test/axe";
import { BUILT_IN, failure, SAMPLE } from "@/test/fakeIpc";
import { renderApp } from "@/test/renderApp";

describe("the first start", () => {
  it("offers the sample platform beside a connection of one's own", async () => {
    renderApp("/", { profiles: [] });
    expect(await screen.findByRole("button", { name: "Try the sample platform" })).toBeTruthy();
    expect(screen.getByRole("button", { name: "Connect a platform" })).toBeTruthy();
    expect(await accessibilityProblems()).toEqual([]);
  });

  it("opens the sample platform's overview", async () => {
    const { user, router } = renderApp("/", { profiles: [] });
    await user.click(await screen.findByRole("button", { name: "Try the sample platform" }));
    await screen.findByRole("heading", { name: "Overview" });
    expect(router.state.location.pathname).toBe("/p/sample/overview");
  });

  it("says what happened when the sample platform does not start", async () => {
    const { user } = renderApp("/", {
      profiles: [],
      commands: {
        open_sample: () => {
          throw failure("storage", "The data folder could not be written. Nothing was lost.");
        },
      },
    });
    await user.click(await screen.findByRole("button", { name: "Try the sample platform" }));
    expect(await screen.findByText(/The data folder could not be written/)).toBeTruthy();
  });
});

describe("the window", () => {
  it("opens the platform that was open last", async () => {
    localStorage.setItem("rollcall.profile", "second");
    const { router } = renderApp("/", { profiles: [SAMPLE, { ...SAMPLE, id: "second", name: "Second" }] });
    await waitFor(() => expect(router.state.location.pathname).toBe("/p/second/overview"));
  });

  it("takes the open platform's colour", async () => {
    renderApp("/p/sample/users", { profiles: [{ ...SAMPLE, colour: "#0891b2" }] });
    await screen.findByRole("grid", { name: "People" });
    expect(document.documentElement.style.getPropertyValue("--profile")).toBe("#0891b2");
  });

  it("counts in the rail what is really there", async () => {
    renderApp("/p/sample/users", { people: 2400 });
    const rail = await screen.findByRole("navigation");
    expect(await within(rail).findByText("2,400")).toBeTruthy();
    expect(within(rail).getByRole("link", { name: /Users/ }).getAttribute("aria-current")).toBe("page");
  });

  it("says in its foot when data is not encrypted", async () => {
    const storage = { encrypted: false, kept: "no-keychain", sentence: "" } as const;
    renderApp("/p/sample/users", { status: { storage } });
    const foot = within(await screen.findByRole("contentinfo"));
    expect(await foot.findByText(/^Data not encrypted: no keychain/)).toBeTruthy();
  });

  it("says in its foot what stands in the way of knowing it", async () => {
    const sentence = "The data key that was given is not 64 hexadecimal digits.";
    renderApp("/p/sample/users", { status: { storage: { encrypted: false, kept: "unknown", sentence } } });
    const said = await within(await screen.findByRole("contentinfo")).findByText(sentence);
    expect(said.closest("[lang=en]")).not.toBeNull();
  });

  it("gives the focus to the next screen's heading when the focused element is gone", async () => {
    const { router } = renderApp("/p/sample/users");
    (await screen.findByRole("grid", { name: "People" })).focus();
    await router.navigate({ to: "/p/$profile/roles", params: { profile: "sample" } });
    await waitFor(() => expect(document.activeElement?.tagName).toBe("H1"));
    expect(document.activeElement?.textContent).toBe("Roles");
  });

  it("offers the sample platform once: as a platform, as soon as it is one", async () => {
    const { user } = renderApp("/p/sandbox/users", { profiles: [BUILT_IN] });
    await user.click(await screen.findByRole("button", { name: /Change platform/ }));
    expect(await screen.findByRole("menuitem", { name: /^Sample platform/ })).toBeTruthy();
    expect(screen.queryByRole("menuitem", { name: "Try the sample platform" })).toBeNull();
  });

  it("says of the sample platform that nothing leaves, in place of a sign-in that nobody made", async () => {
    renderApp("/p/sandbox/users", { profiles: [BUILT_IN] });
    const foot = await screen.findByRole("contentinfo");
    expect(await within(foot).findByText("Inside Rollcall · nothing leaves this computer")).toBeTruthy();
  });

  it("keeps the list on the left when a screen fails", async () => {
    const quiet = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const { user } = renderApp("/p/sample/roles", { commands: { list_roles: () => 5 } });
    expect(await screen.findByText("This screen stopped working")).toBeTruthy();
    await user.click(within(screen.getByRole("navigation")).getByRole("link", { name: /Users/ }));
    expect(await screen.findByRole("grid", { name: "People" })).toBeTruthy();
    quiet.mockRestore();
  });

  it("says so when a connection is not there, and nothing else breaks", async () => {
    renderApp("/p/gone/users");
    expect(await screen.findByRole("heading", { level: 1, name: "That connection is not there" })).toBeTruthy();
  });

  it("keeps only choices of the eye in web storage", async () => {
    renderApp("/p/sample/users");
    await screen.findByRole("grid", { name: "People" });
    const kept = ["profile", "theme", "contrast", "motion", "language"];
    const allowed = kept.map((name) => `rollcall.${name}`);
    expect(Object.keys(localStorage).filter((key) => !allowed.includes(key))).toEqual([]);
    expect(sessionStorage.length).toBe(0);
  });
});

describe("Settings", () => {
  it("keeps the theme and shows it at once", async () => {
    const { user, shell } = renderApp("/settings");
    await user.click(await screen.findByRole("radio", { name: "Dark" }));
    await waitFor(() => expect(document.documentElement.dataset.theme).toBe("dark"));
    expect(shell.callsOf("save_settings")).toEqual([{ settings: { theme: "dark" } }]);
    expect(await accessibilityProblems()).toEqual([]);
  });
});
