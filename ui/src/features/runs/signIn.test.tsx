import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { ProfileView } from "@/ipc";
import { accessibilityProblems } from "@/test/axe";
import { failure } from "@/test/fakeIpc";
import { CONTOSO, inMinutes, NORDLYS } from "@/test/profiles";
import { runOf } from "../invite/test/fakeDraft";
import { open, tidyUp } from "./test/openRun";

tidyUp();

const waiting = (profile: ProfileView) =>
  runOf({
    profile: profile.id,
    state: "stopped",
    stoppedBecause: "The token was refused.",
    counts: [{ state: "ready", rows: 74 }],
  });
const at = (profile: ProfileView, commands = {}) =>
  open(`/p/${profile.id}/runs/r1`, { run: waiting(profile), profiles: [profile], commands });

describe("a run that stopped", () => {
  it("for want of a token offers to paste one, and then waits for the word to go on", async () => {
    const { user, shell } = at({ ...CONTOSO, tokenExpiresAt: inMinutes(-2) });
    const main = within(await screen.findByRole("main"));
    await user.click(await main.findByRole("button", { name: "Paste a new token" }));
    await user.type(await screen.findByLabelText("Bearer token"), "new{Enter}");
    await user.click(await screen.findByRole("button", { name: "Done" }));
    await waitFor(() => expect(main.queryByRole("button", { name: "Paste a new token" })).toBeNull());
    expect(shell.callsOf("go_on")).toEqual([]);
    await user.click(await main.findByRole("button", { name: /^Send the rest/ }));
    await waitFor(() => expect(shell.callsOf("go_on")).toHaveLength(1));
  });

  it("goes on by itself when a token that ends too soon was what kept it from going on", async () => {
    let asked = 0;
    const go_on = () => {
      asked += 1;
      if (asked === 1) throw failure("token-ends", "The token ends before the rest is sent. Nothing was sent.");
      return waiting(CONTOSO);
    };
    const { user, shell } = at(CONTOSO, { go_on });
    await user.click(await screen.findByRole("button", { name: /^Send the rest/ }));
    const banner = (await screen.findByText(/ends before the rest is sent/)).closest("[role]") as HTMLElement;
    await user.click(within(banner).getByRole("button", { name: "Paste a new token" }));
    await user.type(await screen.findByLabelText("Bearer token"), "longer{Enter}");
    await waitFor(() => expect(shell.callsOf("go_on")).toHaveLength(2));
    await waitFor(() => expect(screen.queryByText(/ends before the rest is sent/)).toBeNull());
  });

  it("is not sent on through a connection for looking only", async () => {
    const { user, router } = at({ ...NORDLYS, readOnly: true });
    expect(await screen.findByText(/Nordlys is for looking only/)).toBeTruthy();
    expect(screen.queryByRole("button", { name: /^Send the rest/ })).toBeNull();
    expect(await accessibilityProblems()).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Unlock…" }));
    await waitFor(() => expect(router.state.location.pathname).toBe("/connections/nordlys"));
  });
});
