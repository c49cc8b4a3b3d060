import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { queryOf } from "@/data/addresses";
import { accessibilityProblems } from "@/test/axe";
import { failure } from "@/test/fakeIpc";
import { renderApp } from "@/test/renderApp";

const AT = "/p/sample/roles";

/** The row of a role. */
const rowOf = async (name: string) =>
  (await screen.findByRole("rowheader", { name: new RegExp(`^${name}`) })).closest("tr") as HTMLElement;
/** The names of the roles from the top of the ladder down. */
const order = async () => {
  const ladder = await screen.findByRole("table", { name: "Roles" });
  return [...ladder.querySelectorAll("th[scope=row] > span:first-child")].map((one) => one.textContent);
};
const rowCount = () => screen.getByRole("grid").getAttribute("aria-rowcount");

describe("Roles", () => {
  it("stand as a ladder, most power first, with nothing that axe-core objects to", async () => {
    renderApp(AT, { people: 100 });
    const names = await order();
    expect([names[0], names.at(-1)]).toEqual(["Distributor Admin", "Customer"]);
    const row = await rowOf("Distributor Admin");
    expect(within(row).getByText("90")).toBeTruthy();
    expect(await accessibilityProblems()).toEqual([]);
  });

  it("share a rung where they weigh the same, and lead to everyone on it", async () => {
    const { user, router } = renderApp(AT, {
      people: 100,
      commands: {
        role_ladder: () => ({
          asOf: "2026-11-26T09:00:00Z",
          direction: "more-is-power",
          inferred: null,
          reason: "Assumed: no role has a name and a weight that would tell.",
          said: null,
          rungs: [
            {
              weight: 5,
              roles: [
                { id: "a", name: "Alpha", people: 4, alone: 3, privileged: false },
                { id: "b", name: "Beta", people: 3, alone: 2, privileged: false },
              ],
              people: 6,
              highest: 6,
            },
            {
              weight: null,
              roles: [{ id: "c", name: "Gamma", people: 0, alone: 0, privileged: false }],
              people: 0,
              highest: 0,
            },
          ],
          people: 6,
          several: 1,
          none: 0,
          sets: [],
          setsTotal: 0,
          combinations: [],
        }),
      },
    });
    await user.click(await screen.findByRole("link", { name: "6 people on this rung" }));
    await waitFor(() => expect(router.state.location.pathname).toBe("/p/sample/users"));
    expect(router.state.location.search).toEqual({ role: "a,b" });
  });

  it("lead from a count to exactly those people", async () => {
    const { user, router, shell } = renderApp(AT, { people: 100 });
    await user.click(await screen.findByRole("link", { name: /people with the role Customer Admin/ }));
    await waitFor(() => expect(router.state.location.pathname).toBe("/p/sample/users"));
    const admin = shell.people.roles.find((role) => role.name === "Customer Admin");
    expect(router.state.location.search).toEqual({ role: admin?.id });
    await waitFor(() => expect(rowCount()).toBe(`${(admin?.people ?? 0) + 1}`));
  });

  it("lead to those who hold nothing else", async () => {
    const { user, router, shell } = renderApp(AT, { people: 100 });
    await user.click(await screen.findByRole("link", { name: /hold nothing else than Customer Admin$/ }));
    await waitFor(() => expect(router.state.location.pathname).toBe("/p/sample/users"));
    const alone = shell.people.all.filter(({ roles }) => roles.join() === "Customer Admin").length;
    expect(router.state.location.search).toMatchObject({ roles: "one" });
    await waitFor(() => expect(rowCount()).toBe(`${alone + 1}`));
  });

  it("lead to everyone, whatever the list was filtered by last", async () => {
    const query = queryOf({ state: "Blocked" });
    const lastView = { id: "", name: "", query, columns: [], density: "comfortable" as const };
    const { user, shell } = renderApp(AT, { people: 100, lastView });
    await user.click(await screen.findByRole("link", { name: "100 people in all" }));
    await screen.findByRole("grid", { name: "People" });
    await waitFor(() => expect(rowCount()).toBe("101"));
    for (const { query } of shell.callsOf("list_users")) expect(query).toMatchObject({ states: [] });
  });

  it("say how many hold several, and lead to them", async () => {
    const { user, router, shell } = renderApp(AT, { people: 100 });
    const several = shell.people.all.filter(({ roles }) => roles.length > 1).length;
    await user.click(await screen.findByRole("link", { name: `${several} hold several roles` }));
    await waitFor(() => expect(router.state.location.search).toEqual({ roles: "several" }));
    await waitFor(() => expect(rowCount()).toBe(`${several + 1}`));
  });

  it("say which roles are held together, and what is known of such a combination with its source", async () => {
    const { user, router } = renderApp(AT, { people: 100 });
    const known = await screen.findByRole("region", { name: "Known combinations" });
    expect(within(known).getByText("Report roles are made to be added on top of another role.")).toBeTruthy();
    expect(within(known).getByText("Help article “User Permissions and Roles”.").parentElement?.textContent).toMatch(
      /^Source: /,
    );
    const together = screen.getByRole("region", { name: "Held together" });
    expect(within(together).getAllByRole("listitem").length).toBeGreaterThan(0);
    await user.click(within(known).getByRole("link", { name: "Told as a finding" }));
    await waitFor(() => expect(router.state.location.pathname).toBe("/p/sample/findings"));
    expect(router.state.location.search).toEqual({ open: "role-combination" });
  });

  it("lead to Invite with the role chosen", async () => {
    const { user, router, shell } = renderApp(AT);
    const row = await rowOf("Seller Admin");
    await user.click(within(row).getByRole("button", { name: "Invite with this role" }));
    await waitFor(() => expect(router.state.location.pathname).toBe("/p/sample/invite"));
    const role = shell.people.roles.find(({ name }) => name === "Seller Admin");
    expect(router.state.location.search).toEqual({ role: role?.id });
  });

  it("give their ids to copy", async () => {
    const { user, shell } = renderApp(AT);
    await user.click(await screen.findByRole("button", { name: "Copy id of Seller Admin" }));
    const role = shell.people.roles.find(({ name }) => name === "Seller Admin");
    expect(await navigator.clipboard.readText()).toBe(role?.id);
  });

  it("take a person’s word on which of them give power over others, and say whose word it was", async () => {
    const { user, shell } = renderApp(AT);
    const proposed = await screen.findByRole("switch", { name: "Distributor Admin gives power over others" });
    expect((proposed as HTMLInputElement).checked).toBe(true);
    const its = await rowOf("Distributor Admin");
    const why = within(its).getByText("Its name says that it administers others.");
    expect(why.parentElement?.textContent).toBe("Proposed. Its name says that it administers others.");
    expect(why.lang, "the core speaks English").toBe("en");
    await user.click(screen.getByRole("switch", { name: "Seller Admin gives power over others" }));
    const id = (name: string) => shell.people.roles.find((role) => role.name === name)?.id;
    await waitFor(() => expect(shell.callsOf("set_privileged")).toHaveLength(1));
    const [said] = shell.callsOf("set_privileged");
    expect(said?.profile).toBe("sample");
    expect(new Set(said?.roles as string[])).toEqual(new Set([id("Seller Admin"), id("Distributor Admin")]));
    expect(await within(await rowOf("Seller Admin")).findByText(/^Ticked by ann, 26 Nov 2026/)).toBeTruthy();
    await user.click(proposed);
    await waitFor(() => expect(shell.callsOf("set_privileged")[1]?.roles).toEqual([id("Seller Admin")]));
    expect(await within(its).findByText(/^Unticked by ann, 26 Nov 2026/)).toBeTruthy();
  });

  it("say what happened when they can't be told, and try again", async () => {
    let broken = true;
    const { user } = renderApp(AT, {
      commands: {
        role_ladder: () => {
          if (broken) throw failure("storage", "The data folder could not be read. Nothing was lost.");
          return { ...EMPTY, rungs: [], combinations: [], sets: [] };
        },
      },
    });
    expect(await screen.findByText(/The data folder could not be read/)).toBeTruthy();
    broken = false;
    await user.click(screen.getByRole("button", { name: "Try again" }));
    expect(await screen.findByRole("table", { name: "Roles" })).toBeTruthy();
  });

  it("say so where no list was read", async () => {
    renderApp(AT, { fetched: false });
    expect(await screen.findByText("No roles are listed yet")).toBeTruthy();
    expect(screen.getByRole("button", { name: "Read the list" })).toBeTruthy();
  });
});

