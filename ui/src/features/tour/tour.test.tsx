import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { AppStatus, Tour } from "@/ipc";
import { accessibilityProblems } from "@/test/axe";
import { BUILT_IN, SAMPLE } from "@/test/fakeIpc";
import { renderApp } from "@/test/renderApp";
import { CARD, placeBy } from "./place";

const at = (tour: Tour): Partial<AppStatus> => ({ settings: { tour } });
const card = () => screen.findByRole("region", { name: "Tour of the sample platform" });
const shown = () => screen.queryByRole("region", { name: "Tour of the sample platform" });
const begun = (address: string, tour: Tour = "unseen") =>
  renderApp(address, { profiles: [BUILT_IN], status: at(tour) });

describe("the tour", () => {
  it("shows itself the first time on the sample platform, blocks nothing, and is told to those who listen", async () => {
    const { user } = begun("/p/sandbox/users");
    expect(within(await card()).getByRole("heading", { name: "Find people" })).toBeTruthy();
    expect(await screen.findByText(/^Find people\. Open Users/)).toBeTruthy();
    // Nothing has to be answered first: keys still mean what they mean.
    await user.keyboard("{Control>}k{/Control}");
    expect(await screen.findByRole("combobox", { name: /^Whom or what/ })).toBeTruthy();
    expect(await accessibilityProblems()).toEqual([]);
  });

  it("is of the sample platform alone", async () => {
    renderApp("/p/sample/users", {
      profiles: [{ ...SAMPLE, baseUrl: "https://nordlys.example" }],
      status: at("unseen"),
    });
    await screen.findByRole("grid", { name: "People" });
    expect(shown()).toBeNull();
  });

  it("goes on when the person has done what it was about, and keeps how far it is", async () => {
    const { user, shell, router } = begun("/p/sandbox/users");
    await card();
    await user.type(await screen.findByRole("searchbox", { name: "Search people" }), "ozol");
    expect(await screen.findByRole("heading", { name: "See who can do what" })).toBeTruthy();
    expect(shell.callsOf("save_settings").at(-1)).toEqual({ settings: { tour: "roles" } });
    await router.navigate({ to: "/p/$profile/roles", params: { profile: "sandbox" } });
    await router.navigate({ to: "/p/$profile/users", params: { profile: "sandbox" }, search: { role: "r1" } });
    expect(await screen.findByRole("heading", { name: "Drop a spreadsheet" })).toBeTruthy();
  });

  it("takes nothing for done that merely stands there already", async () => {
    begun("/p/sandbox/users?search=ozol");
    expect(within(await card()).getByRole("heading", { name: "Find people" })).toBeTruthy();
  });

  it("goes on from where it was left when the window was closed", async () => {
    begun("/p/sandbox/overview", "file");
    expect(within(await card()).getByText("Step 3 of 4")).toBeTruthy();
  });

  it("is skipped step by step and ends with the last", async () => {
    const { user, shell } = begun("/p/sandbox/overview", "send");
    await user.click(within(await card()).getByRole("button", { name: "Finish" }));
    await waitFor(() => expect(shown()).toBeNull());
    expect(shell.callsOf("save_settings").at(-1)).toEqual({ settings: { tour: "over" } });
    expect(await screen.findByText(/^That was the tour/)).toBeTruthy();
  });

  it("is left by Esc, leads back from the message, and does not come back by itself", async () => {
    const { user, shell, router } = begun("/p/sandbox/overview", "roles");
    within(await card())
      .getByRole("button", { name: "Leave the tour" })
      .focus();
    await user.keyboard("{Escape}");
    await waitFor(() => expect(shown()).toBeNull());
    await router.navigate({ to: "/p/$profile/runs", params: { profile: "sandbox" } });
    await screen.findByRole("heading", { level: 1, name: "Runs" });
    expect(shown()).toBeNull();
    await user.click(await screen.findByRole("button", { name: "Go on with it" }));
    expect(await screen.findByRole("heading", { name: "See who can do what" })).toBeTruthy();
    expect(shell.callsOf("save_settings").map(({ settings }) => settings)).toEqual([
      { tour: "over" },
      { tour: "roles" },
    ]);
  });

  it("is gone on with among the settings as they are then", async () => {
    const { user, shell } = begun("/p/sandbox/overview", "roles");
    await user.click(within(await card()).getByRole("button", { name: "Leave the tour" }));
    const goOn = await screen.findByRole("button", { name: "Go on with it" });
    await user.keyboard("{Control>}k{/Control}");
    await user.type(await screen.findByRole("combobox", { name: /^Whom or what/ }), "dark theme{Enter}");
    await waitFor(() => expect(shell.callsOf("save_settings")).toHaveLength(2));
    await user.click(goOn);
    await card();
    expect(shell.callsOf("save_settings").at(-1)).toEqual({ settings: { theme: "dark", tour: "roles" } });
  });

  it("says that it was left though the card is gone before that is saved", async () => {
    let save = (_: AppStatus["settings"]) => {};
    const saved = new Promise<AppStatus["settings"]>((done) => {
      save = done;
    });
    const { user } = renderApp("/p/sandbox/overview", {
      profiles: [BUILT_IN],
      status: at("roles"),
      commands: { save_settings: () => saved },
    });
    await user.click(within(await card()).getByRole("button", { name: "Leave the tour" }));
    await waitFor(() => expect(shown()).toBeNull());
    save({ tour: "over" });
    expect(await screen.findByText("The tour was left.")).toBeTruthy();
  });

  it("is asked for again in the palette and in Settings", async () => {
    const { user } = renderApp("/settings", {
      profiles: [BUILT_IN],
      status: at("over"),
      commands: { open_sample: () => BUILT_IN },
    });
    await user.click(await screen.findByRole("button", { name: "Show the tour of the sample platform" }));
    expect(within(await card()).getByText("Step 1 of 4")).toBeTruthy();
    await screen.findByRole("heading", { level: 1, name: "Overview" });
  });

  it("is reached with F6, from wherever one is", async () => {
    const { user } = begun("/p/sandbox/users");
    const region = await card();
    (await screen.findByRole("searchbox", { name: "Search people" })).focus();
    await user.keyboard("{F6}");
    await waitFor(() => expect(region.contains(document.activeElement)).toBe(true));
  });
});

