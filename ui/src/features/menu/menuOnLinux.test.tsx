import { screen, waitFor } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import type { AppStatus } from "@/ipc";
import { renderApp } from "@/test/renderApp";

vi.mock("@/kit/system", () => ({ hasOwnBar: true, inWebKitGtk: true }));

it.each([
  ["before the window appears, where it stands in it", true],
  ["after the window appeared, where it is put away", false],
])("the menu bar is handed over %s", async (_, menuBar) => {
  const app_status = (): AppStatus => ({
    version: "0.1.0",
    keychain: { state: "ok", sentence: null },
    storage: { encrypted: true, sentence: "" },
    settings: { menuBar },
  });
  const { shell } = renderApp("/p/sample/users", { commands: { app_status } });
  await screen.findByRole("grid", { name: "People" });
  const first = (command: string) => shell.asked.findIndex((call) => call.command === command);
  await waitFor(() => expect(first("hand_over_menus")).toBeGreaterThan(0));
  await waitFor(() => expect(first("painted")).toBeGreaterThan(0));
  expect(first("hand_over_menus") < first("painted")).toBe(menuBar);
  expect(shell.callsOf("painted"), "once").toHaveLength(1);
});

it("the window appears also where the system refuses the bar", async () => {
  const hand_over_menus = () => {
    throw new Error("no menus here");
  };
  const { shell } = renderApp("/p/sample/users", { commands: { hand_over_menus } });
  await waitFor(() => expect(shell.callsOf("painted")).toHaveLength(1));
});
