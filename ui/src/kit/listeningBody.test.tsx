import { render, screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { Dialog } from "./Dialog";
import { listeningBody } from "./listeningBody";

it("has the page listen before the first dialog opens, which then adds nothing to it", () => {
  const listens = vi.spyOn(document.body, "addEventListener");
  const page = render(listeningBody());
  expect(listens.mock.calls.map(([to]) => to)).toContain("wheel");
  listens.mockClear();
  page.rerender(
    <Dialog title="Send?" open onClose={() => undefined} actions={null}>
      To 3 people
    </Dialog>,
  );
  expect(screen.getByRole("dialog", { name: "Send?" })).toBeTruthy();
  expect(listens).not.toHaveBeenCalled();
});
