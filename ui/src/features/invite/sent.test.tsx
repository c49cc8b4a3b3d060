import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { accessibilityProblems } from "@/test/axe";
import { CUSTMER } from "./test/fakeDraft";
import { open, REVIEW, rowsOf, tidyUp } from "./test/openDraft";

tidyUp();

const SENT = { run: "r1" };

test("a draft that was sent says so, and leads to its run", async () => {
  const { router, user } = open(REVIEW, 12, SENT);
  await rowsOf();
  expect(screen.getByText("This draft was sent.")).toBeTruthy();
  const link = screen.getByRole("link", { name: "See what became of them" });
  expect(link.getAttribute("href")).toBe("/p/live/runs/r1");
  expect(await accessibilityProblems()).toEqual([]);
  await user.click(screen.getByRole("button", { name: "Open the run" }));
  await waitFor(() => expect(router.state.location.pathname).toBe("/p/live/runs/r1"));
});

test("what was sent is read only", async () => {
  const { shell, user } = open(REVIEW, 12, { ...SENT, undo: "Change of Role in row 6" }, { groups: [CUSTMER] });
  const grid = await rowsOf();
  for (const name of [/^Invite \d/, /^Use /, /^Undo/, "Find and replace", "Discard", "Check again"]) {
    expect(screen.queryByRole("button", { name }), `${name}`).toBeNull();
  }
  await user.keyboard("{ArrowDown}{ArrowRight}x{Delete}{Control>}{Delete}zf{/Control}");
  expect(screen.queryByRole("textbox")).toBeNull();
  expect(screen.queryByRole("search")).toBeNull();
  await user.keyboard("{Enter}");
  const detail = await screen.findByRole("region", { name: "Row 6" });
  expect(within(detail).getByText(/No role is called Custmer/)).toBeTruthy();
  expect(within(detail).getAllByRole("button"), "only to close it").toHaveLength(1);
  await user.click(grid);
  await user.paste("Customer");
  expect(shell.callsOf("change_draft")).toEqual([]);
  expect(shell.callsOf("undo_draft")).toEqual([]);
});

test("who comes back after sending can’t send a second time", async () => {
  const { router, user } = open("/p/live/invite/d1?step=send");
  const dialog = await screen.findByRole("dialog", { name: /^Invite 8 people/ });
  await user.click(within(dialog).getByRole("button", { name: "Send all 8" }));
  await waitFor(() => expect(router.state.location.pathname).toBe("/p/live/runs/r1"));
  router.history.back();
  expect(await screen.findByText("This draft was sent.")).toBeTruthy();
  expect(screen.queryByRole("dialog")).toBeNull();
});
