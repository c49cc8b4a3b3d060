import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { accessibilityProblems } from "@/test/axe";
import { SAMPLE } from "@/test/fakeIpc";
import { renderApp } from "@/test/renderApp";

const NORDLYS = { ...SAMPLE, id: "nordlys", name: "Nordlys", baseUrl: "https://nordlys.example" };
const offered = async () => within(await screen.findByRole("menu")).getAllByRole("menuitem");
const words = async () => (await offered()).map((one) => one.textContent?.replace(/\s+/g, " ").trim());

describe("the menu under a right click", () => {
  it("is never the browser's own, but in a field", async () => {
    renderApp("/p/sample/users");
    await screen.findByRole("grid", { name: "People" });
    const heading = screen.getByRole("heading", { level: 1 });
    const search = await screen.findByRole("searchbox", { name: "Search people" });
    // What is prevented gives false.
    expect(fireEvent.contextMenu(heading)).toBe(false);
    expect(fireEvent.contextMenu(search)).toBe(true);
  });

  it("of a person says why something is off, in the words of its button", async () => {
    const { user } = renderApp("/p/sample/users?state=Active");
    const grid = await screen.findByRole("grid", { name: "People" });
    const row = await waitFor(() => {
      const [, first] = within(grid).getAllByRole("row");
      const cell = first?.querySelectorAll('[role="gridcell"]')[1];
      if (!cell?.textContent?.includes("@")) throw new Error("not there yet");
      return cell;
    });
    await user.pointer({ target: row, keys: "[MouseRight]" });
    const again = (await offered()).find((one) => one.textContent?.startsWith("Invite again"));
    expect(again?.getAttribute("aria-disabled")).toBe("true");
    expect(again?.textContent).toContain("Active people have nothing to accept.");
  });

  it("of a connection holds what its buttons and its own menu do", async () => {
    const { user } = renderApp("/connections", { profiles: [NORDLYS] });
    await user.pointer({ target: await screen.findByRole("heading", { name: "Nordlys" }), keys: "[MouseRight]" });
    expect((await words()).slice(0, 3)).toEqual(["Open", "Test", "Edit"]);
    expect(await words()).toContain("Remove…");
    expect(await accessibilityProblems()).toEqual([]);
  });

  it("opens with the menu key and with Shift and F10, and gives the focus back", async () => {
    const { user } = renderApp("/connections", { profiles: [NORDLYS] });
    const test = await screen.findByRole("button", { name: "Test" });
    for (const keys of ["{ContextMenu}", "{Shift>}{F10}{/Shift}"]) {
      test.focus();
      await user.keyboard(keys);
      await offered();
      await user.keyboard("{Escape}");
      await waitFor(() => expect(screen.queryByRole("menu")).toBeNull());
      await waitFor(() => expect(document.activeElement).toBe(test));
    }
  });

  it("of a role shows who holds it and invites with it", async () => {
    const { user, router } = renderApp("/p/sample/roles");
    const ladder = await screen.findByRole("table");
    const [role] = await within(ladder).findAllByRole("rowheader");
    await user.pointer({ target: role as HTMLElement, keys: "[MouseRight]" });
    const invite = (await offered()).find((one) => one.textContent?.startsWith("Invite"));
    await user.click(invite as HTMLElement);
    await waitFor(() => expect(router.state.location.pathname).toBe("/p/sample/invite"));
    expect(router.state.location.search).toHaveProperty("role");
  });
});
