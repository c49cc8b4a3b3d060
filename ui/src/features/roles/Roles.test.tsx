import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { accessibilityProblems } from "@/test/axe";
import { renderApp } from "@/test/renderApp";

describe("Roles", () => {
  it("lists roles by weight, with nothing that axe-core objects to", async () => {
    renderApp("/p/sample/roles", { people: 100 });
    const grid = await screen.findByRole("grid", { name: "Roles" });
    const customer = await within(grid).findByText("Customer");
    expect(customer.closest("[role=row]")?.getAttribute("aria-rowindex")).toBe("2");
    expect(await accessibilityProblems()).toEqual([]);
  });

  it("leads from a count to exactly those people", async () => {
    const { user, router, shell } = renderApp("/p/sample/roles", { people: 100 });
    await user.click(await screen.findByRole("link", { name: /people with the role Customer Admin/ }));
    await waitFor(() => expect(router.state.location.pathname).toBe("/p/sample/users"));
    const admin = shell.people.roles.find((role) => role.name === "Customer Admin");
    expect(router.state.location.search).toEqual({ role: admin?.id });
    await waitFor(() =>
      expect(screen.getByRole("grid").getAttribute("aria-rowcount")).toBe(`${(admin?.people ?? 0) + 1}`),
    );
  });

  it("leads to Invite with the role chosen", async () => {
    const { user, router, shell } = renderApp("/p/sample/roles");
    const buttons = await screen.findAllByRole("button", { name: "Invite with this role" });
    await user.click(buttons[0] as HTMLElement);
    await waitFor(() => expect(router.state.location.pathname).toBe("/p/sample/invite"));
    expect(router.state.location.search).toEqual({ role: shell.people.roles[0]?.id });
  });
});

describe("Identity providers", () => {
  it("says which are switched off", async () => {
    renderApp("/p/sample/providers");
    const grid = await screen.findByRole("grid", { name: "Identity providers" });
    const row = (await within(grid).findByText("Legacy ADFS")).closest<HTMLElement>("[role=row]");
    expect(within(row as HTMLElement).getByText("Switched off")).toBeTruthy();
    expect(await accessibilityProblems()).toEqual([]);
  });
});
