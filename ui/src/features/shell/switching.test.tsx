import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { accessibilityProblems } from "@/test/axe";
import { CONTOSO, FABRIKAM, NORDLYS } from "@/test/profiles";
import { renderApp } from "@/test/renderApp";
import { sameScreen } from "./switching";

const WORLD = { profiles: [NORDLYS, { ...CONTOSO, readOnly: true }, FABRIKAM] };
/** As a keyboard on which Shift and a digit type another sign. */
const press = (digit: number, where: Element | Window = window) =>
  fireEvent.keyDown(where, { code: `Digit${digit}`, key: "!", ctrlKey: true, shiftKey: true });

describe("another platform", () => {
  it.each([
    ["/p/nordlys/users", "users"],
    ["/p/nordlys/runs/r1", "runs"],
    ["/p/nordlys/invite/d1", "invite"],
    ["/p/nordlys/providers", "overview"],
    ["/connections", "overview"],
    ["/p/nordlys/elsewhere", "overview"],
  ])("shows for %s its own %s", (pathname, screen) => {
    expect(sameScreen(pathname, FABRIKAM)).toBe(screen);
  });

  it("is opened by Ctrl, Shift and its number, at the same screen and in its colour", async () => {
    const { router } = renderApp("/p/nordlys/roles", WORLD);
    await screen.findByRole("heading", { level: 1, name: "Roles" });
    press(2);
    await waitFor(() => expect(router.state.location.pathname).toBe("/p/contoso/roles"));
    await waitFor(() => expect(document.documentElement.style.getPropertyValue("--profile")).toBe(CONTOSO.colour));
  });

  it("is opened also where people type, but not over a question and not by a number that none has", async () => {
    const { router, user } = renderApp("/p/nordlys/users?person=anna", WORLD);
    await user.click(await screen.findByRole("searchbox", { name: "Search people" }));
    press(7, document.activeElement ?? window);
    press(1, document.activeElement ?? window);
    expect(router.state.location.search, "what is open stays as it is").toEqual({ person: "anna" });
    await user.keyboard("{Control>}k{/Control}");
    await screen.findByRole("dialog");
    press(2);
    expect(router.state.location.pathname).toBe("/p/nordlys/users");
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    press(2);
    await waitFor(() => expect(router.state.location.pathname).toBe("/p/contoso/users"));
  });

  it("is chosen in the palette, which tells the keys", async () => {
    const { router, user } = renderApp("/p/nordlys/roles", WORLD);
    await screen.findByRole("heading", { level: 1, name: "Roles" });
    await user.keyboard("{Control>}k{/Control}");
    expect(await screen.findByText(/Ctrl\+Shift\+1 to 9 switch platforms from anywhere/)).toBeTruthy();
    await user.keyboard("contoso{Enter}");
    await waitFor(() => expect(router.state.location.pathname).toBe("/p/contoso/roles"));
  });

  it("is told with what to know of it before one goes there", async () => {
    const { user } = renderApp("/p/nordlys/users", WORLD);
    await user.click(await screen.findByRole("button", { name: /Change platform/ }));
    const menu = within(await screen.findByRole("menu"));
    const said = menu.getAllByRole("menuitem").map((one) => one.textContent?.replace(/\s+/g, " "));
    expect(said.slice(0, 3)).toEqual([
      "Nordlys live·refreshed 4 min agoCtrl+Shift+1",
      "Contoso looking only·not fetched yetCtrl+Shift+2",
      "Fabrikam not fetched yetCtrl+Shift+3",
    ]);
    expect(await accessibilityProblems()).toEqual([]);
  });
});

describe("a screen by its number", () => {
  it("leads nowhere where the platform lacks it, and the others keep theirs", async () => {
    const { user, router } = renderApp("/p/fabrikam/users", WORLD);
    await screen.findByRole("heading", { level: 1 });
    await user.keyboard("{Alt>}6{/Alt}");
    await user.keyboard("{Alt>}7{/Alt}");
    await waitFor(() => expect(router.state.location.pathname).toBe("/p/fabrikam/reviews"));
    router.history.back();
    await waitFor(() => expect(router.state.location.pathname, "no step between").toBe("/p/fabrikam/users"));
  });
});
