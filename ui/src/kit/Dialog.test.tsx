import { render, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { Dialog } from "./Dialog";

const shown = (text: string) => {
  render(
    <Dialog title="Send?" open onClose={() => undefined} actions={null}>
      <p>{text}</p>
    </Dialog>,
  );
  return screen.getByText(text).parentElement;
};

afterEach(() => vi.restoreAllMocks());

it("lets keys into what is longer than the dialog, so that they can scroll it", () => {
  vi.spyOn(Element.prototype, "scrollHeight", "get").mockReturnValue(10_000);
  expect(shown("Much to read")?.tabIndex).toBe(0);
});

it("has no stop for keys where everything is in sight", () => {
  expect(shown("A word")?.tabIndex).toBe(-1);
});
