import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { HeldList } from "@/ipc";
import { accessibilityProblems } from "@/test/axe";
import { failure } from "@/test/fakeIpc";
import { renderApp } from "@/test/renderApp";

const AT = "/p/sample/users";
const HELD: HeldList = {
  fetchedAt: "2026-11-25T14:00:00Z",
  people: 6_092,
  peopleBefore: 18_402,
  joined: 0,
  left: 12_310,
  changed: 7,
  reasons: ["12,310 of 18,402 people are gone.", "Nobody has a creation date any more; 6,092 people did before."],
};
const take = () => screen.findByRole("button", { name: "Take the new list…" });

describe("A list that looks wrong", () => {
  it("says why, that the old list stays, and nothing that axe-core objects to", async () => {
    renderApp(AT, { held: HELD });
    await take();
    expect(screen.getByText("The new list looks wrong.")).toBeTruthy();
    expect(screen.getByText(/12,310 of 18,402 people are gone\. Nobody has a creation date/)).toBeTruthy();
    expect(screen.getByText(/What you see is the list from/)).toBeTruthy();
    expect(screen.getByText(/Nothing is sent or settled until you say which list is right/)).toBeTruthy();
    expect(await screen.findByText("Peter Novak"), "the old list is there").toBeTruthy();
    expect(await accessibilityProblems()).toEqual([]);
  });

  it("is thrown away by keeping the old one", async () => {
    const { user, shell } = renderApp(AT, { held: HELD });
    await user.click(await screen.findByRole("button", { name: "Keep the old list" }));
    await waitFor(() => expect(screen.queryByText("The new list looks wrong.")).toBeNull());
    expect(shell.callsOf("discard_held_list")).toEqual([{ profile: "sample", fetchedAt: HELD.fetchedAt }]);
    expect(shell.callsOf("take_held_list")).toEqual([]);
  });

  it("is taken over only after a question that says what would be different", async () => {
    const { user, shell } = renderApp(AT, { held: HELD });
    await user.click(await take());
    const question = await screen.findByRole("alertdialog", { name: "Take the new list of 6,092 people?" });
    expect(within(question).getByText("The old list holds 18,402 people, the new one 6,092.")).toBeTruthy();
    expect(within(question).getByText("0 joined, 12,310 left, 7 changed.")).toBeTruthy();
    expect(document.activeElement?.textContent, "the answer that changes nothing").toBe("Not yet");
    expect(await accessibilityProblems()).toEqual([]);
    await user.click(within(question).getByRole("button", { name: "Not yet" }));
    expect(shell.callsOf("take_held_list")).toEqual([]);
    await user.click(await take());
    await user.click(await screen.findByRole("button", { name: "Take the list of 6,092" }));
    await waitFor(() => expect(screen.queryByText("The new list looks wrong.")).toBeNull());
    expect(screen.queryByRole("alertdialog")).toBeNull();
    expect(shell.callsOf("take_held_list")).toEqual([{ profile: "sample", fetchedAt: HELD.fetchedAt }]);
  });

  it("stays a question when another one took its place meanwhile", async () => {
    const refused = () => {
      throw failure("list-not-fresh", "That list no longer waits for a decision.");
    };
    const { user } = renderApp(AT, { held: HELD, commands: { take_held_list: refused } });
    await user.click(await take());
    await user.click(await screen.findByRole("button", { name: "Take the list of 6,092" }));
    const question = await screen.findByRole("alertdialog");
    expect(await within(question).findByText(/no longer waits for a decision/)).toBeTruthy();
  });

  it("is said once by the refresh that brought it", async () => {
    const { user } = renderApp(AT, {
      held: HELD,
      commands: {
        refresh: () => {
          throw failure("list-held", "The new list of people looks wrong. 12,310 of 18,402 people are gone.");
        },
      },
    });
    await user.click(await screen.findByRole("button", { name: "More" }));
    await user.click(await screen.findByRole("menuitem", { name: "Refresh" }));
    await take();
    expect(screen.getAllByText(/12,310 of 18,402 people are gone/)).toHaveLength(1);
    expect(screen.queryByText(/could not be refreshed/)).toBeNull();
  });
});
