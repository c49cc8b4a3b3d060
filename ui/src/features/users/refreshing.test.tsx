import { QueryClientProvider } from "@tanstack/react-query";
import { act, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { newQueryClient } from "@/data/queries";
import { useRefresh } from "@/data/roster";
import { accessibilityProblems } from "@/test/axe";
import { type FakeWorld, fakeIpc } from "@/test/fakeIpc";
import { renderApp } from "@/test/renderApp";
import { RefreshMenu } from "./RefreshMenu";

const CONTOSO = { id: "4fbf4515-43ce-50ab-baf9-28a9302d0bf7", label: "Contoso – C-20001" };

function Placed({ organization }: { organization: typeof CONTOSO | null }) {
  return <RefreshMenu refresh={useRefresh("sample")} organization={organization} />;
}

function renderMenu(organization: typeof CONTOSO | null, world: FakeWorld = {}) {
  const shell = fakeIpc(world);
  render(
    <QueryClientProvider client={newQueryClient()}>
      <Placed organization={organization} />
    </QueryClientProvider>,
  );
  return { shell, user: userEvent.setup() };
}

describe("the button that refreshes", () => {
  it("reads everyone at a press where no single organization is shown", async () => {
    const { user, shell } = renderMenu(null);
    await user.click(screen.getByRole("button", { name: "Refresh" }));
    await waitFor(() => expect(shell.callsOf("refresh")).toEqual([{ profile: "sample" }]));
    expect(shell.callsOf("refresh_customer")).toEqual([]);
  });

  it("offers everyone or the one customer that is shown", async () => {
    const { user, shell } = renderMenu(CONTOSO);
    await user.click(screen.getByRole("button", { name: "Refresh" }));
    expect(await screen.findByRole("menuitem", { name: "Refresh everyone" })).toBeTruthy();
    expect(await accessibilityProblems()).toEqual([]);
    await user.click(screen.getByRole("menuitem", { name: "Only Contoso – C-20001" }));
    await waitFor(() =>
      expect(shell.callsOf("refresh_customer")).toEqual([{ profile: "sample", organization: CONTOSO.id }]),
    );
    expect(shell.callsOf("refresh")).toEqual([]);
  });

  it("says how often the list is read by itself", async () => {
    const { user, shell } = renderMenu(null, { status: { settings: { refreshEveryMinutes: 60 } } });
    await waitFor(() => expect(shell.callsOf("app_status")).toHaveLength(1));
    await user.tab();
    expect(await screen.findByText("The list is also read by itself every hour.")).toBeTruthy();
  });
});

describe("Users narrowed to one organization", () => {
  const wide = window.innerWidth;
  afterEach(() => {
    window.innerWidth = wide;
  });
  const narrowedTo = async (...organizations: string[]) => {
    const app = renderApp(`/p/sample/users?organization=${organizations.join(",")}`);
    await screen.findByText(/People in .*Contoso/);
    return app;
  };

  it("offers under its button to read that customer alone", async () => {
    window.innerWidth = 1280;
    const { user, shell } = await narrowedTo(CONTOSO.id);
    await user.click(screen.getByRole("button", { name: "Refresh" }));
    await user.click(await screen.findByRole("menuitem", { name: "Only Contoso – C-20001" }));
    await waitFor(() =>
      expect(shell.callsOf("refresh_customer")).toEqual([{ profile: "sample", organization: CONTOSO.id }]),
    );
    expect(shell.callsOf("refresh")).toEqual([]);
  });

  it("offers the same where there is little room", async () => {
    window.innerWidth = 900;
    const { user, shell } = await narrowedTo(CONTOSO.id);
    await user.click(screen.getByRole("button", { name: "More" }));
    expect(await screen.findByRole("menuitem", { name: "Refresh everyone" })).toBeTruthy();
    await user.click(screen.getByRole("menuitem", { name: "Only Contoso – C-20001" }));
    await waitFor(() => expect(shell.callsOf("refresh_customer")).toHaveLength(1));
  });

  it("reads everyone where it is narrowed to several", async () => {
    window.innerWidth = 900;
    const { user } = await narrowedTo(CONTOSO.id, "ba93d8b5-7e0e-5279-aa06-fe42716702d2");
    await user.click(screen.getByRole("button", { name: "More" }));
    expect(await screen.findByRole("menuitem", { name: "Refresh" })).toBeTruthy();
    expect(screen.queryByRole("menuitem", { name: /^Only/ })).toBeNull();
  });
});

describe("a refresh of which nothing arrives", () => {
  afterEach(() => {
    vi.useRealTimers();
  });
  const read = (people: number) => ({
    kind: "refresh-progress" as const,
    data: { profile: "sample", read: people, total: 18_402, secondsLeft: 40 },
  });

  it("says after ten seconds since when it waits, still with the way to stop, and no longer once it goes on", async () => {
    const { shell } = renderApp("/p/sample/users");
    await screen.findByRole("grid", { name: "People" });
    vi.useFakeTimers({ now: new Date("2026-11-26T14:02:31"), toFake: ["setTimeout", "clearTimeout", "Date"] });
    const pass = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));
    const waiting = () => screen.queryByText(/Waiting for the platform/)?.textContent;
    await act(() => shell.happen(read(1_000)));
    await pass(6_000);
    await act(() => shell.happen(read(4_000)));
    await pass(9_000);
    expect(waiting()).toBeUndefined();
    expect(screen.getByText("0:40 left")).toBeTruthy();
    await pass(1_000);
    expect(waiting()).toBe("Waiting for the platform since 14:02:37");
    expect(screen.queryByText("0:40 left"), "what was foreseen no longer holds").toBeNull();
    expect(screen.getByRole("button", { name: "Cancel" })).toBeTruthy();
    await act(() => shell.happen(read(4_000)));
    await pass(2_000);
    expect(waiting(), "the same again is nothing new").toBe("Waiting for the platform since 14:02:37");
    await act(() => shell.happen(read(5_000)));
    await pass(1_000);
    expect(waiting()).toBeUndefined();
  });
});
