import { waitFor } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { newQueryClient } from "@/data/queries";
import { statusQuery } from "@/data/status";
import type { Settings } from "@/ipc";
import { fakeIpc } from "@/test/fakeIpc";
import { holdFrames } from "@/test/frames";
import { renderApp } from "@/test/renderApp";

// As on Linux, where the bar is in the window and put away until somebody wants it.
vi.mock("@/kit/system", () => ({ hasOwnBar: true, inWebKitGtk: false, isMac: false }));

/** The app, which knows its settings as it begins, with frames that come when they are let through. */
async function open(settings: Settings) {
  const world = { status: { settings } };
  const client = newQueryClient();
  fakeIpc(world);
  await client.prefetchQuery(statusQuery());
  const { letGo } = holdFrames();
  const { shell } = renderApp("/p/sample/users", world, client);
  return { shell, paint: letGo };
}

it("a bar that is put away is made once the first screen is painted", async () => {
  const { shell, paint } = await open({});
  await waitFor(() => expect(shell.callsOf("painted")).toHaveLength(1));
  await new Promise((done) => setTimeout(done, 500));
  expect(shell.callsOf("hand_over_menus")).toHaveLength(0);
  paint();
  await waitFor(() => expect(shell.callsOf("hand_over_menus").length).toBeGreaterThan(0));
});

it("a bar that stands in the window is made at once, for the window waits for it and paints nothing before", async () => {
  const { shell } = await open({ menuBar: true });
  await waitFor(() => expect(shell.callsOf("hand_over_menus").length).toBeGreaterThan(0));
});
