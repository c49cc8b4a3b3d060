import { screen, waitFor, within } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { failure } from "@/test/fakeIpc";
import { renderApp } from "@/test/renderApp";

it("organizations from a file are offered where organizations are looked for, and counted anew", async () => {
  vi.spyOn(window, "innerWidth", "get").mockReturnValue(1600);
  const { user, shell } = renderApp("/p/sample/users?facet=organization");
  await screen.findByRole("grid", { name: "People" });
  if (!screen.queryByRole("group", { name: "Organization" })) {
    await user.click(await screen.findByRole("button", { name: "Filter" }));
  }
  const facet = await screen.findByRole("group", { name: "Organization" });
  if (!within(facet).queryByRole("tree")) await user.click(within(facet).getByRole("button", { name: /Organization/ }));
  const before = shell.callsOf("user_facets").length;
  await user.click(within(facet).getByRole("button", { name: "Organizations from a file…" }));
  expect(await screen.findByText("42 organizations are known from files now. 40 of them are new.")).toBeTruthy();
  expect(shell.callsOf("take_organizations")).toEqual([{ profile: "sample", token: "picked" }]);
  await waitFor(() => expect(shell.callsOf("user_facets").length).toBeGreaterThan(before));
});

it("a file that is no list of organizations is said to be none, and changes nothing", async () => {
  const take_organizations = () => {
    throw failure("file-refused", "No column looks like an id. Nothing was changed.");
  };
  const { user } = renderApp("/connections", { commands: { take_organizations } });
  await user.click(await screen.findByRole("button", { name: "More for Sample platform" }));
  await user.click(await screen.findByRole("menuitem", { name: /^Organizations/ }));
  const dialog = await screen.findByRole("dialog", { name: "Organizations from the file" });
  expect(within(dialog).getByText(/No column looks like an id/)).toBeTruthy();
});
