import { act, fireEvent, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useRef } from "react";
import { useLandmark } from "react-aria/useLandmark";
import { describe, expect, it, vi } from "vitest";
import { accessibilityProblems } from "@/test/axe";
import { Toasts } from "./Toasts";
import { type Told, tell } from "./toasts";
import { isAsked } from "./typing";

function Screen() {
  const main = useRef<HTMLElement>(null);
  const { landmarkProps } = useLandmark({ role: "main" }, main);
  return (
    <main {...landmarkProps} ref={main}>
      <input aria-label="Elsewhere" />
      <button type="button">Before</button>
    </main>
  );
}

function shown(toast: Told) {
  render(
    <>
      <Screen />
      <Toasts sentenceOf={(error) => (error as Error).message} />
    </>,
  );
  act(() => void tell(toast));
  return userEvent.setup();
}

describe("a message", () => {
  it("says what happened, is announced, and asks for nothing", async () => {
    shown({ text: "The view was kept." });
    const message = await screen.findByText("The view was kept.");
    expect(message.closest('[role="alert"]')).toBeTruthy();
    expect(screen.getByRole("region", { name: /^Messages/ })).toBeTruthy();
    expect(isAsked()).toBe(false);
    expect(await accessibilityProblems()).toEqual([]);
  });

  it("is reached with F6, and leads to what it tells of", async () => {
    const go = vi.fn();
    const user = shown({ text: "Read.", next: { label: "Show", go } });
    screen.getByRole("button", { name: "Before" }).focus();
    await user.keyboard("{F6}");
    const region = screen.getByRole("region", { name: /^Messages/ });
    await waitFor(() => expect(region.contains(document.activeElement)).toBe(true));
    await user.click(screen.getByRole("button", { name: "Show" }));
    expect(go).toHaveBeenCalledOnce();
    expect(screen.queryByText("Read.")).toBeNull();
  });

  it("is taken back by its button or by Ctrl+Z, once", async () => {
    const undo = vi.fn(async () => undefined);
    const user = shown({ text: "Muted.", undo });
    await user.keyboard("{Control>}z{/Control}");
    await waitFor(() => expect(screen.queryByText("Muted.")).toBeNull());
    await user.keyboard("{Control>}z{/Control}");
    expect(undo).toHaveBeenCalledOnce();
    act(() => void tell({ text: "Muted again.", undo }));
    await user.click(await screen.findByRole("button", { name: "Undo" }));
    expect(undo).toHaveBeenCalledTimes(2);
  });

  it("leaves Ctrl+Z to a field that is typed into", async () => {
    const undo = vi.fn(async () => undefined);
    const user = shown({ text: "Muted.", undo });
    screen.getByRole("textbox", { name: "Elsewhere" }).focus();
    await user.keyboard("{Control>}z{/Control}");
    expect(undo).not.toHaveBeenCalled();
  });

  it("says so when it can't be taken back any more", async () => {
    const user = shown({ text: "Muted.", undo: async () => Promise.reject(new Error("The list is another one.")) });
    await user.click(screen.getByRole("button", { name: "Undo" }));
    expect(
      await screen.findByText(/could not be taken back, and nothing changed\. The list is another one\./),
    ).toBeTruthy();
  });

  it("goes by itself, but not while the pointer or the focus is on it", async () => {
    vi.useFakeTimers();
    try {
      shown({ text: "Kept." });
      const region = screen.getByRole("region", { name: /^Messages/ });
      fireEvent.pointerEnter(region, { pointerType: "mouse" });
      fireEvent.mouseEnter(region);
      act(() => vi.advanceTimersByTime(60_000));
      expect(screen.getByText("Kept.")).toBeTruthy();
      fireEvent.pointerLeave(region, { pointerType: "mouse" });
      fireEvent.mouseLeave(region);
      act(() => vi.advanceTimersByTime(60_000));
      expect(screen.queryByText("Kept.")).toBeNull();
    } finally {
      vi.useRealTimers();
    }
  });
});