const EMPTY = {
  asOf: "2026-11-26T09:00:00Z",
  direction: "more-is-power",
  inferred: null,
  reason: "Assumed.",
  said: null,
  people: 0,
  several: 0,
  none: 0,
  setsTotal: 0,
};

describe("the direction of weights", () => {
  it("is an assumption with its reason, is turned round by keys alone, and is given back", async () => {
    const { user, shell } = renderApp(AT, { people: 100 });
    const direction = await screen.findByRole("region", { name: "Which weight is power" });
    expect(within(direction).getByText(/^Assumed from names that are known/)).toBeTruthy();
    expect(within(direction).queryByRole("button", { name: "As assumed" })).toBeNull();
    within(direction).getByRole("button", { name: "Turn round" }).focus();
    await user.keyboard("{Enter}");
    expect(await within(direction).findByText("The less a role weighs, the more it may do.")).toBeTruthy();
    expect(within(direction).getByText("ann said so.").parentElement?.textContent).toMatch(
      /^ann said so\. On 26 Nov 2026/,
    );
    expect((await order())[0]).toBe("Customer");
    await user.tab();
    expect(document.activeElement?.textContent).toBe("As assumed");
    await user.keyboard("{Enter}");
    expect(await within(direction).findByText("The more a role weighs, the more it may do.")).toBeTruthy();
    expect((await order())[0]).toBe("Distributor Admin");
    expect(shell.callsOf("set_weight_direction").map((call) => call.direction)).toEqual(["less-is-power", null]);
  });

  it("is asked about again where it decides which roles are proposed", async () => {
    const { user, shell } = renderApp(AT);
    const before = async () => {
      await screen.findByRole("table");
      return shell.callsOf("list_roles").length;
    };
    const asked = await before();
    await user.click(screen.getByRole("button", { name: "Turn round" }));
    await waitFor(() => expect(shell.callsOf("list_roles").length).toBe(asked + 1));
  });
});
