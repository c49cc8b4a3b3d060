import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { accessibilityProblems } from "@/test/axe";
import { failure } from "@/test/fakeIpc";
import { renderApp } from "@/test/renderApp";

const asked = { kind: "close-asked", data: 1 } as const;

async function closing(commands = {}) {
  const never = () => new Promise(() => undefined);
  const app = renderApp("/p/sample/users", { commands: { close_window: never, ...commands } });
  await screen.findByRole("grid", { name: "People" });
  await app.shell.happen(asked);
  return { ...app, dialog: await screen.findByRole("alertdialog", { name: "A run is being sent" }) };
}

describe("closing the window while a run is sent", () => {
  it("asks, and keeps sending unless told otherwise", async () => {
    const { user, shell, dialog } = await closing();
    expect(document.activeElement?.textContent).toBe("Keep sending");
    expect(await accessibilityProblems()).toEqual([]);
    await user.keyboard("{Enter}");
    await waitFor(() => expect(dialog.isConnected).toBe(false));
    expect(shell.callsOf("close_window")).toEqual([]);
  });

  it("stops after this call and closes when told so, or at once", async () => {
    const { user, shell, dialog } = await closing();
    await user.click(within(dialog).getByRole("button", { name: "Stop after this call and close" }));
    expect(await within(dialog).findByText(/closes by itself when what is under way has ended/)).toBeTruthy();
    await user.keyboard("{Escape}");
    expect(dialog.isConnected).toBe(true);
    await user.click(within(dialog).getByRole("button", { name: "Close now" }));
    await waitFor(() => expect(shell.callsOf("close_window")).toEqual([{ when: "at-rest" }, { when: "now" }]));
  });

  it("is the same question when it is asked again", async () => {
    const { user, shell } = await closing();
    await shell.happen(asked);
    expect(screen.getAllByRole("alertdialog")).toHaveLength(1);
    await user.click(screen.getByRole("button", { name: "Keep sending" }));
    await waitFor(() => expect(screen.queryByRole("alertdialog")).toBeNull());
    await shell.happen({ kind: "close-asked", data: 2 });
    expect(await screen.findByRole("alertdialog", { name: "2 runs are being sent" })).toBeTruthy();
  });

  it("says so when the window does not close", async () => {
    const refuse = () => {
      throw failure("internal", "The window could not be closed. Nothing is lost; try again.");
    };
    const { user, dialog } = await closing({ close_window: refuse });
    await user.click(within(dialog).getByRole("button", { name: "Stop after this call and close" }));
    expect(await within(dialog).findByText(/The window could not be closed/)).toBeTruthy();
    expect(within(dialog).getByRole("button", { name: "Keep sending" })).toBeTruthy();
  });
});
