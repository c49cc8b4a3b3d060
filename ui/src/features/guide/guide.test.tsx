import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { accessibilityProblems } from "@/test/axe";
import { renderApp } from "@/test/renderApp";
import { support } from "@/words/support";
import { blocksOf, inlinesOf } from "./markdown";
import { guidePages, linkedPage, pictureOf } from "./pages";

describe("the user guide in the window", () => {
  it("opens at its first page and leads from there to a part of another", async () => {
    const { user, router } = renderApp("/guide");
    const text = await screen.findByRole("article", { name: "Guide" }, { timeout: 20_000 });
    await user.click(within(text).getByRole("link", { name: "When something does not work" }));
    const trouble = await screen.findByRole("article", { name: "When something does not work" });
    await user.click(within(trouble).getByRole("link", { name: "add its authority" }));
    await waitFor(() => expect(router.state.location.pathname).toBe("/guide/connect"));
    expect(router.state.location.hash).toBe("networks");
    expect(await accessibilityProblems()).toEqual([]);
  });

  it("says so where there is no such page", async () => {
    renderApp("/guide/nowhere");
    expect(
      await screen.findAllByRole("heading", { name: "There is nothing at this address" }, { timeout: 20_000 }),
    ).not.toEqual([]);
  });

  it("has every picture that it shows, and writes no sign of Markdown", () => {
    const pages = guidePages();
    expect(pages.length).toBeGreaterThan(10);
    const said = JSON.stringify(pages.map(({ blocks }) => blocks));
    const shown = [...said.matchAll(/!\[[^\]]*\]\(([^()\s]+)\)/g)].map((hit) => hit[1] ?? "");
    expect(shown.length).toBeGreaterThan(5);
    expect(shown.filter((link) => pictureOf(link) === null)).toEqual([]);
    expect(linkedPage("https://evil.example/", "start")).toBe(null);
  });

  it("reads lists in lists, tables and code as what they are", () => {
    const [list, table] = blocksOf(
      "1. one\n\n   | a | b |\n   | --- | --- |\n   | c | `d` |\n2. two\n\n| x |\n| --- |\n| y |",
    );
    expect(list).toMatchObject({ kind: "list", numbered: true });
    expect(list?.kind === "list" ? list.items.map((item) => item.map(({ kind }) => kind)) : null).toEqual([
      ["paragraph", "table"],
      ["paragraph"],
    ]);
    expect(table).toEqual({ kind: "table", head: ["x"], rows: [["y"]] });
    expect(inlinesOf("a **b** `c` [d](e.md)").map(({ kind }) => kind)).toEqual([
      "text",
      "bold",
      "text",
      "code",
      "text",
      "link",
    ]);
  });
});

describe("when something went wrong", () => {
  it("a window that ended unexpectedly is told of, with what can be given to whoever helps", async () => {
    const { shell, user } = renderApp("/settings", {
      commands: { take_last_end: () => true, save_support_file: () => "Rollcall support.txt" },
    });
    await screen.findByText(support.ended);
    const region = screen.getByRole("region", { name: "Messages" });
    await user.click(within(region).getByRole("button", { name: support.save }));
    await screen.findByText(support.saved("Rollcall support.txt"));
    expect(shell.callsOf("save_support_file")).toHaveLength(1);
  });

  it("what fails outside of a screen is noted without what it says", async () => {
    const { noteFaults } = await import("@/data/faults");
    const { shell } = renderApp("/settings");
    const end = noteFaults();
    const error = new TypeError("Anna Bērziņa <anna@contoso.example> is not a function");
    error.stack = "f@tauri://localhost/assets/index-Dk_X0.js:1:234\ng@tauri://localhost/p/anna:1:2";
    window.dispatchEvent(new ErrorEvent("error", { error }));
    await waitFor(() => expect(shell.callsOf("note_page_fault")).toHaveLength(1));
    expect(shell.callsOf("note_page_fault")).toEqual([
      { fault: { what: "script", name: "TypeError", places: ["assets/index-Dk_X0.js:1:234"] } },
    ]);
    end();
  });

  it("the menu, the palette and the settings lead to the same", async () => {
    const { shell, user } = renderApp("/settings");
    await user.click(await screen.findByRole("button", { name: support.save }));
    await waitFor(() => expect(shell.callsOf("save_support_file")).toHaveLength(1));
    const bar = () => JSON.stringify(shell.callsOf("hand_over_menus").at(-1));
    await waitFor(() => expect(bar()).toContain(support.save));
    expect(bar()).toContain(support.guide);
    await shell.happen({ kind: "menu-chosen", data: JSON.stringify({ kind: "command", id: "guide" }) });
    await screen.findByRole("article", { name: "Guide" }, { timeout: 20_000 });
  });
});
