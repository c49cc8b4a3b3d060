import { act, screen, waitFor } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import { newQueryClient } from "@/data/queries";
import type { UserView } from "@/ipc";
import { failure, fakeIpc, SAMPLE } from "@/test/fakeIpc";
import { renderApp } from "@/test/renderApp";
import { askUsersAhead } from "./askUsersAhead";

const AT = "/p/sample/users";
const BLOCKED: UserView = { id: "", name: "", query: { states: ["Blocked"] }, columns: [], density: "compact" };
const again = () => {
  throw failure("internal", "It was asked for again.");
};

beforeEach(() => {
  // jsdom has no canvas; letters are measured without one.
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue(null);
});

it.each([
  ["everyone", { people: 13 }, {}],
  ["whom the screen showed when it was left", { people: 13, lastView: BLOCKED }, { state: "Blocked" }],
])("asks for %s, and the screen then asks for them no second time", async (_, world, address) => {
  const client = newQueryClient();
  fakeIpc(world);
  await act(() => askUsersAhead(client, "sample", {}));
  await waitFor(() => expect(client.isFetching()).toBe(0));
  const commands = { list_users: again, list_views: again, known_fields: again };
  const { shell, router } = renderApp(AT, { ...world, commands }, client);
  expect((await screen.findAllByRole("gridcell")).length).toBeGreaterThan(1);
  expect(router.state.location.search).toEqual(address);
  expect(Object.keys(commands).flatMap((command) => shell.callsOf(command))).toEqual([]);
});

it("is begun by going there, before the screen is", async () => {
  const stood: (string | undefined)[] = [];
  const noted = () => {
    stood.push(document.querySelector("h1")?.textContent ?? undefined);
    return new Promise(() => undefined);
  };
  const { router } = renderApp("/connections", { people: 13, commands: { list_users: noted } });
  await screen.findByRole("heading", { level: 1, name: "Connections" });
  await act(() => router.navigate({ to: "/p/$profile/users", params: { profile: "sample" } }));
  await waitFor(() => expect(stood).toEqual(["Connections"]));
  await screen.findByRole("heading", { level: 1, name: "Users" });
  expect(stood).toEqual(["Connections"]);
});

it("is begun too by going from the people of one platform to those of another, and not by filtering them", async () => {
  const asked: unknown[] = [];
  const noted = ({ profile }: Record<string, unknown>) => {
    asked.push(profile);
    return [];
  };
  const views = ({ profile }: Record<string, unknown>) =>
    profile === "b" ? new Promise(() => undefined) : { views: [], last: null };
  const world = {
    people: 13,
    profiles: [SAMPLE, { ...SAMPLE, id: "b", name: "Bee" }],
    // Where views are waited for, the screen asks for nothing by itself.
    commands: { known_fields: noted, list_views: views },
  };
  const { router } = renderApp(AT, world);
  await screen.findByRole("grid", { name: "People" });
  await act(() => router.navigate({ to: "/p/$profile/users", params: { profile: "sample" }, search: { search: "a" } }));
  expect(asked).toEqual(["sample"]);
  await act(() => router.navigate({ to: "/p/$profile/users", params: { profile: "b" } }));
  await waitFor(() => expect(asked).toEqual(["sample", "b"]));
});

it("is asked for again where it could not be answered ahead", async () => {
  const client = newQueryClient();
  const locked = () => {
    throw failure("storage-key", "The keychain is locked.");
  };
  fakeIpc({ people: 13, commands: { list_users: locked, list_views: locked, known_fields: locked } });
  await askUsersAhead(client, "sample", {});
  renderApp(AT, { people: 13 }, client);
  expect((await screen.findAllByRole("gridcell")).length).toBeGreaterThan(1);
});