describe("the card", () => {
  const WINDOW = { width: 1280, height: 800 };
  const covers = (box: { left: number; top: number; right: number; bottom: number }) => {
    const { left, top } = placeBy(box, WINDOW);
    return left < box.right && left + CARD.width > box.left && top < box.bottom && top + CARD.height > box.top;
  };

  it("stands beside, under or over what it points at, in the window, and does not hide it", () => {
    const boxes = [
      { left: 8, top: 120, right: 208, bottom: 150 },
      { left: 8, top: 760, right: 208, bottom: 790 },
      { left: 900, top: 20, right: 1180, bottom: 52 },
      { left: 1100, top: 740, right: 1270, bottom: 772 },
    ];
    for (const box of boxes) {
      const { left, top } = placeBy(box, WINDOW);
      expect(covers(box), JSON.stringify(box)).toBe(false);
      expect(left >= 0 && left + CARD.width <= WINDOW.width && top >= 0 && top + CARD.height <= WINDOW.height).toBe(
        true,
      );
    }
  });

  it("steps aside, still in the window, from what has the focus under it", () => {
    const anchor = { left: 8, top: 120, right: 208, bottom: 150 };
    const usual = placeBy(anchor, WINDOW);
    const focus = { left: usual.left + 40, top: usual.top + 40, right: usual.left + 90, bottom: usual.top + 60 };
    const { left, top } = placeBy(anchor, WINDOW, focus);
    const apart =
      left > focus.right || left + CARD.width < focus.left || top > focus.bottom || top + CARD.height < focus.top;
    expect(apart, "it hides nothing of it").toBe(true);
    expect([left, top]).not.toEqual([usual.left, usual.top]);
    expect(left >= 0 && left + CARD.width <= WINDOW.width && top >= 0 && top + CARD.height <= WINDOW.height).toBe(true);
    const beside = { ...focus, left: focus.left + 400, right: focus.right + 400 };
    expect(placeBy(anchor, WINDOW, beside), "what it does not hide leaves it where it is").toEqual(usual);
  });
});
