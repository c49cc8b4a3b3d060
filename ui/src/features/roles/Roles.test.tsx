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

  it("takes a person’s word on which roles give power over others", async () => {
    const { user, shell } = renderApp("/p/sample/roles");
    const proposed = await screen.findByRole("switch", { name: "Distributor Admin gives power over others" });
    expect((proposed as HTMLInputElement).checked).toBe(true);
    expect(proposed.closest("[title]")?.getAttribute("title")).toBe("Its name says that it administers others.");
    await user.click(screen.getByRole("switch", { name: "Seller Admin gives power over others" }));
    const id = (name: string) => shell.people.roles.find((role) => role.name === name)?.id;
    await waitFor(() => expect(shell.callsOf("set_privileged")).toHaveLength(1));
    const [said] = shell.callsOf("set_privileged");
    expect(said?.profile).toBe("sample");
    expect(new Set(said?.roles as string[])).toEqual(new Set([id("Seller Admin"), id("Distributor Admin")]));
    await user.click(proposed);
    await waitFor(() => expect(shell.callsOf("set_privileged")[1]?.roles).toEqual([id("Seller Admin")]));
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
