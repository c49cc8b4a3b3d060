import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { accessibilityProblems } from "@/test/axe";
import { failure } from "@/test/fakeIpc";
import { open, REVIEW, tidyUp } from "./test/openDraft";

describe("A plan while the list of people looks wrong", () => {
  tidyUp();

  it("is not made, and the way to the list is offered", async () => {
    const check_draft = () => {
      throw failure("list-held", "The new list of people looks wrong. 25 of 73 people are gone.");
    };
    const { user, router } = open(REVIEW, 12, {}, {}, { check_draft });
    expect(await screen.findByText(/25 of 73 people are gone/)).toBeTruthy();
    expect(screen.getByText("The new list of people looks wrong.")).toBeTruthy();
    expect(await accessibilityProblems()).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Look at the list" }));
    await waitFor(() => expect(router.state.location.pathname).toBe("/p/live/users"));
  });
});
