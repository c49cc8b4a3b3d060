import { screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, it } from "vitest";
import { failure } from "@/test/fakeIpc";
import { renderApp } from "@/test/renderApp";

const narrow = window.innerWidth;
beforeEach(() => {
  window.innerWidth = 1600;
});
afterEach(() => {
  window.innerWidth = narrow;
});

it("organizations from a file are offered where organizations are looked for, and counted anew", async () => {
  const { user, shell } = renderApp("/p/sample/users");
  const facet = await within(await screen.findByRole("region", { name: "Filters" })).findByRole("group", {
    name: "Organization",
  });
  await user.click(within(facet).getByRole("button", { name: "Organization" }));
  const before = shell.callsOf("user_facets").length;
  await user.click(within(facet).getByRole("button", { name: "Organizations from a file…" }));
  expect(await screen.findByText("42 organizations are known from files now. 40 of them are new.")).toBeTruthy();
  expect(shell.callsOf("take_organizations")).toEqual([{ profile: "sample", token: "picked" }]);
  await waitFor(() => expect(shell.callsOf("user_facets").length).toBeGreaterThan(before));
});

it("organizations are left as they are by a file that is no list of them, and it says so", async () => {
  const take_organizations = () => {
    throw failure("file-refused", "No column looks like an id. Nothing was changed.");
  };
  const { user } = renderApp("/connections", { commands: { take_organizations } });
  await user.click(await screen.findByRole("button", { name: "More for Sample platform" }));
  await user.click(await screen.findByRole("menuitem", { name: /^Organizations/ }));
  const dialog = await screen.findByRole("dialog", { name: "Organizations from the file" });
  expect(within(dialog).getByText(/No column looks like an id/)).toBeTruthy();
});
