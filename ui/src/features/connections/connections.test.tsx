import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { accessibilityProblems } from "@/test/axe";
import { BUILT_IN } from "@/test/fakeIpc";
import { renderApp } from "@/test/renderApp";

describe("Connections", () => {
  it("shows step by step what a test found", async () => {
    const { user } = renderApp("/connections");
    await user.click(await screen.findByRole("button", { name: "Test" }));
    const report = await screen.findByRole("status", { name: "What the test found" });
    expect(within(report).getByText("18,402 found")).toBeTruthy();
    expect(within(report).getByText(/may not list identity providers/)).toBeTruthy();
    expect(await accessibilityProblems()).toEqual([]);
  });

  it("tells of the sample platform what it is, and offers no form that could not be saved", async () => {
    renderApp("/connections", { profiles: [BUILT_IN] });
    expect(await screen.findByText(/Made up, inside Rollcall/)).toBeTruthy();
    expect(screen.queryByText(/0 platforms/)).toBeNull();
    expect(screen.queryByRole("button", { name: "Edit" })).toBeNull();
    expect(screen.getByRole("button", { name: "Open" })).toBeTruthy();
  });

  it("asks before it forgets a connection, and begins on the button that keeps it", async () => {
    const { user, shell } = renderApp("/connections");
    await user.click(await screen.findByRole("button", { name: "More for Sample platform" }));
    await user.click(await screen.findByRole("menuitem", { name: "Remove" }));
    const dialog = await screen.findByRole("alertdialog");
    await waitFor(() => expect(document.activeElement?.textContent).toBe("Keep it"));
    expect(shell.callsOf("remove_profile")).toEqual([]);
    await user.click(within(dialog).getByRole("button", { name: "Remove Sample platform" }));
    await waitFor(() => expect(shell.callsOf("remove_profile")).toEqual([{ profile: "sample" }]));
  });
});
