import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { runOf } from "@/features/invite/test/fakeDraft";
import type { UserView } from "@/ipc";
import { type FakeWorld, SAMPLE } from "@/test/fakeIpc";
import { renderApp } from "@/test/renderApp";

const NORDLYS = { ...SAMPLE, id: "nordlys", name: "Nordlys", colour: "#0891b2", live: true };
const RUN = runOf({ id: "r7", profile: NORDLYS.id, title: "Spring starters.xlsx" });
const LAPSED = {
  id: "v1",
  name: "Lapsed on Nordlys",
  query: { invitation: "lapsed", sort: [{ column: "created", descending: true }] },
  columns: [],
  density: "compact",
} satisfies UserView;
const of = (profile: unknown, things: unknown[]) => (profile === NORDLYS.id ? things : []);
const WORLD: FakeWorld = {
  profiles: [SAMPLE, NORDLYS],
  people: 60,
  commands: {
    list_runs: ({ profile }) => of(profile, [RUN]),
    run_view: () => RUN,
    run_rows: () => ({ total: 0, rows: [] }),
    list_views: ({ profile }) => ({ views: of(profile, [LAPSED]), last: null }),
  },
};

/** The palette over a screen of the sample platform, with this typed into it. */
async function found(text: string) {
  const app = renderApp("/p/sample/roles", WORLD);
  await screen.findByRole("heading", { level: 1, name: "Roles" });
  await app.user.keyboard("{Control>}k{/Control}");
  await app.user.type(await screen.findByRole("combobox", { name: /^Whom or what to find/ }), text);
  return app;
}

/** The platforms that offer what is called so, in their order. */
async function offeredBy(name: RegExp): Promise<(string | undefined)[]> {
  const offers = await screen.findAllByRole("option", { name });
  return offers.map(({ textContent }) => /(Sample platform|Nordlys)$/.exec(textContent?.trim() ?? "")?.[0]);
}

const shownPeople = async () => (await screen.findByRole("grid", { name: "People" })).getAttribute("aria-rowcount");

describe("things of all platforms, in the palette", () => {
  it("are roles, which open whoever has one", async () => {
    const { user, router, shell } = await found("customer admin");
    expect(await offeredBy(/^Customer Admin/)).toEqual(["Sample platform", "Nordlys"]);
    await user.keyboard("{Enter}");
    const id = shell.people.roles.find(({ name }) => name === "Customer Admin")?.id ?? "";
    await waitFor(() => expect(router.state.location.search).toEqual({ role: id }));
    expect(router.state.location.pathname).toBe("/p/sample/users");
    const holders = shell.people.found({ roleIds: [id] }).length;
    await waitFor(async () => expect(await shownPeople()).toBe(`${holders + 1}`));
  });

  it("are organizations, which open their people on the platform that was chosen", async () => {
    const { user, router, shell } = await found("fabrikam");
    expect(await offeredBy(/^Fabrikam/)).toEqual(["Sample platform", "Nordlys"]);
    await user.keyboard("{ArrowDown}{Enter}");
    const id = shell.people.organizations.find(({ label }) => label.startsWith("Fabrikam"))?.id ?? "";
    await waitFor(() => expect(router.state.location.search).toEqual({ organization: id }));
    expect(router.state.location.pathname).toBe("/p/nordlys/users");
    const people = shell.people.found({ organizationIds: [id] }).length;
    expect(people).toBeGreaterThan(0);
    await waitFor(async () => expect(await shownPeople()).toBe(`${people + 1}`));
  });

  it("are runs, which open their page", async () => {
    const { user, router } = await found("spring");
    expect(await offeredBy(/^Spring starters/)).toEqual(["Nordlys"]);
    await user.keyboard("{Enter}");
    await waitFor(() => expect(router.state.location.pathname).toBe("/p/nordlys/runs/r7"));
    expect(await screen.findByRole("heading", { level: 1, name: "Run" })).toBeTruthy();
    expect(screen.getByText(/^Spring starters\.xlsx/)).toBeTruthy();
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("are saved views, which are applied: their people, their order and their density", async () => {
    const { user, router, shell } = await found("lapsed on");
    expect(await offeredBy(/^Lapsed on Nordlys/)).toEqual(["Nordlys"]);
    await user.keyboard("{Enter}");
    await waitFor(() => expect(router.state.location.pathname).toBe("/p/nordlys/users"));
    expect(router.state.location.search).toEqual({ queue: "lapsed", sort: "-created", view: "v1" });
    const lapsed = shell.people.found(LAPSED.query).length;
    await waitFor(async () => expect(await shownPeople()).toBe(`${lapsed + 1}`));
    const density = await screen.findByRole("button", { name: "Compact" });
    expect(density.getAttribute("aria-pressed")).toBe("true");
  });
});
