import { screen, waitFor } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import { newQueryClient } from "@/data/queries";
import { rememberProfile } from "@/features/shell/remember";
import { failure, fakeIpc } from "@/test/fakeIpc";
import { renderApp } from "@/test/renderApp";
import { askAhead } from "./askAhead";

const AHEAD = ["list_profiles", "app_status", "roster_summary", "user_facets"];

beforeEach(() => {
  // jsdom has no canvas; letters are measured without one.
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue(null);
});

it("asks for all that the first screen shows without waiting for one answer before the next question", async () => {
  rememberProfile("sample");
  const asked: string[] = [];
  const never = (name: string) => () => {
    asked.push(name);
    return new Promise(() => undefined);
  };
  fakeIpc({ commands: Object.fromEntries(AHEAD.map((name) => [name, never(name)])) });
  askAhead(newQueryClient());
  await waitFor(() => expect(asked.toSorted()).toEqual(AHEAD.toSorted()));
});

it("asks for the numbers of no platform where none was open", async () => {
  localStorage.clear();
  const asked: string[] = [];
  const told = (name: string) => () => void asked.push(name);
  fakeIpc({ commands: { roster_summary: told("summary"), user_facets: told("facets") } });
  askAhead(newQueryClient());
  await new Promise((done) => setTimeout(done, 50));
  expect(asked).toEqual([]);
});

it("shows the numbers that were asked for ahead, and asks for them no second time", async () => {
  rememberProfile("sample");
  const client = newQueryClient();
  fakeIpc({ people: 13 });
  askAhead(client);
  await waitFor(() => expect(client.isFetching()).toBe(0));
  const again = () => {
    throw failure("internal", "It was asked for again.");
  };
  const commands = { roster_summary: again, user_facets: again };
  const { shell } = renderApp("/p/sample/overview", { people: 13, commands }, client);
  await screen.findByRole("region", { name: "People in numbers" });
  expect([shell.callsOf("roster_summary"), shell.callsOf("user_facets")]).toEqual([[], []]);
});

it("asks again for what could not be answered ahead", async () => {
  rememberProfile("sample");
  const client = newQueryClient();
  const locked = () => {
    throw failure("storage-key", "The keychain is locked.");
  };
  fakeIpc({ people: 13, commands: { roster_summary: locked, user_facets: locked, list_profiles: locked } });
  askAhead(client);
  await waitFor(() => expect(client.isFetching()).toBe(0));
  renderApp("/p/sample/overview", { people: 13 }, client);
  await screen.findByRole("region", { name: "People in numbers" });
});

it("hears of what changed before anybody listened", async () => {
  vi.resetModules();
  const { fakeIpc: shellOf } = await import("@/test/fakeIpc");
  const { listenAhead, onEvent } = await import("@/ipc");
  const shell = shellOf();
  listenAhead();
  await Promise.resolve();
  await shell.happen({ kind: "roster-changed", data: "sample" });
  const heard: string[] = [];
  onEvent((event) => heard.push(`first ${event.kind}`));
  onEvent((event) => heard.push(`second ${event.kind}`));
  await waitFor(() => expect(heard).toEqual(["first roster-changed", "second roster-changed"]));
  await shell.happen({ kind: "profiles-changed" });
  expect(heard.slice(2)).toEqual(["first profiles-changed", "second profiles-changed"]);
});
